/** `pledge assess`: where somebody stands, as an organizer sees it. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { Basis, Level } from "../../domain/people/person.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { showable } from "../../domain/text/clean.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { askBasis, askLevel } from "../questions/person.ts";
import { terminalFor } from "../questions/terminal.ts";
import { basisWords, levelName } from "../render/words.ts";
import { withVault } from "../unlock.ts";
import { whichPerson } from "../which-person.ts";

interface Options {
  readonly level?: "1" | "2" | "3" | "4" | "5";
  readonly basis?: Basis;
}

interface Judgement {
  readonly level: Level;
  readonly basis: Basis;
}

const judge = async (
  context: Context,
  campaign: Campaign,
  { level, basis }: Options,
): Promise<Result<Judgement | undefined, Failure>> => {
  if (level !== undefined)
    return ok({ level: Number(level) as Level, basis: basis ?? "conversation" });
  const ask = await terminalFor(context, "--level LEVEL");
  if (!ask.ok) return fail(ask.failure);
  const asked = await askLevel(ask.value, campaign);
  return asked === undefined
    ? ok(undefined)
    : ok({ level: asked, basis: basis ?? (await askBasis(ask.value)) });
};

export const assess = (
  context: Context,
  reference: string | undefined,
  options: Options,
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const person = await whichPerson(context, vault, reference);
    if (!person.ok) return talk.fail(person.failure);
    const judgement = await judge(context, vault.campaign.get(), options);
    if (!judgement.ok) return talk.fail(judgement.failure);
    if (judgement.value === undefined) {
      talk.note("Nothing was noted.");
      return exitCodes.done;
    }
    const { id, name } = person.value;
    const assessment = { ...judgement.value, day: world.clock.today() };
    vault.transaction(() => ok(vault.people.assess(id, assessment)));
    talk.answer({ v: 1, id, assessment }, () => {
      const { level, basis } = assessment;
      return `${showable(name)} stands at ${level}, ${levelName(vault.campaign.get(), level)} (${basisWords[basis]}).`;
    });
    return exitCodes.done;
  });
