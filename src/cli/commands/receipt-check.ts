/** `pledge receipt check FILE`: whether a pledge is counted, for whoever holds its code. Opens no vault and keeps nothing. */
import { isCountedIn } from "../../domain/counts/receipts.ts";
import { largestReceipts, parseReceipts } from "../../domain/counts/receipts-file.ts";
import { parsePledgeCode } from "../../domain/pledges/code.ts";
import type { PledgeCode } from "../../domain/pledges/code.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { explainValue } from "../explain/input.ts";
import type { Failure } from "../failure.ts";
import { terminalFor } from "../questions/terminal.ts";
import { receiptScreen } from "../render/receipt.ts";

interface Options {
  readonly from?: string;
}

/** In bytes: a code, and what somebody may have put around it. */
const largestCode = 1024;

const mistyped = fail({ type: "code-mistyped" } as const);

const codeIn = (text: string): Result<PledgeCode, Failure> => {
  const code = parsePledgeCode(text.trim());
  return code === undefined ? mistyped : ok(code);
};

/** Never an argument: a shell and an employer's tools keep those. */
const codeFor = async (
  context: Context,
  { from }: Options,
): Promise<Result<PledgeCode, Failure>> => {
  if (from !== undefined) {
    const text = await context.world.files.read(from, largestCode);
    return text.ok ? codeIn(text.value) : text;
  }
  const ask = await terminalFor(context, "--from FILE");
  if (!ask.ok) return ask;
  const typed = await ask.value.secret({
    message: "Your pledge code (it is kept nowhere)",
    check: (text) =>
      parsePledgeCode(text) !== undefined || `It ${explainValue({ type: "code-mistyped" })}.`,
  });
  return codeIn(typed);
};

/** JSON: `{"v":1,"counted","campaign","on","entries"}`; exit 0 where the code is in the list, 1 where it is not. */
export const receiptCheck = async (
  context: Context,
  path: string,
  options: Options,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const text = await world.files.read(path, largestReceipts);
  if (!text.ok) return talk.fail(text.failure);
  const receipts = parseReceipts(text.value);
  if (!receipts.ok) return talk.fail(receipts.failure);
  const code = await codeFor(context, options);
  if (!code.ok) return talk.fail(code.failure);
  const counted = isCountedIn(world.hashes, receipts.value, code.value);
  const { campaign, on, entries } = receipts.value;
  const width = await world.textWidth();
  talk.answer({ v: 1, counted, campaign, on, entries: entries.length }, () =>
    receiptScreen({ counted, on }, talk.columns, width),
  );
  return counted ? exitCodes.done : exitCodes.no;
};
