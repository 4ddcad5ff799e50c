/** `pledge fact add`: keeps a fact with its source, for letters to show. */
import { parseFacts } from "../../domain/letters/parse-facts.ts";
import type { GivenFact } from "../../domain/letters/parse-facts.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { listed } from "../../domain/text/words.ts";
import { addFacts, isSayable } from "../../usecases/letters/campaign-facts.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { askFact } from "../questions/facts.ts";
import { terminalFor } from "../questions/terminal.ts";
import { readJson } from "../read-json.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";

interface Options {
  readonly from?: string;
}

const given = async (
  context: Context,
  { from }: Options,
): Promise<Result<readonly GivenFact[], Failure>> => {
  const today = context.world.clock.today();
  if (from !== undefined) {
    const json = await readJson(context, from);
    return json.ok ? parseFacts(json.value, today) : json;
  }
  const terminal = await terminalFor(context, "--from FILE");
  return terminal.ok ? ok([await askFact(terminal.value, today)]) : terminal;
};

/** All of a file or none of it. JSON: `{"v":1,"added":[{"key"}]}`. */
export const factAdd = (context: Context, options: Options): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { talk } = context;
    const facts = await given(context, options);
    if (!facts.ok) return talk.fail(facts.failure);
    const added = addFacts(vault, facts.value);
    if (!added.ok) return talk.fail(added.failure);
    const keys = added.value.map(({ key }) => key);
    talk.answer({ v: 1, added: keys.map((key) => ({ key })) }, () =>
      keys.length === 0 ? "There was no fact in it." : `Kept: ${listed(keys)}.`,
    );
    const withheld = added.value.filter((fact) => !isSayable(fact)).map(({ key }) => key);
    await tell(
      context,
      withheld.length === 0
        ? []
        : [
            `Known only from work, and in no letter before you decide it: ${listed(withheld)}. See "pledge fact let-through --help".`,
          ],
    );
    return exitCodes.done;
  });
