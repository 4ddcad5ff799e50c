/**
 * The Markdown between the tags of a template. A backslash keeps a value from being markup in
 * running text only: in a code span it is printed, in a link's target or an HTML tag it does not
 * stop what follows. So a value may not stand there, nor may the text hold what could pass for one
 * of the marks of `domain/letters/outside.ts`, or turn a value in brackets into a link.
 */
import type { Place } from "../../domain/letters/ports.ts";

export type ProsePart =
  /** Text of the template; `lead` is what the syntax ate before it, `fixed` that it stands in a partial. */
  | { readonly text: string; readonly lead: string; readonly place: Place; readonly fixed: boolean }
  /** The place of a tag that prints a value. */
  | { readonly value: Place };

type Fault = Place & { readonly what: string };

/** Stands for a value in the text that is looked at. */
const valueSign = "\uFDD0";

/** The place of a character within a part, from the place at which the part begins. */
const placeWithin = (part: ProsePart, offset: number): Place => {
  if ("value" in part) return part.value;
  if (part.fixed) return part.place;
  const before = (part.lead + part.text.slice(0, offset)).split("\n");
  const last = before.at(-1) ?? "";
  return before.length === 1
    ? { line: part.place.line, column: part.place.column + last.length }
    : { line: part.place.line + before.length - 1, column: last.length + 1 };
};

// An even number of backslashes escapes nothing; looked back at last, since at every character it would take quadratic
// time. Files keep the text as it is, and whatever shows one could load them.
/** A picture of Markdown, and a tag of HTML; an address between < and > is neither. */
export const picture = /!\[(?<=(?<!\\)(?:\\\\)*!\[)/gu;
export const tagOfHtml =
  /<(?=[A-Za-z/!?])(?!!--)(?!(?:https?:\/\/|mailto:)[^\s<>]*>)(?<=(?<!\\)(?:\\\\)*<)/gu;

/** Text that no template may hold anywhere. */
const forbiddenText: readonly (readonly [RegExp, string])[] = [
  [picture, "holds a picture, which no letter may"],
  [tagOfHtml, "holds HTML, which no letter may; write \\<"],
  [
    /(?<!\\)<!--/gu,
    "holds a comment of HTML, which could pass for a block outside the text; write {{! ... }}",
  ],
  [/^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?<fence>```|~~~)/gmu, "opens a block of code"],
  [/^[ \t>]*\[[^\]\n]+\]:/gmu, "sets the target of a link apart from the link"],
];

/** What follows the last place where the sign stands, the sign included. */
const sinceLast = (text: string, sign: string): string | undefined => {
  const at = text.lastIndexOf(sign);
  return at === -1 ? undefined : text.slice(at);
};

// By the last opening only, not by one expression over all of the text: that takes quadratic time.
/** What a value may not stand in, judged by the text before it. */
const openings: readonly (readonly [(before: string) => boolean, string])[] = [
  [
    (before) => sinceLast(before, "](")?.includes(")") === false,
    "prints a value in the target of a link",
  ],
  [(before) => sinceLast(before, "![")?.includes("]") === false, "prints a value in a picture"],
  [
    (before) => /^<(?:[A-Za-z/!?][^>]*)?$/u.test(sinceLast(before, "<") ?? ""),
    "prints a value inside < and >",
  ],
];

// The first alternative steps over an escaped character, so that \` opens nothing.
const codeSpan = /\\[^]|(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/gu;

const paragraphBreak = /\n[ \t]*\n/gu;

/** Where each part begins in the whole text. */
const layOut = (parts: readonly ProsePart[]) => {
  const starts: number[] = [];
  let whole = "";
  for (const part of parts) {
    starts.push(whole.length);
    whole += "value" in part ? valueSign : part.text;
  }
  const placeAt = (offset: number): Place => {
    const index = Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    );
    const part = parts[index];
    return part === undefined
      ? { line: 1, column: 1 }
      : placeWithin(part, offset - (starts[index] ?? 0));
  };
  return { whole, placeAt };
};

/** The faults of the text and of the values in it, each at its place; blocks count as if all were shown. */
export const checkProse = (parts: readonly ProsePart[]): readonly Fault[] => {
  const { whole, placeAt } = layOut(parts);
  const inText = forbiddenText.flatMap(([pattern, what]) =>
    [...whole.matchAll(pattern)].map((match) => {
      const white = /^\s*/u.exec(match[0])?.[0].length ?? 0;
      return { ...placeAt(match.index + white), what };
    }),
  );
  const ofValues: Fault[] = [];
  let start = 0;
  for (const end of [
    ...[...whole.matchAll(paragraphBreak)].map(({ index }) => index),
    whole.length,
  ]) {
    const paragraph = whole.slice(start, end);
    const spans = [...paragraph.matchAll(codeSpan)].filter(([, ticks]) => ticks !== undefined);
    for (const { index } of paragraph.matchAll(/\uFDD0/gu)) {
      const before = paragraph.slice(0, index);
      const inCode = spans.some(
        (span) => span.index < index && index < span.index + span[0].length,
      );
      const whats = openings.flatMap(([isOpen, what]) => (isOpen(before) ? [what] : []));
      for (const what of inCode ? ["prints a value between backticks", ...whats] : whats) {
        ofValues.push({ ...placeAt(start + index), what });
      }
    }
    start = end;
  }
  return [...inText, ...ofValues];
};
