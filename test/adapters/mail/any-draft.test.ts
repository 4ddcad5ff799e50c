/** Whatever stands in a letter, its draft is well formed and says the same. */
import * as fc from "fast-check";
import { defaultTreeAdapter as tree, parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import { markerOf } from "../../../src/domain/letters/outside.ts";
import { showable } from "../../../src/domain/text/clean.ts";
import { hostileValue } from "../documents/hostile-values.ts";
import { letter, signatoryList } from "../documents/sample-letters.ts";
import { everyByte, headersOf, rawOf, readable, write } from "./sample-drafts.ts";

const breaking = fc.constantFrom(
  "\r\nBcc: hr@example.org",
  "\nContent-Type: text/html",
  "\r\n\r\n<b>body</b>",
  "\r",
  "\n",
  "\0",
  "\u001B[2J",
  "\u0085",
  "\u2028",
  "\u202E",
  "\u2066",
  "\uD800",
  "\uDC00",
  "=?utf-8?Q?=0D=0ABcc:_x?=",
  "=?utf-8?B?YQ==?=",
  "=?",
  "?=",
  '"',
  "\t",
  "  ",
  "x".repeat(1200),
  "é".repeat(400),
  "👩‍👩‍👧".repeat(40),
);

const bodyLine = fc.constantFrom(
  "\n.\n",
  "\n..",
  "\nFrom ",
  "From the workers",
  "\n--=_-draft-Part_1",
  "\n--=_-draft-Part_2--\n",
  "\n   \n",
  "=\n",
  "=3D",
  "\uFEFF",
  "end of line \n",
);

const anyCharacters = fc.string({ unit: "binary" });
const halves = fc.string({
  unit: fc.integer({ max: 0xff_ff }).map((code) => String.fromCharCode(code)),
});

const made = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.array(fc.oneof(...parts), { maxLength: 8 }).map((all) => all.join(""));

const subject = made(breaking, hostileValue, anyCharacters, halves);
/** The other parser takes a name for encoded words even where it is percent-encoded; Python reads those. */
const fileName = subject.filter((name) => !name.includes("=?"));
const body = made(breaking, bodyLine, hostileValue, anyCharacters, halves);

const linesOf = (raw: string): readonly string[] => raw.split("\r\n");

const elementsIn = (
  node: DefaultTreeAdapterTypes.Node,
): readonly DefaultTreeAdapterTypes.Element[] =>
  "childNodes" in node
    ? node.childNodes.flatMap((child) => [
        ...(tree.isElementNode(child) ? [child] : []),
        ...elementsIn(child),
      ])
    : [];

const textIn = (node: DefaultTreeAdapterTypes.Node): string =>
  "childNodes" in node
    ? node.childNodes.map(textIn).join("")
    : tree.isTextNode(node)
      ? node.value
      : "";

describe("a draft of anything", () => {
  it("has the subject, the texts and the file that it was given, and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(subject, body, body, fileName, async (title, text, html, name) => {
        const attachments = [{ name, type: "application/pdf" as const, content: everyByte }];
        const email = await PostalMime.parse(
          await write({ subject: title, text, html, attachments }),
        );
        expect(email.headers.map(({ key }) => key).toSorted()).toEqual(
          ["content-type", "mime-version", "x-unsent"]
            .concat(showable(title).trim() === "" ? [] : ["subject"])
            .toSorted(),
        );
        expect(email.subject ?? "").toBe(showable(title).trim());
        expect(readable(email.text ?? "")).toBe(readable(text));
        expect(readable(email.html ?? "")).toBe(readable(html));
        expect(email.attachments.map((one) => one.filename ?? "")).toEqual([showable(name)]);
        expect(new Uint8Array(email.attachments[0]?.content as ArrayBuffer)).toEqual(everyByte);
      }),
      { numRuns: 500 },
    );
  });

  it("is lines of ASCII, short ones, that end in CRLF", async () => {
    await fc.assert(
      fc.asyncProperty(subject, body, fileName, async (title, text, name) => {
        const attachments = [{ name, type: "application/pdf" as const, content: everyByte }];
        const raw = rawOf(await write({ subject: title, text, html: text, attachments }));
        const lines = linesOf(raw);
        expect(lines.at(-1)).toBe("");
        expect(lines.filter((line) => !/^[\t -~]{0,78}$/u.test(line))).toEqual([]);
        expect(lines.filter((line) => /^(?:\.|From )/u.test(line))).toEqual([]);
        expect(
          headersOf(raw)
            .map((line) => line.split(": ")[0])
            .filter((key) => key !== "Subject"),
        ).toEqual(["X-Unsent", "MIME-Version", "Content-Type"]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a letter that five hundred people signed", () => {
  it("is in a draft with each of their names, in the text and in the HTML", async () => {
    const names = fc.sample(hostileValue, { numRuns: 500, seed: 4 });
    const source = letter(`The text.\n\n${markerOf("signatories")}\n`, {
      signatories: signatoryList({ named: names.map((name) => ({ name })) }),
    });
    const documents = createDocuments();
    const text = documents.write(source, "txt");
    const html = documents.write(source, "html");
    const email = await PostalMime.parse(await write({ text, html }));
    expect(readable(email.text ?? "")).toBe(text);
    expect(readable(email.html ?? "")).toBe(html);
    // Webmail keeps what stands in the body alone: no style, no title.
    const content = elementsIn(parse(email.html ?? "")).find((one) => one.tagName === "body");
    expect(content).toBeDefined();
    const items =
      content === undefined ? [] : elementsIn(content).filter((one) => one.tagName === "li");
    expect(items.map(textIn)).toEqual(names);
  });
});
