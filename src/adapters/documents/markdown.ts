/**
 * A letter as Markdown: the text that people signed, byte for byte, with each place outside it
 * filled in between its marker and its end marker, or gone without a trace. Whoever puts the bare
 * marker back for everything from the first line that holds it to its end marker has the text again.
 */
import { endMarkerOf, markerOf } from "../../domain/letters/outside.ts";
import type { OutsideBlock } from "../../domain/letters/outside.ts";
import { escapeMarkdown } from "../../domain/text/markdown.ts";
import type { Inline, OutsideNode } from "./model.ts";
import { sectionsOf } from "./sections.ts";

const inlineMarkdown = (inline: Inline): string => {
  switch (inline.type) {
    // Our own phrases, which hold no markup.
    case "text":
      return inline.text;
    case "value":
      return escapeMarkdown(inline.text);
    default:
      throw new TypeError(`${inline.type} never stands outside the text`);
  }
};

/** In one line. */
export const markdownOf = (inlines: readonly Inline[]): string =>
  inlines.map(inlineMarkdown).join("");

const paragraphsOf = (node: OutsideNode): readonly string[] => {
  if (node.type === "paragraph") {
    const content = markdownOf(node.inlines);
    return [node.role === "note" ? `*${content}*` : content];
  }
  return [
    `**${markdownOf(node.heading)}**`,
    ...(node.lines.length === 0
      ? []
      : [node.lines.map((line) => `- ${markdownOf(line)}`).join("\n")]),
    ...(node.others === undefined ? [] : [markdownOf(node.others)]),
  ];
};

const filledIn = (block: OutsideBlock, line: string, nodes: readonly OutsideNode[]): string => {
  const content = nodes.flatMap(paragraphsOf).join("\n\n");
  const marker = markerOf(block);
  return line.replace(marker, () => `${marker}\n\n${content}\n\n${endMarkerOf(block)}`);
};

const isBlank = (line: string | undefined): boolean => line?.trim() === "";

/** Adds what follows a place that is left out, so that no blank line is doubled and no two paragraphs meet. */
const closeGap = (before: readonly string[], after: readonly string[]): readonly string[] => {
  const next = after.findIndex((line) => !isBlank(line));
  if (before.length === 0 || isBlank(before.at(-1))) return next === -1 ? [] : after.slice(next);
  return next === 0 ? ["", ...after] : after;
};

/** `contentOf` gives what fills a block; nothing leaves it out. */
export const writeMarkdown = (
  markdown: string,
  contentOf: (block: OutsideBlock) => readonly OutsideNode[],
): string => {
  const lines: string[] = [];
  let gap = false;
  for (const section of sectionsOf(markdown)) {
    if (section.type === "text") {
      lines.push(...(gap ? closeGap(lines, section.lines) : section.lines));
      gap = false;
      continue;
    }
    const nodes = contentOf(section.block);
    if (nodes.length === 0) gap = true;
    else lines.push(filledIn(section.block, section.line, nodes));
  }
  const written = lines.join("\n");
  return written.endsWith("\n") ? written : `${written}\n`;
};
