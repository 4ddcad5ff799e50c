/**
 * Markdown into the model, by marked's lexer alone: its renderer would let HTML through. Raw HTML
 * is text, a picture is its description, an address other than http, https and mailto is
 * left out. Never throws: where the lexer fails the text stands there as it was typed.
 */
import type { Lexer, MarkedToken, Token, Tokens } from "marked";
import { showable } from "../../domain/text/clean.ts";
import { createLexer } from "./lexer.ts";
import type { Block, Inline, ListItem, Paragraph } from "./model.ts";
import { resolveReferences } from "./references.ts";

const text = (content: string): Inline => ({
  type: "text",
  text: showable(content.replaceAll(/[ \t]*\n[ \t]*|\t/gu, " ")),
});

const printedAddress = (address: string): string | undefined => {
  if (/^https?:\/\//iu.test(address)) return showable(address);
  return /^mailto:./iu.test(address) ? showable(address.slice("mailto:".length)) : undefined;
};

const readLink = (token: Tokens.Link): readonly Inline[] => {
  const inlines = token.autolink === true ? [text(token.text)] : readInlines(token.tokens);
  const address = printedAddress(
    token.autolink === true ? token.href : resolveReferences(token.href),
  );
  const only = inlines.length === 1 ? inlines[0] : undefined;
  return address === undefined || (only?.type === "text" && only.text === address)
    ? inlines
    : [{ type: "link", inlines, address }];
};

const readInline = (token: MarkedToken): readonly Inline[] => {
  switch (token.type) {
    case "text":
      return token.tokens === undefined
        ? [text(resolveReferences(token.text))]
        : readInlines(token.tokens);
    case "escape":
      return [text(token.text)];
    case "strong":
      return [{ type: "strong", inlines: readInlines(token.tokens) }];
    case "em":
      return [{ type: "emphasis", inlines: readInlines(token.tokens) }];
    case "codespan":
      return [{ type: "code", text: showable(token.text.replaceAll("\t", " ")) }];
    case "br":
      return [{ type: "break" }];
    case "link":
      return readLink(token);
    case "image":
      return readInlines(token.tokens);
    case "checkbox":
      return [];
    default:
      return [text(token.raw)];
  }
};

const readInlines = (tokens: readonly Token[]): readonly Inline[] =>
  tokens.flatMap((token) => readInline(token as MarkedToken));

const paragraph = (inlines: readonly Inline[]): Paragraph => ({ type: "paragraph", inlines });

/** Each line as it was typed. */
const readHtml = (raw: string): Paragraph =>
  paragraph(
    raw
      .trimEnd()
      .split("\n")
      .flatMap((line, index) => (index === 0 ? [text(line)] : [{ type: "break" }, text(line)])),
  );

const readItem = (item: Tokens.ListItem): ListItem => ({
  ...(item.task ? { ticked: item.checked === true } : {}),
  blocks: readBlocks(item.tokens),
});

const readBlock = (token: MarkedToken): readonly Block[] => {
  switch (token.type) {
    case "space":
    case "def":
    case "checkbox":
      return [];
    case "heading":
      return [{ type: "heading", level: token.depth, inlines: readInlines(token.tokens) }];
    case "paragraph":
      return [paragraph(readInlines(token.tokens))];
    case "list":
      return [
        {
          type: "list",
          ...(token.start === "" ? {} : { start: token.start }),
          loose: token.loose,
          items: token.items.map(readItem),
        },
      ];
    case "blockquote":
      return [{ type: "quote", blocks: readBlocks(token.tokens) }];
    case "code":
      return [
        {
          type: "code",
          lines: token.text
            .trimEnd()
            .split("\n")
            .map((line) => showable(line.replaceAll("\t", "    "))),
        },
      ];
    case "html":
      return [readHtml(token.raw)];
    case "table":
      return [
        {
          type: "table",
          header: token.header.map((cell) => readInlines(cell.tokens)),
          rows: token.rows.map((row) => row.map((cell) => readInlines(cell.tokens))),
        },
      ];
    case "hr":
      return [{ type: "rule" }];
    default:
      return [paragraph(readInline(token))];
  }
};

const readBlocks = (tokens: readonly Token[]): readonly Block[] =>
  tokens.flatMap((token) => readBlock(token as MarkedToken));

/** The tokens of a text; nothing where the lexer has a fault that this text finds. */
const lexed = (lexer: Lexer, markdown: string): readonly Token[] | undefined => {
  try {
    return lexer.lex(markdown);
  } catch {
    return undefined;
  }
};

const asTyped = (markdown: string): readonly Block[] =>
  markdown
    .split(/\n(?:[ \t]*\n)+/u)
    .filter((part) => part.trim() !== "")
    .map(readHtml);

/** Reads parts of one text apart; a link may be defined in another part than the one that uses it. */
export const readMarkdown = (parts: readonly string[]): readonly (readonly Block[])[] => {
  const whole = createLexer();
  lexed(whole, parts.join("\n\n"));
  return parts.map((part) => {
    const lexer = createLexer();
    Object.assign(lexer.tokens.links, whole.tokens.links);
    const tokens = lexed(lexer, part);
    return tokens === undefined ? asTyped(part) : readBlocks(tokens);
  });
};
