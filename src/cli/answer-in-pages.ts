/**
 * An answer that may be longer than the screen and has names in it: through a pager, whose screen is gone when one
 * leaves it. Printed like any other where it fits, where there is no pager, and where that fails.
 */
import type { Json } from "../domain/text/canonical-json.ts";
import { isWatched } from "./answer-aside.ts";
import type { Context } from "./context.ts";

export const answerInPages = async (
  context: Context,
  json: Json,
  text: () => string,
): Promise<void> => {
  const { world, talk } = context;
  const { rows } = world.stdout;
  if (!isWatched(context) || rows === undefined) return talk.answer(json, text);
  const shown = `${text().replace(/\n+$/u, "")}\n`;
  // The prompt of the shell, or of the pager, has the last line.
  const fits = shown.split("\n").length <= rows;
  const pager = fits ? undefined : await world.pager();
  if (pager !== undefined && (await pager.show(shown))) return;
  talk.answer(json, () => shown);
};
