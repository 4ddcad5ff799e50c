import * as fc from "fast-check";
import { defaultTreeAdapter as tree, parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, it } from "vitest";
import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import { markerOf, outsideBlocks } from "../../../src/domain/letters/outside.ts";
import {
  harmless,
  hostileOutside,
  letter,
  oddText,
  sampleSignatories,
  sampleText,
} from "./sample-letters.ts";
import { hostileValue } from "./hostile-values.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const documents = createDocuments();

/** Every node below this one, in the order of the document. */
const nodesIn = (node: Node): readonly Node[] =>
  "childNodes" in node ? node.childNodes.flatMap((child) => [child, ...nodesIn(child)]) : [];

const elementsIn = (node: Node): readonly Element[] =>
  nodesIn(node).filter((one) => tree.isElementNode(one));

const textIn = (node: Node): string =>
  nodesIn(node)
    .map((one) => (tree.isTextNode(one) ? one.value : ""))
    .join("");

/** Tags with their attributes, texts as they are. */
const outline = (html: string): readonly string[] =>
  nodesIn(parse(html)).map((node) => {
    if (tree.isTextNode(node)) return `text ${node.value}`;
    if (!tree.isElementNode(node)) return node.nodeName;
    return `<${node.tagName} ${node.attrs.map(({ name, value }) => `${name}=${value}`).join(" ")}>`;
  });

const everyBlock = `${outsideBlocks.map(markerOf).join("\n\n")}\n`;

describe("a letter written as HTML", () => {
  it("is one plain file", () => {
    const html = documents.write(letter(sampleText, { signatories: sampleSignatories }), "html");
    expect(html.replace(/<style>.*<\/style>/su, "<style></style>")).toMatchInlineSnapshot(`
      "<!doctype html>
      <html lang="en" dir="ltr">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>No contracts with the police</title>
      <style></style>
      </head>
      <body>
      <main>
      <p class="date"><bdi dir="auto">Oakland</bdi>, 22 November 2026</p>
      <p>Dana Roe<br>
      Chief Executive Officer<br>
      Example Corp</p>
      <p>Dear Dana Roe,</p>
      <p>We build the search that the county bought (register <span class="address">&lt;https://example.org/r/14&gt;</span>, 14 March 2026), and we demand that Example Corp end the contract.</p>
      <p>As of 22 November 2026, more than 152 workers in <bdi dir="auto">Engineering</bdi> have signed this letter.</p>
      <p>We demand:</p>
      <ol>
      <li><strong>End the contracts.</strong> End every contract with a law-enforcement agency by 1 March 2027.</li>
      <li><strong>Say so in public.</strong> Publish a policy, and bind resellers by it, by 1 February 2027.</li>
      </ol>
      <section class="signatures">
      <h2>Signatories</h2>
      <ul>
      <li><bdi dir="auto">Ana Gómez</bdi>, <bdi dir="auto">Site Reliability Engineer</bdi></li>
      <li><bdi dir="auto">Jean-Luc O&#39;Neil, Jr.</bdi></li>
      <li><bdi dir="auto">![x](http://t/p.gif)</bdi></li>
      <li><bdi dir="auto">محمد العربي</bdi>, <bdi dir="auto">Designer</bdi></li>
      <li><bdi dir="auto">山田太郎</bdi></li>
      <li><bdi dir="auto">Software Engineer, Cloud</bdi> (7)</li>
      </ul>
      <p class="others">and more than 140 others who sign without their names</p>
      </section>
      <section class="signatures">
      <h2>Supporters from outside <bdi dir="auto">Engineering</bdi></h2>
      <ul>
      <li><bdi dir="auto">דנה לוי</bdi></li>
      </ul>
      <p class="others">and 5 others who sign without their names</p>
      </section>
      <p class="note">Affiliations are given for identification only.</p>
      <p>Write to us: workers@example.org</p>
      </main>
      </body>
      </html>
      "
    `);
  });

  it("gives every name back as text of its own, whatever is in it", () => {
    fc.assert(
      fc.property(hostileOutside, ({ place, unit, signatories }) => {
        const html = documents.write(letter(everyBlock, { place, unit, signatories }), "html");
        const found = elementsIn(parse(html)).filter(({ tagName }) => tagName === "bdi");
        const names = [
          ...signatories.named.flatMap(({ name, role }) => [name, role ?? []].flat()),
          ...new Set(signatories.roles),
        ];
        const { named, others } = signatories.supporters;
        const supporters =
          named.length === 0 && others.people === 0
            ? []
            : [unit, ...named.flatMap(({ name, role }) => [name, role ?? []].flat())];
        expect(found.map(textIn)).toEqual([place, unit, ...names, ...supporters]);
        expect(
          found.every(({ attrs }) =>
            attrs.some(({ name, value }) => name === "dir" && value === "auto"),
          ),
        ).toBe(true);
      }),
    );
  });

  it("has the same elements with any names as with harmless ones", () => {
    fc.assert(
      fc.property(hostileOutside, hostileValue, (outside, title) => {
        const standIns = harmless(outside);
        const write = (content: typeof outside, name: string): readonly string[] =>
          outline(documents.write(letter(everyBlock, content, { title: name }), "html"));
        const expected = write(standIns.outside, "Title").map(standIns.originals);
        expect(write(outside, title)).toEqual(
          expected.map((part) => (part === "text Title" ? `text ${title}` : part)),
        );
      }),
    );
  });

  it("loads nothing, links nowhere and runs nothing, whatever the text holds", () => {
    const allowed = new Set(
      "html head meta title style body main p br strong em code span bdi h1 h2 h3 h4 h5 h6 ul ol li blockquote pre hr table thead tbody tr th td section".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(oddText, hostileOutside, (markdown, outside) => {
        const elements = elementsIn(parse(documents.write(letter(markdown, outside), "html")));
        for (const { tagName, attrs } of elements) {
          expect(allowed).toContain(tagName);
          if (tagName === "meta" || tagName === "html") continue;
          for (const { name } of attrs) expect(["class", "dir", "start"]).toContain(name);
        }
      }),
    );
  });

  it("forbids everything but its own style, and says nothing of who made it or when", () => {
    const html = documents.write(letter(sampleText), "html");
    const metas = elementsIn(parse(html)).filter(({ tagName }) => tagName === "meta");
    expect(metas.map(({ attrs }) => attrs.map(({ value }) => value))).toEqual([
      ["utf-8"],
      ["Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"],
      ["viewport", "width=device-width, initial-scale=1"],
    ]);
    expect(html).not.toMatch(/url\(|@import|@font-face|<!--/u);
    expect(documents.write(letter(sampleText), "html")).toBe(html);
  });

  it("leaves the size of the paper to the printer", () => {
    expect(documents.write(letter(""), "html")).not.toMatch(/@page[^}]*[\s{;]size:/u);
  });

  it("keeps lists, numbers, forms and tables", () => {
    const html = documents.write(
      letter(
        "3. three\n4. four\n   - [ ] box\n   - [x] ticked\n\n| A | B |\n| - | - |\n| a | |\n\n1. loose\n\n   more\n",
      ),
      "html",
    );
    expect(/<main>\n(?<main>.*)\n<\/main>/su.exec(html)?.groups?.["main"]).toMatchInlineSnapshot(`
      "<ol start="3">
      <li>three</li>
      <li>four
      <ul>
      <li class="to-tick">box</li>
      <li class="ticked">ticked</li>
      </ul></li>
      </ol>
      <table>
      <thead><tr><th>A</th><th>B</th></tr></thead>
      <tbody>
      <tr><td>a</td><td></td></tr>
      </tbody>
      </table>
      <ol>
      <li><p>loose</p>
      <p>more</p></li>
      </ol>"
    `);
  });

  it("gives the language and its direction; of a language that it has no words in, the text's own", () => {
    expect(documents.write(letter("", {}, { language: "en-US" }), "html")).toContain(
      '<html lang="en-US" dir="ltr">',
    );
    expect(documents.write(letter("", {}, { language: "ar" }), "html")).toContain(
      '<html lang="ar" dir="auto">',
    );
  });
});
