/** What two Markdown parsers that are not our writers make of a text: its structure, and the text in it. */
import { Parser } from "commonmark";
import { Lexer } from "marked";
import type { MarkedToken, Token, TokensList } from "marked";

/** A structure as a list of what opens and closes; texts that touch are one. */
type Reading = readonly string[];

const joined = (parts: readonly (readonly [kind: "text" | "mark", content: string])[]): Reading => {
  const reading: string[] = [];
  let open = false;
  for (const [kind, content] of parts) {
    if (kind === "text" && open) reading[reading.length - 1] += content;
    else reading.push(kind === "text" ? `text ${content}` : content);
    open = kind === "text";
  }
  return reading;
};

export const readByCommonmark = (markdown: string): Reading => {
  const walker = new Parser().parse(markdown).walker();
  const parts: [kind: "text" | "mark", content: string][] = [];
  for (let step = walker.next(); step !== null; step = walker.next()) {
    const { node, entering } = step;
    if (node.type === "text") parts.push(["text", node.literal ?? ""]);
    else if (node.type === "softbreak") parts.push(["text", "\n"]);
    else
      parts.push([
        "mark",
        `${entering ? "" : "/"}${node.type}${node.literal ?? ""}${node.destination ?? ""}`,
      ]);
  }
  return joined(parts);
};

const marks = (tokens: readonly Token[]): [kind: "text" | "mark", content: string][] =>
  tokens.flatMap((token): [kind: "text" | "mark", content: string][] => {
    const one = token as MarkedToken;
    if (one.type === "space") return [];
    if (one.type === "escape") return [["text", one.text]];
    if (one.type === "text" && one.tokens === undefined) return [["text", one.text]];
    const children = one.type === "list" ? one.items : "tokens" in one ? (one.tokens ?? []) : [];
    return [["mark", one.type], ...marks(children), ["mark", `/${one.type}`]];
  });

/** With GFM and its bare addresses, the most that a reader's program will turn into markup. */
export const readByMarked = (markdown: string): Reading => {
  const tokens: TokensList = new Lexer({ gfm: true }).lex(markdown);
  return joined(marks(tokens));
};
