/** Which of a person's pledges a command is about, where its action was left out. */
import type { ActionKey } from "../domain/campaign/campaign.ts";
import type { Pledge } from "../domain/pledges/pledge.ts";
import type { Context } from "./context.ts";
import { terminalFor } from "./questions/terminal.ts";
import { actionWords } from "./render/words.ts";

interface Question {
  readonly message: string;
  /** The words for all of them, where that is an answer. */
  readonly all?: string;
}

/** The action of the pledge that is chosen at the terminal. Nothing for all of them, where there is but one, and where nobody can be asked. */
export const whichPledge = async (
  context: Context,
  pledges: readonly Pledge[],
  { message, all }: Question,
): Promise<ActionKey | undefined> => {
  if (pledges.length < 2) return undefined;
  const ask = await terminalFor(context, "an action");
  if (!ask.ok) return undefined;
  const each = pledges.map(({ action }) => ({ value: action, label: actionWords(action) }));
  const chosen = await ask.value.one<ActionKey | null>({
    message,
    choices: [...each, ...(all === undefined ? [] : [{ value: null, label: all }])],
  });
  return chosen ?? undefined;
};
