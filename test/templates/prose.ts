/** Reads a rendered letter as a person would: paragraphs, sentences and words, without its markup. */
import { blockMarkedBy } from "../../src/domain/letters/outside.ts";

const plain = (markdown: string): string =>
  markdown
    .replaceAll(/^(?:\d+\.|-(?: \[ \])?) /gmu, "")
    .replaceAll(/^[| -]+$/gmu, "")
    .replaceAll("**", "")
    .replaceAll(/\\(?=[!-/:-@[-`{-~])/gu, "");

/** The paragraphs and list items inside the text that people sign. */
export const paragraphsOf = (markdown: string): readonly string[] =>
  markdown
    .trim()
    .split(/\n{2,}|\n(?=\d+\. |- |\|)/u)
    .filter((paragraph) => blockMarkedBy(paragraph) === undefined)
    .map((paragraph) => plain(paragraph).replaceAll("\n", " "));

const english = new Intl.Segmenter("en", { granularity: "sentence" });

export const sentencesOf = (paragraph: string): readonly string[] =>
  [...english.segment(paragraph)].map(({ segment }) => segment.trim());

/** What stands between white space and holds a letter or a digit. */
export const wordsOf = (text: string): readonly string[] =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Sentences that say "subpoena" without having said "judge" before it. */
export const bareSubpoenas = (sentences: readonly string[]): readonly string[] =>
  sentences.filter((sentence) => /subpoena/iu.test(sentence.split(/judge/iu)[0] ?? ""));
