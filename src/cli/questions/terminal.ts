/** Getting at somebody to ask: the terminal, unless the options forbid it. */
import type { Ask, NoTerminal } from "../../domain/asking/ask.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Context } from "../context.ts";
import type { UsageFailure } from "../failure.ts";

/** The terminal; under --no-input or without one, a failure that names what to use `instead`. */
export const terminalFor = async (
  { world, globals }: Context,
  instead: string,
): Promise<Result<Ask, NoTerminal>> =>
  globals.input ? world.ask(instead) : fail({ type: "no-terminal", instead });

/** A yes or no before something that cannot be undone; --yes says it beforehand. Enter means no. */
export const agreed = async (
  context: Context,
  message: string,
): Promise<Result<boolean, UsageFailure>> => {
  if (context.globals.yes) return ok(true);
  const ask = await terminalFor(context, "--yes");
  if (!ask.ok) return fail({ type: "confirmation-needed" });
  return ok(await ask.value.yes({ message, offered: false }));
};
