/** Before a tally in which few people changed leaves: whether to wait until more have. */
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { counted } from "../../domain/text/words.ts";
import { changedThemselves } from "../../usecases/tallies/draft-tally.ts";
import type { Draft } from "../../usecases/tallies/draft-tally.ts";
import type { Context } from "../context.ts";
import type { UsageFailure } from "../failure.ts";
import { terminalFor } from "./terminal.ts";

/** Why a tally in which so few changed should wait. */
export const fewChanged = (changed: number): string =>
  `Only ${counted(changed, "person", "people")} changed since your last tally; whoever compares the two files may work out who.`;

/** Enter waits; --yes goes on. */
export const askToWait = async (
  context: Context,
  draft: Pick<Draft, "changed" | "handedOver">,
): Promise<Result<boolean, UsageFailure>> => {
  if (context.globals.yes) return ok(false);
  const ask = await terminalFor(context, "--yes");
  if (!ask.ok) return fail({ type: "confirmation-needed" });
  const message = `${fewChanged(changedThemselves(draft))} Wait until more have?`;
  return ok(await ask.value.yes({ message, offered: true }));
};
