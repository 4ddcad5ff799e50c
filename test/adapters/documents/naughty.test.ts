/** 500 signatories whose names try everything, in each format: every one is there, and not one is more than text. */
import { defaultTreeAdapter as tree, parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, it } from "vitest";

import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import { markerOf } from "../../../src/domain/letters/outside.ts";
import type { TextFormat } from "../../../src/domain/letters/formats.ts";
import type { SignatoryList } from "../../../src/domain/letters/signatories.ts";
import { showable } from "../../../src/domain/text/clean.ts";
import {
  entriesOf,
  harmlessTwin,
  naughtyList,
  naughtySignatories,
  uncleanList,
} from "../../support/naughty-names.ts";
import { readByCommonmark, readByMarked } from "./plain-readings.ts";
import { letter } from "./sample-letters.ts";

type Node = DefaultTreeAdapterTypes.Node;

const documents = createDocuments();

const written = (signatories: SignatoryList, format: TextFormat, width?: number): string =>
  documents.write(letter(markerOf("signatories"), { signatories }), format, width);

const lists: readonly (readonly [string, SignatoryList])[] = [
  ["as a vault holds them", naughtyList],
  ["that were never cleaned", uncleanList],
];

const nodesIn = (node: Node): readonly Node[] =>
  "childNodes" in node ? node.childNodes.flatMap((child) => [child, ...nodesIn(child)]) : [];

/** Tags with their attributes, texts as they are. */
const readByParse5 = (html: string): readonly string[] =>
  nodesIn(parse(html)).map((node) => {
    if (tree.isTextNode(node)) return `text ${node.value}`;
    if (!tree.isElementNode(node)) return node.nodeName;
    return `<${node.tagName} ${node.attrs.map(({ name, value }) => `${name}=${value}`).join(" ")}>`;
  });

const readers: readonly (readonly [string, TextFormat, (content: string) => readonly string[]])[] =
  [
    ["Markdown read by commonmark", "md", readByCommonmark],
    ["Markdown read by marked", "md", readByMarked],
    ["HTML read by parse5", "html", readByParse5],
  ];

/** White space at the ends and in a row is a matter of the format. */
const spaced = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

describe("500 names that try everything", () => {
  it("are 500, each another one, in every script that they promise", () => {
    expect(new Set(naughtySignatories.map(({ name }) => name)).size).toBe(500);
    const all = naughtySignatories.map(({ name }) => name).join("\n");
    for (const script of ["Arabic", "Hebrew", "Han", "Hiragana", "Hangul", "Devanagari"])
      expect(all).toMatch(new RegExp(`\\p{Script=${script}}`, "u"));
    expect(all).toMatch(/\p{Emoji_Presentation}/u);
    expect(all).toMatch(/<script/iu);
  });
});

describe.each(lists)("names %s", (_, list) => {
  it.each(readers)(
    "are text and nothing else in %s, all of them, in their order",
    (_, format, read) => {
      const twin = harmlessTwin(list);
      const expected = read(written(twin.list, format)).map(twin.originals);
      const shown = (reading: readonly string[]): readonly string[] =>
        reading.map((part) => spaced(showable(part)));
      expect(shown(read(written(list, format)))).toEqual(shown(expected));
      expect(expected.length).toBeGreaterThan(list.named.length);
    },
  );

  it.each(["md", "txt", "html"] as const)("bring no control into %s", (format) => {
    const plain = written(list, format).replaceAll(/[\n\u2068\u2069]/gu, "");
    expect(showable(plain)).toBe(plain);
  });

  it("stand in plain text, all of them, in their order, each line with its own direction", () => {
    const entries: string[] = [];
    for (const line of written(list, "txt").split("\n")) {
      const isolates = line.replaceAll(/[^\u2068\u2069]/gu, "");
      expect(isolates).toBe("\u2068\u2069".repeat(isolates.length / 2));
      if (line.startsWith("  ")) entries.push(`${entries.pop() ?? ""} ${line}`);
      else entries.push(line);
    }
    const told = entries.map((entry) => spaced(entry.replaceAll(/[\u2068\u2069]/gu, "")));
    const expected = entriesOf(list).map((entry) => spaced(showable(entry)));
    expect(told.filter((entry) => expected.includes(entry))).toEqual(expected);
  });
});
