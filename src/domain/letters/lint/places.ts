/** Where things stand in a letter that was read, for rules that look at the same places. */
import { announcedSteps } from "../answers.ts";
import type { OutsideBlock } from "../outside.ts";
import type { ActionKey } from "../../campaign/campaign.ts";
import type { Block, Sentence } from "./letter-text.ts";
import type { ReadLetter } from "./rule.ts";
import { datedSources } from "./dates.ts";
import { lettersOf } from "../../text/folded.ts";
import { quotedIn, unquoted, wordCount } from "./sentences.ts";

/** The blocks in which a line of what somebody wrote stands, however it is escaped. */
export const blocksWith = ({ text }: ReadLetter, written: string): readonly Block[] => {
  const all = written.split("\n").map(lettersOf);
  // Of several lines a short one stands everywhere.
  const lines = all.filter((line) => line.length >= (all.length > 1 ? 8 : 1));
  return text.blocks.filter(({ letters }) => lines.some((line) => letters.includes(line)));
};

/** The blocks in which the answer to a question of the template stands; none where it is not shown. */
export const blocksAnswering = (letter: ReadLetter, variable: string): readonly Block[] => {
  const asked = letter.template.variables.some(({ name }) => name === variable);
  if (!asked || !Object.hasOwn(letter.answers, variable)) return [];
  return blocksWith(letter, letter.answers[variable] ?? "");
};

/** The first running text: a paragraph that ends as a sentence does, and is no address. */
export const openingAt = ({ text }: ReadLetter): number =>
  text.blocks.findIndex(
    (block) =>
      block.kind === "paragraph" &&
      wordCount(block.text) > 5 &&
      /[.!?…]["'”’»)]*$/u.test(block.text),
  );

export const firstTwoSentences = (letter: ReadLetter): readonly Sentence[] => {
  const at = openingAt(letter);
  return at === -1
    ? []
    : letter.text.blocks
        .slice(at)
        .filter(({ kind }) => kind === "paragraph")
        .flatMap(({ sentences }) => sentences)
        .slice(0, 2);
};

export const openingLine = (letter: ReadLetter): number =>
  letter.text.blocks[openingAt(letter)]?.line ?? 1;

/** The demands: items with numbers. */
export const demandItems = ({ text }: ReadLetter): readonly Block[] =>
  text.blocks.filter(({ kind }) => kind === "numbered");

/** Where facts and words stand or would: before the demands. */
export const middleLine = (letter: ReadLetter): number =>
  demandItems(letter)[0]?.line ?? letter.text.lastLine;

/** Whether a paragraph says where it has it from: a date with words in brackets. */
export const isSourced = ({ text }: Block): boolean => datedSources(text).length > 0;

/** Whether a paragraph is an answer to what the company is expected to say. */
export const isDefence = ({ demands, phrases }: ReadLetter, block: Block): boolean =>
  (phrases !== undefined &&
    block.sentences.some((sentence) => phrases.defence.test(sentence.folded))) ||
  demands.some(({ objection }) => {
    const answer = lettersOf(objection.answer);
    return answer !== "" && block.letters.includes(answer);
  });

/** A paragraph that quotes somebody at some length, and is no defence. */
export const quotesCompany = (letter: ReadLetter, block: Block): boolean =>
  block.kind === "paragraph" &&
  quotedIn(block.text).some((words) => wordCount(words) >= 3) &&
  wordCount(unquoted(block.text)) > 0 &&
  !isDefence(letter, block);

/** Sentences that say what follows when nothing comes: "if ... we will", and those that go on from there. */
export const consequences = (letter: ReadLetter): readonly Sentence[] => {
  const { phrases, text } = letter;
  if (phrases === undefined) return [];
  return text.blocks
    .filter((block) => block.kind === "paragraph" && !isDefence(letter, block))
    .flatMap(({ sentences }) =>
      sentences.filter((sentence) => {
        const own = unquoted(sentence.folded);
        return phrases.condition.test(own) && phrases.announcement.test(own);
      }),
    );
};

interface Step {
  readonly action: ActionKey;
  readonly line: number;
  /** The question that was answered with it; nothing where the text's own words name it. */
  readonly variable?: string;
}

/** The steps that a letter announces: by its answers, and by the words of its consequences. */
export const stepsNamed = (letter: ReadLetter): readonly Step[] => {
  const { template, answers, campaign, phrases } = letter;
  const said = consequences(letter);
  const line = said[0]?.line ?? letter.text.lastLine;
  const answered = announcedSteps({ ...wholeTemplate, ...template }, answers).map((step) => ({
    ...step,
    line: said.find(({ folded }) => phrases?.steps[step.action]?.test(folded))?.line ?? line,
  }));
  const inWords = said.flatMap((sentence) =>
    campaign.actions
      .filter(
        (action) =>
          phrases?.steps[action]?.test(unquoted(sentence.folded)) === true &&
          answered.every((step) => step.action !== action),
      )
      .map((action) => ({ action, line: sentence.line })),
  );
  return [...answered, ...inWords];
};

const wholeTemplate = { id: "", title: "", country: "", demands: [] };

export const outsideLine = ({ text }: ReadLetter, block: OutsideBlock): number | undefined =>
  text.outside.get(block);
