/** 500 signatories whose names try everything, as a DOCX letter: what an office suite and a parser of XML find in it. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultTreeAdapter as tree, parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { afterAll, beforeAll, expect, it } from "vitest";

import { createDocuments } from "../../../../src/adapters/documents/documents.ts";
import { showable } from "../../../../src/domain/text/clean.ts";
import { entriesOf, naughtyList, uncleanList } from "../../../support/naughty-names.ts";
import { describeWith } from "../../../support/programs.ts";
import { letter, sampleText } from "../sample-letters.ts";
import { partsOf } from "./read-docx.ts";

type Node = DefaultTreeAdapterTypes.Node;

const { docx } = createDocuments();
const written = (list: typeof naughtyList): Uint8Array =>
  docx(letter(sampleText, { signatories: list }));

const lists = [
  ["as a vault holds them", naughtyList],
  ["that were never cleaned", uncleanList],
] as const;

let scratch = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "pledge-naughty-docx-"));
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** What LibreOffice makes of the letter in another format. */
const converted = (content: Uint8Array, filter: string, extension: string): string => {
  const file = join(scratch, "letter.docx");
  writeFileSync(file, content);
  const profile = `-env:UserInstallation=file://${scratch}/profile`;
  const target = ["--convert-to", filter, "--outdir", scratch, file];
  execFileSync("soffice", [profile, "--headless", ...target], { stdio: "ignore" });
  return readFileSync(join(scratch, `letter.${extension}`), "utf8");
};

const nodesIn = (node: Node): readonly Node[] =>
  "childNodes" in node ? node.childNodes.flatMap((child) => [child, ...nodesIn(child)]) : [];

const textIn = (node: Node): string =>
  nodesIn(node)
    .map((one) => (tree.isTextNode(one) ? one.value : ""))
    .join("");

/** Without what holds the direction of a name, and with white space that HTML has one kind of. */
const seen = (text: string): string =>
  text
    .replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();

/** A character that XML has no place for stands as a replacement. */
const inXml = (text: string): string => showable(text).replaceAll(/[\uFFFE\uFFFF]/gu, "\uFFFD");

describeWith(["soffice"], "500 names that try everything, in LibreOffice", () => {
  it.each(lists)("are all there, in their order, and text: names %s", (_, list) => {
    const nodes = nodesIn(parse(converted(written(list), "html:XHTML Writer File", "html")));
    const elements = nodes.filter((node) => tree.isElementNode(node));
    const paragraphs = elements.filter(({ tagName }) => tagName === "p").map(textIn);
    const expected = entriesOf(list).map((entry) => seen(inXml(entry)));
    const shown = new Set(expected);
    expect(paragraphs.map(seen).filter((line) => shown.has(line))).toEqual(expected);
    // Nothing leads anywhere: LibreOffice marks headings by <a id>, and names its own vocabulary in the head.
    const body = elements.filter(({ tagName }) => tagName !== "link" && tagName !== "meta");
    const said = new Set(body.flatMap(({ attrs }) => attrs.map(({ name }) => name)));
    for (const name of ["id", "class", "style", "dir", "xmlns", "lang", "xml:lang", "profile"])
      said.delete(name);
    expect([...said]).toEqual([]);
    expect(body.map(({ tagName }) => tagName)).not.toContain("script");
  });

  it.each(lists)("make no link, field, picture or object of the document: names %s", (_, list) => {
    const flat = converted(written(list), "fodt", "fodt");
    const body = flat.slice(flat.indexOf("<office:body>"), flat.indexOf("</office:body>"));
    const elements = new Set([...body.matchAll(/<(?<name>[a-z]+:[a-z-]+)/gu)].map(([tag]) => tag));
    // What holds text, and the counters that LibreOffice declares in every document and that count nothing here.
    const expected =
      "office:body office:text text:h text:line-break text:list text:list-item text:p text:s text:section text:sequence-decl text:sequence-decls text:soft-page-break text:span";
    expect(elements).toEqual(new Set(expected.split(" ").map((name) => `<${name}`)));
    expect(flat).not.toMatch(/<script:event-listener|<office:event-listeners|xlink:href/u);
  });
});

describeWith(["python3"], "500 names that try everything, as XML", () => {
  it.each(lists)("are XML to another parser, of elements that hold text: names %s", (_, list) => {
    const script = `import json, sys, xml.etree.ElementTree as tree
parts = {name: tree.fromstring(part.encode()) for name, part in json.load(sys.stdin).items()}
print(json.dumps({name: [[part.tag.split("}")[1], part.attrib] for part in root.iter()] for name, root in parts.items()}))`;
    const input = JSON.stringify(Object.fromEntries(partsOf(written(list))));
    const parts = JSON.parse(
      execFileSync("python3", ["-c", script], { input, encoding: "utf8", maxBuffer: 2 ** 26 }),
    ) as Readonly<Record<string, readonly [tag: string, attributes: Record<string, string>][]>>;
    const tags = new Set(parts["word/document.xml"]?.map(([tag]) => tag));
    for (const tag of [
      "hyperlink",
      "fldSimple",
      "instrText",
      "drawing",
      "object",
      "pict",
      "altChunk",
    ])
      expect(tags).not.toContain(tag);
    expect(tags).toContain("t");
    const relations = Object.entries(parts).flatMap(([name, all]) =>
      name.endsWith(".rels") ? all.filter(([tag]) => tag === "Relationship") : [],
    );
    expect(relations.length).toBeGreaterThan(1);
    for (const [, { Target: target, TargetMode: mode }] of relations) {
      expect(mode).toBeUndefined();
      expect(target).toMatch(/^\/?(?:word\/)?\w+\.xml$/u);
    }
  });
});
