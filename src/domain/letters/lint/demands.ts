/** Block 7: two to four demands, one verb each, each with what satisfies it and a date. */
import { datesIn } from "./dates.ts";
import type { Block } from "./letter-text.ts";
import { demandItems } from "./places.ts";
import type { ReadLetter, Rule } from "./rule.ts";
import { byAnswering, byChanging } from "./rule.ts";
import { unquoted, wordCount } from "./sentences.ts";

const fewest = 2;
const most = 4;

/** What an item says besides its ask. */
const measureOf = ({ sentences }: Block): number =>
  sentences.slice(1).reduce((words, { text }) => words + wordCount(text), 0);

const asksTwice = (phrases: ReadLetter["phrases"], ask: string): boolean =>
  phrases !== undefined && phrases.joint.test(ask) && phrases.secondVerb.test(ask);

const perItem = (
  letter: ReadLetter,
  isWrong: (item: Block) => boolean,
  what: string,
  wayOut: string,
) =>
  demandItems(letter)
    .filter(isWrong)
    .map(({ line }) => ({ line, what, wayOut }));

const change = (letter: ReadLetter, doing: string): string =>
  letter.shared
    ? byChanging(letter, doing)
    : `To ${doing}, change the demand or choose another: "pledge campaign edit", then "pledge letter edit ${letter.name} --demands".`;

export const demands: readonly Rule[] = [
  {
    name: "demands-count",
    about: "A letter to an employer makes two to four demands, as items with numbers.",
    kinds: ["employer"],
    check: (letter) => {
      const items = demandItems(letter);
      const { length } = items;
      if (length >= fewest && length <= most) return [];
      const line = (length > most ? items[most] : items[0])?.line ?? letter.text.lastLine;
      const what =
        length === 0
          ? "no demand with a number"
          : `${length} numbered demand${length === 1 ? "" : "s"}`;
      return [
        {
          line,
          what: `${what} instead of two to four`,
          wayOut: change(letter, length > most ? "make fewer demands" : "make more demands"),
        },
      ];
    },
  },
  {
    name: "demand-without-date",
    about: "Each demand has a date by which it must be done.",
    kinds: ["employer"],
    check: (letter) =>
      letter.phrases === undefined
        ? []
        : perItem(
            letter,
            ({ text }) => !datesIn(text).some(({ precision }) => precision !== "year"),
            "a demand without a date",
            byAnswering(letter, "answerBy", "give each demand a date"),
          ),
  },
  {
    name: "demand-without-measure",
    about: "Each demand says, after the ask, what would satisfy it.",
    kinds: ["employer"],
    check: (letter) =>
      perItem(
        letter,
        // A date and three words more: "By 30 April 2027: it has ended."
        (item) => measureOf(item) < 7,
        "a demand that does not say what would satisfy it",
        change(letter, "say how anybody can tell that it is met"),
      ),
  },
  {
    name: "demand-verbs",
    about:
      'Each demand asks with one verb: its first sentence holds no semicolon and no second command after "and".',
    kinds: ["employer"],
    check: (letter) =>
      perItem(
        letter,
        ({ sentences }) => asksTwice(letter.phrases, unquoted(sentences[0]?.folded ?? "")),
        "a demand that asks for two things",
        change(letter, "ask for one thing at a time"),
      ),
  },
];
