/** Changing a letter on the terminal: a menu of its answers, one question at a time. */
import type { Ask } from "../../domain/asking/ask.ts";
import { answerTo, withAnswers } from "../../domain/letters/answers.ts";
import type { Given } from "../../domain/letters/answers.ts";
import type { FactKey } from "../../domain/letters/fact.ts";
import { showable } from "../../domain/text/clean.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { FoundLetter } from "../../usecases/letters/find-letter.ts";
import type { Context } from "../context.ts";
import { cut } from "../render/columns.ts";
import { askFacts } from "./facts.ts";
import { askAnswer, settingOf } from "./letter.ts";

const done = "nothing more";

/** No variable has a space in its name. */
const ofCampaign = "facts of the campaign";

const factsLabel = (facts: readonly FactKey[]): string =>
  `${ofCampaign}: ${facts.length === 0 ? "none" : facts.join(", ")}`;

/** One value after the other, as the person chooses, until nothing more shall change. */
export const askChanges = async (
  ask: Ask,
  context: Context,
  vault: Vault,
  { letter, template }: FoundLetter,
): Promise<{ readonly given: Given; readonly facts?: readonly FactKey[] }> => {
  const setting = await settingOf(context, vault);
  const given: Record<string, string> = {};
  let facts: readonly FactKey[] | undefined;
  const known = vault.facts.all().length;
  for (;;) {
    const answers = withAnswers(letter.answers, given);
    const chosen = await ask.one({
      message: "What should change?",
      choices: [
        ...template.variables.map((variable) => {
          const answer = answerTo(answers, variable) ?? "(left out)";
          const label = `${variable.name}: ${showable(answer.replaceAll("\n", " "))}`;
          return { value: variable.name, label: cut(label, setting.columns - 6, setting.width) };
        }),
        ...(known === 0 ? [] : [{ value: ofCampaign, label: factsLabel(facts ?? letter.facts) }]),
        { value: done, label: done },
      ],
      ...(Object.keys(given).length === 0 && facts === undefined ? {} : { offered: done }),
    });
    if (chosen === ofCampaign) {
      facts = await askFacts(ask, vault, facts ?? letter.facts);
      continue;
    }
    const variable = template.variables.find(({ name }) => name === chosen);
    if (variable === undefined) return { given, ...(facts === undefined ? {} : { facts }) };
    const others = template.variables.filter(
      ({ kind, name }) => kind === "action" && name !== chosen,
    );
    const taken = others.flatMap((other) => answerTo(answers, other) ?? []);
    given[variable.name] = await askAnswer(ask, variable, setting, { answers, taken });
  }
};
