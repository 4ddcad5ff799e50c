/** `pledge letter lint NAME`: what is wrong with a letter, where, and what to do about it. */
import { lintRules } from "../../domain/letters/lint/lint.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { findLetter } from "../../usecases/letters/find-letter.ts";
import { faultsOf } from "../lint-faults.ts";
import { faultsText, rulesText } from "../render/letter-lint.ts";
import { withVault } from "../unlock.ts";

interface Options {
  /** Lists the rules instead; needs no vault and no name. */
  readonly rules: boolean;
}

/** JSON: `{"v":1,"rules":[{"rule","about","kinds":"every"|[]}]}`. */
const listRules = async ({ world, talk }: Context): Promise<ExitCode> => {
  const width = await world.textWidth();
  talk.answer(
    { v: 1, rules: lintRules.map(({ name, about, kinds }) => ({ rule: name, about, kinds })) },
    () => rulesText(lintRules, talk.columns, width),
  );
  return exitCodes.done;
};

/** JSON: `{"v":1,"name","faults":[{"rule","line","what","wayOut"}]}`, by line; exit code 1 where there are any. */
export const letterLint = async (
  context: Context,
  name: string | undefined,
  { rules }: Options,
): Promise<ExitCode> => {
  const { world, talk } = context;
  if (rules && name === undefined) return listRules(context);
  if (rules || name === undefined) {
    return talk.fail({
      type: "usage",
      message: rules ? "--rules takes no letter" : "the letter's name is missing",
      hint: 'say either a name ("pledge letter list") or --rules',
    });
  }
  return withVault(context, async (vault) => {
    const found = findLetter(vault, name);
    if (!found.ok) return talk.fail(found.failure);
    const letter = found.value;
    const faults = await faultsOf(context, vault, letter);
    if (!faults.ok) return talk.fail(faults.failure);
    const width = await world.textWidth();
    talk.answer(
      { v: 1, name: letter.name, faults: faults.value.map((fault) => ({ ...fault })) },
      () =>
        faults.value.length === 0
          ? `${letter.name}: no fault found.`
          : faultsText(faults.value, talk.columns, width),
    );
    return faults.value.length === 0 ? exitCodes.done : exitCodes.no;
  });
};
