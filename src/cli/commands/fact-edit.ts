/** `pledge fact edit KEY`: a fact in other words, or from another source, under the same key. */
import type { Day } from "../../domain/day.ts";
import { isObject } from "../../domain/input/is-object.ts";
import type { Fact } from "../../domain/letters/fact.ts";
import { parseFacts } from "../../domain/letters/parse-facts.ts";
import type { GivenFact } from "../../domain/letters/parse-facts.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { listed } from "../../domain/text/words.ts";
import {
  changeFact,
  isSayable,
  lettersShowing,
  namedFact,
} from "../../usecases/letters/campaign-facts.ts";
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

const keyStays: Failure = {
  type: "input-refused",
  source: "facts",
  faults: [
    {
      path: "key",
      fault: { type: "value-wrong", expected: "left out, since a fact keeps its key" },
    },
  ],
};

/** The members of a file over those that are there; anything but one object is the parser's to refuse. */
const merged = ({ key, claim, source, date, known }: Fact, given: unknown): unknown =>
  isObject(given) ? { key, claim, source, date, known, ...given } : null;

const changed = async (
  context: Context,
  present: Fact,
  { from }: Options,
  today: Day,
): Promise<Result<GivenFact, Failure>> => {
  if (from === undefined) {
    const terminal = await terminalFor(context, "--from FILE");
    return terminal.ok ? ok(await askFact(terminal.value, today, present)) : terminal;
  }
  const json = await readJson(context, from);
  if (!json.ok) return json;
  const read = parseFacts(merged(present, json.value), today);
  if (!read.ok) return read;
  const [said] = read.value;
  return said === undefined || (said.key !== undefined && said.key !== present.key)
    ? fail(keyStays)
    : ok(said);
};

/** JSON: `{"v":1,"fact":{"key","letThrough"},"changed","drafts":["name"]}`; `drafts` are those that may not show it any more. */
export const factEdit = (context: Context, key: string, options: Options): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { talk, world } = context;
    const found = namedFact(vault, key);
    if (!found.ok) return talk.fail(found.failure);
    const before = found.value;
    const said = await changed(context, before, options, world.clock.today());
    if (!said.ok) return talk.fail(said.failure);
    const { fact, drafts, differs } = changeFact(vault, before, said.value);
    const { letThrough } = fact;
    talk.answer({ v: 1, fact: { key: fact.key, letThrough }, changed: differs, drafts }, () =>
      differs ? `${fact.key} is changed.` : `${fact.key} stays as it was.`,
    );
    if (!differs) return exitCodes.done;
    const shown = lettersShowing(vault, fact.key);
    await tell(context, [
      ...(drafts.length === 0 ? [] : [`These drafts show it no more: ${listed(drafts)}.`]),
      ...(shown.length === 0
        ? []
        : [`Shown as it is now, unless the letter is fixed: ${listed(shown)}.`]),
      ...(isSayable(fact)
        ? []
        : [
            `Known only from work, and in no letter before you decide it: "pledge fact let-through ${fact.key}".`,
          ]),
    ]);
    return exitCodes.done;
  });
