/**
 * An answer with people in it: on a terminal it is shown on a screen that is gone when one leaves it, so that no name stays in what can
 * be scrolled back to. Printed like any other where there is no such screen, where none is wanted, and where that fails.
 */
import type { Json } from "../domain/text/canonical-json.ts";
import type { Context } from "./context.ts";

/** Whether an answer is looked at on a terminal by somebody who can leave it again. */
export const isWatched = ({ world: { stdout }, globals }: Context): boolean =>
  !globals.json && globals.input && stdout.isTerminal && stdout.rows !== undefined;

export const answerAside = async (
  context: Context,
  json: Json,
  text: () => string,
): Promise<void> => {
  const { world, talk } = context;
  const screen = isWatched(context) ? await world.ownScreen() : undefined;
  if (screen === undefined) return talk.answer(json, text);
  const shown = text();
  if (!(await screen.show(shown))) talk.answer(json, () => shown);
};
