/** Writes a text of ours into a file's content: Markdown, plain text, HTML, DOCX. Deterministic, and no file or clock is touched. */
import type { OutsideBlock } from "../../domain/letters/outside.ts";
import type { Documents, LetterSource } from "../../domain/letters/ports.ts";
import { showable } from "../../domain/text/clean.ts";
import { writeDocx } from "./docx/write-docx.ts";
import { writeHtml } from "./html.ts";
import { writeMarkdown } from "./markdown.ts";
import type { Block, OutsideNode } from "./model.ts";
import { outsideContent } from "./outside-content.ts";
import { phrasesFor } from "./phrases.ts";
import { readMarkdown } from "./read-markdown.ts";
import { hasText, readOutside } from "./read-outside.ts";
import { sectionsOf } from "./sections.ts";
import { writeText } from "./text.ts";
import type { Phrases } from "./words.ts";

type ContentOf = (block: OutsideBlock) => readonly OutsideNode[];

const contentOf =
  (source: LetterSource, phrases: Phrases | undefined): ContentOf =>
  (block) =>
    phrases !== undefined && source.shown.includes(block)
      ? outsideContent(block, source.outside, phrases)
      : [];

const blocksOf = (markdown: string, content: ContentOf): readonly Block[] => {
  const sections = sectionsOf(markdown);
  const texts = readMarkdown(
    sections.map((section) => (section.type === "text" ? section.lines.join("\n") : "")),
  );
  return sections.flatMap((section, index) =>
    section.type === "text" ? (texts[index] ?? []) : content(section.block),
  );
};

const write: Documents["write"] = (source, format, width = 72) => {
  const phrases = phrasesFor(source.language);
  const content = contentOf(source, phrases);
  switch (format) {
    case "md":
      return writeMarkdown(source.markdown, content);
    case "txt":
      return writeText(blocksOf(source.markdown, content), width);
    case "html":
      return writeHtml({
        title: showable(source.title),
        language: source.language,
        direction: phrases?.direction ?? "auto",
        blocks: blocksOf(source.markdown, content),
      });
  }
};

/** Never throws on a text, whoever wrote it. */
export const createDocuments = (): Documents => ({
  hasWordsIn: (language) => phrasesFor(language) !== undefined,
  write,
  readOutside: (file, known, days) =>
    readOutside(file, known, days, { phrases: phrasesFor(known.language), write }),
  hasText: (file, known) => hasText(file, known, write),
  docx: (source) => {
    const phrases = phrasesFor(source.language);
    return writeDocx({
      language: source.language,
      direction: phrases?.direction ?? "auto",
      blocks: blocksOf(source.markdown, contentOf(source, phrases)),
    });
  },
});
