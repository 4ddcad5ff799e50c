/** What holds for the words of any letter: length, sentences, what was left over, what will not hold tomorrow. */
import { datesIn, withoutDates } from "./dates.ts";
import { paperKinds, wordLimits } from "./kinds.ts";
import type { Block } from "./letter-text.ts";
import { consequences, isSourced } from "./places.ts";
import type { Finding, ReadLetter, Rule } from "./rule.ts";
import { byChanging } from "./rule.ts";
import { unquoted, wordCount } from "./sentences.ts";

const longestSentence = 30;

/** Languages that put no space between words: nobody can count them by spaces. */
const unspaced = ["zh", "ja", "th", "lo", "km", "my", "bo"];

const isSpaced = ({ template }: ReadLetter): boolean =>
  !unspaced.includes(template.language.toLowerCase().split("-")[0] ?? "");

/**
 * What is left over when something should have been filled in. Each pattern has a sign without which it finds nothing:
 * a class of all letters takes a millisecond to compile, and hardly any letter needs one of these.
 */
const marks: readonly { readonly sign: RegExp; readonly mark: RegExp }[] = [
  { sign: /\{\{|\}\}/u, mark: /\{\{|\}\}/u },
  // What was left out of a quotation, or is a note to it, is no gap: […], [sic], [1].
  { sign: /\[/u, mark: /\[(?!sic\]|x\])\p{L}[^[\]]{1,60}\]/iu },
  {
    sign: /TBD|TBC|XX|POR DEFINIR|PENDIENTE DE/u,
    mark: /(?<![\p{L}\p{N}])(?:TBD|TBC|XX+|POR DEFINIR|PENDIENTE DE)(?![\p{L}\p{N}])/u,
  },
  { sign: /ipsum/iu, mark: /\blorem ipsum\b/iu },
  { sign: /</u, mark: /<(?:your |the )?(?:name|date|company|nombre|fecha|empresa)>/iu },
];

const holdsPlaceholder = ({ template }: ReadLetter, text: string): boolean => {
  const said = unquoted(text);
  return (
    marks.some(({ sign, mark }) => sign.test(said) && mark.test(said)) ||
    (/_{3}/u.test(text) && !paperKinds.includes(template.kind))
  );
};

/** Days that somebody answered with: what is asked by then is no day of writing. */
const daysAnswered = ({ answers, template }: ReadLetter): readonly string[] =>
  template.variables.flatMap(({ name, kind }) =>
    kind === "day" && Object.hasOwn(answers, name) ? (answers[name] ?? []) : [],
  );

const liveValues = (letter: ReadLetter): readonly Finding[] => {
  const { today, text, phrases } = letter;
  const steps = new Set(consequences(letter));
  const { on, answerBy, answeredOn } = letter.before ?? {};
  // Days that stay what they are, also when one of them is today.
  const told: readonly (string | undefined)[] = [...daysAnswered(letter), on, answerBy, answeredOn];
  // A number in a fact, with its source and date, was so on that day and stays so.
  const living = text.blocks.filter((block: Block) => !isSourced(block));
  return living
    .flatMap(({ sentences }) => sentences)
    .flatMap((sentence): Finding[] => {
      const { line } = sentence;
      const isToday =
        !told.includes(today) &&
        datesIn(sentence.text).some(({ day, precision }) => day === today && precision === "day");
      const counts =
        !steps.has(sentence) && phrases?.people.test(withoutDates(sentence.text)) === true;
      const what = isToday
        ? "today's date stands in the text"
        : "a number of people stands in the text";
      const outside = isToday ? "place-and-date" : "how-many";
      return isToday || counts
        ? [
            {
              line,
              what,
              wayOut: byChanging(
                letter,
                `take it out; it stands outside, at {{outside "${outside}"}}`,
              ),
            },
          ]
        : [];
    });
};

export const wording: readonly Rule[] = [
  {
    name: "bare-subpoena",
    about:
      "A subpoena is said to be a judge's or a court's in the same sentence, or an administrative one.",
    kinds: "every",
    check: (letter) =>
      letter.text.sentences
        .filter(
          ({ folded }) =>
            letter.phrases?.subpoena.test(folded) === true && !letter.phrases.judge.test(folded),
        )
        .map(({ line }) => ({
          line,
          what: "a subpoena that is not said to be a judge's",
          wayOut: byChanging(letter, "say that a judge must have signed it"),
        })),
  },
  {
    name: "word-limit",
    about: "The text is no longer than its kind may be.",
    kinds: "every",
    check: (letter) => {
      const limit = wordLimits[letter.template.kind];
      if (limit === undefined || !isSpaced(letter)) return [];
      let words = 0;
      let line: number | undefined;
      for (const block of letter.text.blocks) {
        words += wordCount(block.text);
        if (words > limit) line ??= block.line;
      }
      return line === undefined
        ? []
        : [
            {
              line,
              what: `${words} words, and ${limit} are the most for this kind of letter`,
              wayOut: byChanging(letter, "cut what it can do without"),
            },
          ];
    },
  },
  {
    name: "long-sentence",
    about: "No sentence has over 30 words; what is quoted does not count.",
    kinds: "every",
    check: (letter) =>
      isSpaced(letter)
        ? letter.text.sentences
            .map(({ line, text }) => ({ line, words: wordCount(unquoted(text)) }))
            .filter(({ words }) => words > longestSentence)
            .map(({ line, words }) => ({
              line,
              what: `a sentence of ${words} words`,
              wayOut: byChanging(letter, "make two sentences of it"),
            }))
        : [],
  },
  {
    name: "placeholder",
    about:
      "Nothing is left to fill in: no {{ }}, [name], TBD, XXX, lorem ipsum, and no line to write on except on paper.",
    kinds: "every",
    check: (letter) =>
      letter.text.blocks
        .flatMap(({ sentences }) => sentences)
        .filter(({ text }) => holdsPlaceholder(letter, text))
        .map(({ line }) => ({
          line,
          what: "something was left to be filled in",
          wayOut: byChanging(letter, "fill it in"),
        })),
  },
  {
    name: "live-value",
    about:
      "Today's date and a number of people change from one copy to the next, so they stand outside the text.",
    kinds: "every",
    check: liveValues,
  },
];
