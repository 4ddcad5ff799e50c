/** The campaign's facts on the screen. */
import type { Fact } from "../../domain/letters/fact.ts";
import type { LetterName } from "../../domain/letters/letter.ts";
import { showable } from "../../domain/text/clean.ts";
import { listed } from "../../domain/text/words.ts";
import { hanging } from "./columns.ts";
import type { Width } from "./columns.ts";

const knownText = ({ known, letThrough }: Fact): string => {
  if (known === "public") return "public";
  return letThrough
    ? "known only from work; let through"
    : "known only from work; in no letter yet";
};

/** The key and the claim; below it the source, how it is known and which letters show it. */
export const factText = (
  fact: Fact,
  letters: readonly LetterName[],
  { columns, width }: { readonly columns: number; readonly width: Width },
): string => {
  const { key, claim, source, date } = fact;
  const below = [
    `${showable(source)}, ${date}`,
    knownText(fact),
    ...(letters.length === 0 ? [] : [`shown in ${listed(letters)}`]),
  ];
  return [
    hanging(`${key}: ${showable(claim)}`, 2, columns, width),
    ...below.map((line) => `  ${hanging(line, 2, columns, width)}`),
  ].join("\n");
};
