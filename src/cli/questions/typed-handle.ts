/** The handle of a member, typed by whoever is about to give her names: nobody does that by a slip. */
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Context } from "../context.ts";
import type { Failure } from "../failure.ts";
import { terminalFor } from "./terminal.ts";

/** False where nothing was typed. `given` is what --confirm says; without it and without a terminal, a failure: --yes is not enough. */
export const typedHandle = async (
  context: Context,
  handle: string,
  given: string | undefined,
): Promise<Result<boolean, Failure>> => {
  if (given !== undefined)
    return given === handle ? ok(true) : fail({ type: "handover-confirm-other" });
  const ask = await terminalFor(context, `--yes and --confirm ${handle}`);
  if (!ask.ok) return ask;
  const typed = await ask.value.line({
    message: `Names leave this vault, and nothing brings them back. To go on, type to whom: ${handle} (Enter alone: nothing happens)`,
    check: (answer) =>
      answer.trim() === "" ||
      answer.trim() === handle ||
      "That is another handle. Enter alone goes back.",
  });
  return ok(typed.trim() !== "");
};
