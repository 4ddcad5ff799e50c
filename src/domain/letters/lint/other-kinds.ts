/** What kinds other than letters to an employer must hold: an ask, and what editors look for in a press statement. */
import { datesIn } from "./dates.ts";
import { demandItems, openingLine, outsideLine } from "./places.ts";
import type { ReadLetter, Rule } from "./rule.ts";
import { byChanging, unless } from "./rule.ts";
import { lettersOf } from "../../text/folded.ts";

/** A town, and a day: "RIVERTON, 22 November 2026 -". */
const hasDateline = (letter: ReadLetter): boolean =>
  outsideLine(letter, "place-and-date") !== undefined ||
  letter.text.blocks.some(({ text }) => {
    const head = text.slice(0, 80);
    return (
      /^\p{Lu}[^\d]{1,40}[,(—–-]/u.test(head) &&
      datesIn(head).some(({ precision }) => precision === "day")
    );
  });

/** How many things it asks: its numbered items, or the campaign's demands that stand in it. */
const asks = (letter: ReadLetter): number => {
  const told = letter.demands.filter(({ ask }) => {
    const letters = lettersOf(ask);
    return letters !== "" && letter.text.blocks.some((block) => block.letters.includes(letters));
  });
  return Math.max(demandItems(letter).length, told.length);
};

export const otherKinds: readonly Rule[] = [
  {
    name: "missing-ask",
    about: "It asks for something.",
    kinds: ["editor", "testimony", "petition"],
    check: (letter) => {
      const { phrases, text } = letter;
      if (phrases === undefined) return [];
      return unless(
        asks(letter) > 0 || text.sentences.some(({ folded }) => phrases.ask.test(folded)),
        openingLine(letter),
        "it asks for nothing",
        byChanging(letter, "ask for one thing"),
      );
    },
  },
  {
    name: "one-ask",
    about: "A letter to the editor and two minutes of testimony ask for one thing.",
    kinds: ["editor", "testimony"],
    check: (letter) =>
      unless(
        asks(letter) <= 1,
        demandItems(letter)[1]?.line ?? openingLine(letter),
        `it asks for ${asks(letter)} things`,
        byChanging(letter, "ask for one thing"),
      ),
  },
  {
    name: "missing-release-line",
    about: "A press statement says that it is for immediate release.",
    kinds: ["press"],
    check: (letter) => {
      const { phrases, text } = letter;
      if (phrases === undefined) return [];
      return unless(
        text.sentences.some(({ folded }) => phrases.release.test(folded)),
        1,
        "it does not say FOR IMMEDIATE RELEASE",
        byChanging(letter, "say in the first line that it is for immediate release"),
      );
    },
  },
  {
    name: "missing-dateline",
    about: "A press statement begins with place and date.",
    kinds: ["press"],
    check: (letter) =>
      unless(
        hasDateline(letter),
        openingLine(letter),
        "no place and date",
        byChanging(letter, 'begin with place and date, {{outside "place-and-date"}}'),
      ),
  },
  {
    name: "missing-end-mark",
    about: "A press statement ends in ### on a line of its own.",
    kinds: ["press"],
    check: (letter) =>
      unless(
        letter.markdown
          .split("\n")
          .some((line) => ["###", "# # #"].includes(line.replaceAll("\\", "").trim())),
        letter.text.lastLine,
        "no ### at its end",
        byChanging(letter, String.raw`end it, write \### on a line of its own`),
      ),
  },
];
