/** `pledge tally drop HANDLE` and `pledge tally restore HANDLE`: what of another's tallies is not counted here, and why. */
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { cleanLine } from "../../domain/text/clean.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import type { CommitteeInUse } from "../../usecases/committee/committee-in-use.ts";
import { countAgain, leaveOut, selectionsFor } from "../../usecases/tallies/leave-out.ts";
import { createTallyReader } from "../../usecases/tallies/read-tallies.ts";
import type { Context } from "../context.ts";
import { countIn } from "../count-together.ts";
import type { CountedTogether } from "../count-together.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { explainValue } from "../explain/input.ts";
import type { Failure } from "../failure.ts";
import { terminalFor } from "../questions/terminal.ts";
import { askText } from "../questions/text.ts";
import { leftOutJson, leftOutLines } from "../render/left-out.ts";
import { noteText } from "../render/letter-notes.ts";
import { changeLines } from "../render/merge.ts";
import { withVault } from "../unlock.ts";

interface Options {
  readonly life?: string;
  readonly copy?: string;
  readonly team?: string;
}

interface DropOptions extends Options {
  readonly from?: string;
}

/** Typed, or read from a file: on the command line a shell would keep it. */
const reasonFor = async (
  context: Context,
  handle: string,
  from: string | undefined,
): Promise<Result<string, Failure>> => {
  if (from !== undefined) {
    const text = await context.world.files.read(from);
    if (!text.ok) return text;
    const line = cleanLine(text.value);
    return line.ok
      ? line
      : fail({
          type: "usage",
          message: `the reason ${explainValue(line.failure)}`,
          hint: "write one line into the file, and nothing else",
        });
  }
  const ask = await terminalFor(context, "--from FILE, with the reason in it");
  if (!ask.ok) return ask;
  const message = `Why is ${handle} not to be counted here? (for yourself; name nobody)`;
  return ok(await askText(ask.value, { message, optional: false }));
};

/** What was counted before it and what is now, and what is left out altogether. */
const answer = async (
  context: Context,
  vault: Vault,
  inUse: CommitteeInUse,
  before: CountedTogether,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const after = countIn(world, vault, inUse, { reader: createTallyReader(vault) });
  const { sources, campaign } = after.together;
  const width = await world.textWidth();
  const changes = changeLines(before.readiness, after.readiness);
  const left = leftOutLines(sources, campaign);
  const lines = [
    ...(changes.length === 0 ? ["No number changes by it now."] : changes),
    "",
    ...(left.length === 0 ? ["Nothing is left out here."] : left),
  ];
  talk.answer({ v: 1, leftOut: leftOutJson(sources) }, () => noteText(lines, talk.columns, width));
  return exitCodes.done;
};

/** JSON: `{"v":1,"leftOut":[{"handle","fingerprint","incarnation","sha256","team","reason","on"}]}`: all that is left out then. */
export const tallyDrop = (
  context: Context,
  handle: string,
  { from, ...wanted }: DropOptions,
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const inUse = committeeInUse(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const selections = selectionsFor(vault, inUse.value, { handle, ...wanted });
    if (!selections.ok) return talk.fail(selections.failure);
    const reason = await reasonFor(context, handle, from);
    if (!reason.ok) return talk.fail(reason.failure);
    const before = countIn(world, vault, inUse.value, { reader: createTallyReader(vault) });
    leaveOut(vault, selections.value, { reason: reason.value, on: world.clock.today() });
    return answer(context, vault, inUse.value, before);
  });

/** JSON: as of `drop`. */
export const tallyRestore = (
  context: Context,
  handle: string,
  wanted: Options,
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const inUse = committeeInUse(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const selections = selectionsFor(vault, inUse.value, { handle, ...wanted });
    if (!selections.ok) return talk.fail(selections.failure);
    const before = countIn(world, vault, inUse.value, { reader: createTallyReader(vault) });
    const counted = countAgain(vault, selections.value);
    return counted.ok ? answer(context, vault, inUse.value, before) : talk.fail(counted.failure);
  });
