/**
 * A letter as one HTML file that prints on A4 and US Letter. It asks the network for nothing and
 * runs nothing; it does not say what made it, or when. Every text goes through `escapeHtml`,
 * and no attribute ever holds one except the language.
 */
import type { Block, Inline, ListItem, Paragraph, Signatures } from "./model.ts";
import { letterStyle } from "./style.ts";

type Of<Type extends Block["type"]> = Extract<Block, { readonly type: Type }>;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/gu, (character) => entities[character] ?? "");

const inlineHtml = (inline: Inline): string => {
  switch (inline.type) {
    case "text":
      return escapeHtml(inline.text);
    case "value":
      return `<bdi dir="auto">${escapeHtml(inline.text)}</bdi>`;
    case "code":
      return `<code>${escapeHtml(inline.text)}</code>`;
    case "strong":
      return `<strong>${htmlOf(inline.inlines)}</strong>`;
    case "emphasis":
      return `<em>${htmlOf(inline.inlines)}</em>`;
    // On paper nobody can follow a link, and on a screen nobody should without seeing where to.
    case "link":
      return `${htmlOf(inline.inlines)} <span class="address">&lt;${escapeHtml(inline.address)}&gt;</span>`;
    case "break":
      return "<br>\n";
  }
};

const htmlOf = (inlines: readonly Inline[]): string => inlines.map(inlineHtml).join("");

const paragraphHtml = (block: Paragraph): string => {
  const name = block.role === undefined ? "" : ` class="${block.role}"`;
  return `<p${name}>${htmlOf(block.inlines)}</p>`;
};

const itemHtml = (item: ListItem, loose: boolean): string => {
  const name = item.ticked === undefined ? "" : ` class="${item.ticked ? "ticked" : "to-tick"}"`;
  const blocks = item.blocks.map((block) =>
    !loose && block.type === "paragraph" ? htmlOf(block.inlines) : blockHtml(block),
  );
  return `<li${name}>${blocks.join("\n")}</li>`;
};

const listHtml = (block: Of<"list">): string => {
  const [open, close] =
    block.start === undefined
      ? ["<ul>", "</ul>"]
      : [block.start === 1 ? "<ol>" : `<ol start="${block.start}">`, "</ol>"];
  return [open, ...block.items.map((item) => itemHtml(item, block.loose)), close].join("\n");
};

const tableHtml = (block: Of<"table">): string => {
  const row = (cells: readonly (readonly Inline[])[], name: "th" | "td"): string =>
    `<tr>${cells.map((cell) => `<${name}>${htmlOf(cell)}</${name}>`).join("")}</tr>`;
  return [
    "<table>",
    `<thead>${row(block.header, "th")}</thead>`,
    "<tbody>",
    ...block.rows.map((cells) => row(cells, "td")),
    "</tbody>",
    "</table>",
  ].join("\n");
};

const signaturesHtml = (block: Signatures): string =>
  [
    '<section class="signatures">',
    `<h2>${htmlOf(block.heading)}</h2>`,
    ...(block.lines.length === 0
      ? []
      : ["<ul>", ...block.lines.map((line) => `<li>${htmlOf(line)}</li>`), "</ul>"]),
    ...(block.others === undefined ? [] : [`<p class="others">${htmlOf(block.others)}</p>`]),
    "</section>",
  ].join("\n");

const blockHtml = (block: Block): string => {
  switch (block.type) {
    case "paragraph":
      return paragraphHtml(block);
    case "heading":
      return `<h${block.level}>${htmlOf(block.inlines)}</h${block.level}>`;
    case "list":
      return listHtml(block);
    case "quote":
      return `<blockquote>\n${blocksHtml(block.blocks)}\n</blockquote>`;
    case "code":
      return `<pre>${escapeHtml(block.lines.join("\n"))}</pre>`;
    case "table":
      return tableHtml(block);
    case "rule":
      return "<hr>";
    case "signatures":
      return signaturesHtml(block);
  }
};

const blocksHtml = (blocks: readonly Block[]): string => blocks.map(blockHtml).join("\n");

export interface Page {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** `auto` is that of the text's first letter. */
  readonly direction: "ltr" | "rtl" | "auto";
  readonly blocks: readonly Block[];
}

/** The whole file, ending in a line break. */
export const writeHtml = ({ title, language, direction, blocks }: Page): string => `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${letterStyle}</style>
</head>
<body>
<main>
${blocksHtml(blocks)}
</main>
</body>
</html>
`;
