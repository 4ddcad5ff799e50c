/** `pledge test add NAME`: begins a structure test. */
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { cleanLine } from "../../domain/text/clean.ts";
import { beginTest } from "../../usecases/structure-tests.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { terminalFor } from "../questions/terminal.ts";
import { askText } from "../questions/text.ts";
import { withVault } from "../unlock.ts";

const askFor = async (
  context: Context,
  given: string | undefined,
): Promise<Result<string, Failure>> => {
  if (given !== undefined) {
    const cleaned = cleanLine(given);
    if (cleaned.ok) return cleaned;
    return {
      ok: false,
      failure: {
        type: "input-refused",
        source: "structure-test",
        faults: [{ path: "ask", fault: cleaned.failure }],
      },
    };
  }
  const ask = await terminalFor(context, "--ask TEXT");
  if (!ask.ok) return ask;
  return ok(
    await askText(ask.value, {
      message: 'What are people asked to do? For example "wear the badge on Friday"',
      optional: false,
    }),
  );
};

/** JSON: `{"v":1,"test":{"name","ask","begunOn"}}`. */
export const testAdd = (
  context: Context,
  name: string,
  options: { readonly ask?: string },
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const text = await askFor(context, options.ask);
    if (!text.ok) return talk.fail(text.failure);
    const begun = beginTest(vault, name, text.value, world.clock.today());
    if (!begun.ok) return talk.fail(begun.failure);
    const test = begun.value;
    talk.answer(
      { v: 1, test: { ...test } },
      () => `${test.name} has begun. Note whom you ask: pledge test note ${test.name} asked`,
    );
    return exitCodes.done;
  });
