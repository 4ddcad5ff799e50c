/** What a letter says, whatever the format: for comparing files that other programs have read. */
import { defaultTreeAdapter as tree, parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";

import { createDocuments } from "../../src/adapters/documents/documents.ts";
import type { LetterSource } from "../../src/domain/letters/ports.ts";
import { signatoryList } from "../adapters/documents/sample-letters.ts";
import { allLetters, sourceOf } from "./all-letters.ts";

type Node = DefaultTreeAdapterTypes.Node;

const documents = createDocuments();

/** Names in fonts that every machine has. */
const signed = signatoryList({
  named: ["Ana Gómez", "Jean-Luc O'Neil", "Łukasz Ďurčová"].map((name) => ({ name })),
  roles: Array.from({ length: 7 }, () => "Software Engineer, Cloud"),
  others: { people: 140, moreThan: true },
});

export const plainlySigned = allLetters.map(
  (letter): { readonly name: string; readonly source: LetterSource } => {
    const source = sourceOf(letter);
    return {
      name: letter.name,
      source:
        letter.size === "full"
          ? { ...source, outside: { ...source.outside, signatories: signed } }
          : source,
    };
  },
);

/** Letters and digits: a number before a list item and a line to write on are drawn in other ways. */
export const said = (text: string): string =>
  text.replaceAll(/^\s*\d+\.\s/gmu, "").replaceAll(/[^\p{L}\p{N}]/gu, "");

const nodesIn = (node: Node): readonly Node[] =>
  "childNodes" in node ? node.childNodes.flatMap((child) => [child, ...nodesIn(child)]) : [];

/** What the HTML file says, which golden/*.formats.txt show. */
export const saidInHtml = (source: LetterSource): string =>
  nodesIn(parse(documents.write(source, "html")))
    .filter((node) => tree.isElementNode(node) && node.tagName === "main")
    .flatMap(nodesIn)
    .map((node) => (tree.isTextNode(node) ? said(node.value) : ""))
    .join("");
