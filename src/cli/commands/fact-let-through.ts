/** `pledge fact let-through KEY`: somebody decides that letters may say what is known only from work. */
import type { Fact } from "../../domain/letters/fact.ts";
import { listed } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import {
  holdFact,
  isSayable,
  letFactThrough,
  namedFact,
} from "../../usecases/letters/campaign-facts.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";

interface Options {
  /** Takes the decision back; nothing that is public can be held. */
  readonly undo: boolean;
}

/** Asks nothing: whoever is wrong about it lets it through again. */
const undone = ({ talk }: Context, vault: Vault, fact: Fact): ExitCode => {
  const { key, known, letThrough } = fact;
  const drafts = letThrough ? holdFact(vault, fact) : [];
  talk.answer({ v: 1, fact: { key, letThrough: false }, changed: letThrough, drafts }, () => {
    if (known === "public") return `${key} is public, so letters may say it.`;
    if (!letThrough) return `No letter may say ${key} anyhow.`;
    const shown = drafts.length === 0 ? "" : ` These drafts show it no more: ${listed(drafts)}.`;
    return `No letter may say ${key} any more.${shown} Fixed letters keep what they say.`;
  });
  return exitCodes.done;
};

/** JSON: `{"v":1,"fact":{"key","letThrough"},"changed"}`, and with --undo `"drafts":["name"]`, those that showed it. */
export const factLetThrough = (
  context: Context,
  key: string,
  { undo }: Options,
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { talk } = context;
    const found = namedFact(vault, key);
    if (!found.ok) return talk.fail(found.failure);
    const fact = found.value;
    if (undo) return undone(context, vault, fact);
    if (isSayable(fact)) {
      talk.answer(
        { v: 1, fact: { key: fact.key, letThrough: fact.letThrough }, changed: false },
        () => `Letters may say ${fact.key} already.`,
      );
      return exitCodes.done;
    }
    await tell(context, [
      "What is known only from work may show who could have known it; a public source is better.",
    ]);
    const yes = await agreed(
      context,
      `${fact.key} is known only from work, so it may be confidential. May letters say it all the same?`,
    );
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      await tell(context, ["Nothing was changed."]);
      return exitCodes.no;
    }
    letFactThrough(vault, fact);
    talk.answer(
      { v: 1, fact: { key: fact.key, letThrough: true }, changed: true },
      () => `Letters may say ${fact.key}.`,
    );
    return exitCodes.done;
  });
