/** A report of `pledge doctor`: a sign, which repeats what the words say, the words, and the way out. */
import { hanging } from "./columns.ts";
import type { Screen } from "./committee.ts";
import type { Paint } from "./paint.ts";

export interface Line {
  readonly sign: "ok" | "bad" | "note";
  readonly text: string;
  readonly hint?: string;
  /** To be copied whole, so no line break comes into it. */
  readonly command?: string;
}

const label = { ok: "ok  ", bad: "BAD ", note: "note" } as const;

/** Columns before the words. */
const indent = 5;

export const reportText = (
  lines: readonly Line[],
  { paint, columns, width }: Screen & { readonly paint: Paint },
): string => {
  const painted = { ok: paint.good, bad: paint.bad, note: paint.strong };
  const below = (text: string): string => `\n${" ".repeat(indent)}${text}`;
  return lines
    .map(({ sign, text, hint, command }) => {
      const begun = `${painted[sign](label[sign])} ${hanging(text, indent, columns, width)}`;
      const out = hint === undefined ? "" : below(hanging(hint, indent, columns, width));
      return `${begun}${out}${command === undefined ? "" : below(command)}`;
    })
    .join("\n");
};
