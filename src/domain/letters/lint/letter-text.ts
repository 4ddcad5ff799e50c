/** A letter's Markdown as a person reads it: blocks, sentences and the lines on which they stand, without markup. */
import { blockMarkedBy } from "../outside.ts";
import type { OutsideBlock } from "../outside.ts";
import { folded, lettersOf } from "../../text/folded.ts";
import { sentencesIn } from "./sentences.ts";

export interface Sentence {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** For patterns: see `folded`. */
  readonly folded: string;
}

export interface Block {
  /** `source`: an item of the numbered list at the end that says where facts are from. */
  readonly kind: "paragraph" | "heading" | "bullet" | "numbered" | "source";
  readonly line: number;
  readonly text: string;
  /** See `lettersOf`. */
  readonly letters: string;
  readonly sentences: readonly Sentence[];
}

export interface LetterText {
  readonly blocks: readonly Block[];
  /** The places outside the text, by the lines of their marks. */
  readonly outside: ReadonlyMap<OutsideBlock, number>;
  readonly sentences: readonly Sentence[];
  /** The last line with something on it; 1 for an empty text. */
  readonly lastLine: number;
}

const escaped = /\\([!-/:-@[-`{-~])/gu;

// A character of the private use area for each escaped one, so that it is not taken for markup.
const hidden = 0xe000;

const withoutMarkup = (line: string): string =>
  line
    .replaceAll(/[\uE000-\uE07F]/gu, "\uFFFD")
    .replaceAll(escaped, (_, sign: string) => String.fromCharCode(hidden + sign.charCodeAt(0)))
    .replaceAll(/!?\[([^[\]]*)\]\(([^()\s]*)\)/gu, "$1 $2")
    .replaceAll(/[*`]/gu, "")
    // Three and more are a line to write on.
    .replaceAll(/(?<!_)_{1,2}(?!_)/gu, "")
    .replaceAll(/[\uE000-\uE07F]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - hidden));

/** One opening of a line: a heading, an item, a quotation. */
const opening = /^ {0,3}(?:(#{1,6})(?=[ \t]|$)|(\d{1,9})[.)](?=[ \t])|([-+*])(?=[ \t])|>)[ \t]*/u;

interface Line {
  readonly number: number;
  /** A hard break ends a sentence: it is an address or a list, and no running text. */
  readonly broken: boolean;
  readonly text: string;
}

/** Sentences of lines that run on, each with the line on which it begins. */
const sentencesOf = (lines: readonly Line[]): readonly Sentence[] => {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    starts.push(length);
    length += text.length + 1;
  }
  let at = 0;
  return sentencesIn(lines.map(({ text }) => text).join(" ")).map(({ text, start }) => {
    while ((starts[at + 1] ?? Infinity) <= start) at += 1;
    return { line: lines[at]?.number ?? 1, text, folded: folded(text) };
  });
};

const blockOf = (kind: Block["kind"], lines: readonly Line[]): Block => {
  const sentences: Sentence[] = [];
  let run: Line[] = [];
  for (const [index, line] of lines.entries()) {
    run.push(line);
    if (line.broken || index === lines.length - 1) {
      sentences.push(...sentencesOf(run));
      run = [];
    }
  }
  const text = lines.map((line) => line.text).join(" ");
  return { kind, line: lines[0]?.number ?? 1, text, letters: lettersOf(text), sentences };
};

const kindOf = (match: RegExpExecArray | null): Block["kind"] => {
  if (match?.[1] !== undefined) return "heading";
  if (match?.[2] !== undefined) return "numbered";
  return match?.[3] === undefined ? "paragraph" : "bullet";
};

const sourcesHeading = /^(?:sources|fuentes):$/iu;

/** The numbered items under the heading of the sources are no demands. */
const withSources = (blocks: readonly Block[]): readonly Block[] => {
  let inSources = false;
  return blocks.map((block) => {
    if (block.kind !== "numbered") inSources = sourcesHeading.test(block.text);
    return inSources && block.kind === "numbered" ? { ...block, kind: "source" } : block;
  });
};

/** Reads any text whatever; never throws. */
export const readLetterText = (markdown: string): LetterText => {
  const blocks: Block[] = [];
  const outside = new Map<OutsideBlock, number>();
  let kind: Block["kind"] = "paragraph";
  let open: Line[] = [];
  let lastLine = 1;
  const close = (): void => {
    if (open.length > 0) blocks.push(blockOf(kind, open));
    open = [];
    kind = "paragraph";
  };
  for (const [index, raw] of markdown.split("\n").entries()) {
    const number = index + 1;
    const marked = blockMarkedBy(raw);
    if (raw.trim() !== "") lastLine = number;
    if (marked !== undefined) {
      close();
      outside.set(marked, number);
      continue;
    }
    const match = opening.exec(raw);
    const begins = kindOf(match);
    if (raw.trim() === "" || begins !== "paragraph" || kind === "heading") close();
    if (raw.trim() === "") continue;
    if (begins !== "paragraph") kind = begins;
    const broken = /(?<!\\)\\$| {2}$/u.test(raw);
    const words = withoutMarkup(raw.slice(match?.[0].length ?? 0).replace(/(?<!\\)\\$/u, ""));
    open.push({ number, broken, text: words.trim() });
  }
  close();
  return {
    blocks: withSources(blocks),
    outside,
    sentences: blocks.flatMap(({ sentences }) => sentences),
    lastLine,
  };
};
