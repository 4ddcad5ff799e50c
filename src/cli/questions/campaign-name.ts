/** The name of the campaign, typed by whoever is about to destroy something: nobody does that by a slip. */
import type { Ask } from "../../domain/asking/ask.ts";
import { folded } from "../../domain/text/folded.ts";
import { showable } from "../../domain/text/clean.ts";

const alike = (one: string, other: string): boolean =>
  folded(one.normalize("NFKC")).trim() === folded(other.normalize("NFKC")).trim();

/** False where nothing was typed. */
export const typedName = async (ask: Ask, message: string, name: string): Promise<boolean> => {
  const typed = await ask.line({
    message: `${message} To go on, type its name: ${showable(name)} (Enter alone: nothing happens)`,
    check: (answer) =>
      answer.trim() === "" || alike(answer, name) || "That is another name. Enter alone goes back.",
  });
  return typed.trim() !== "";
};
