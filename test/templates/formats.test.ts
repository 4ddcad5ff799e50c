/**
 * Every template, in each language, from a full and from a minimal campaign, in the formats that a file can have. What
 * each becomes is kept for reviewers beside the text itself (golden/NAME.md, see catalogue.test.ts) in
 * golden/NAME.formats.txt: plain text whole; HTML without the head that all share; DOCX a line a paragraph, after its
 * style; a mail by its headers, with what its parts hold. A full letter is signed by a few of every sort, a minimal one
 * by nobody. After a change that is meant: `npx vitest run --project unit test/templates --update`, and read the diff.
 */
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";

import { createDocuments } from "../../src/adapters/documents/documents.ts";
import { createMails } from "../../src/adapters/mail/mails.ts";
import { endMarkerOf, markerOf, outsideBlocks } from "../../src/domain/letters/outside.ts";
import { ok } from "../../src/domain/result.ts";
import { makeFile } from "../../src/usecases/letters/make-file.ts";
import { paragraphsOf } from "../adapters/documents/docx/read-docx.ts";
import { everyByte, headersOf, readable } from "../adapters/mail/sample-drafts.ts";
import { allLetters, sourceOf } from "./all-letters.ts";

const documents = createDocuments();

const headOf = (html: string): string => html.slice(0, html.indexOf("<main>"));
const mainOf = (html: string): string =>
  html.slice(html.indexOf("<main>") + "<main>".length, html.indexOf("</main>")).trim();

/** Lines that are the same, as the empty cells of a sheet are, with how many they are. */
const folded = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line, index) => {
    if (line === lines[index - 1]) return [];
    const next = lines.findIndex((other, at) => at > index && other !== line);
    const times = (next === -1 ? lines.length : next) - index;
    return [times === 1 ? line : `${line} (${times} times)`];
  });

/** The mail with pages that are stood in for by bytes: those are for a browser to make. */
const mailOf = async (source: ReturnType<typeof sourceOf>, name: string): Promise<string> => {
  const made = await makeFile(
    {
      documents,
      mails: async () => createMails(),
      printer: async () => ({ find: () => "", print: async () => ok(everyByte) }),
    },
    source,
    "eml",
    { paper: "a4", name },
  );
  if (!made.ok) throw new Error(made.failure.type);
  return String(made.value);
};

/** Its headers, and what its parts hold: the letter in a format that stands above, or bytes. */
const outlineOf = async (mail: string, as: Readonly<Record<string, string>>): Promise<string> => {
  const { text, html, attachments } = await PostalMime.parse(mail);
  const formatOf = (content: string | undefined): string =>
    Object.keys(as).find((format) => as[format] === readable(content ?? "")) ?? "another text";
  return [
    ...headersOf(mail),
    "",
    `text: ${formatOf(text)}, html: ${formatOf(html)}`,
    ...attachments.map(({ filename, mimeType }) => `attached: ${filename}, ${mimeType}`),
  ].join("\n");
};

const one = allLetters[0];
const sharedHead = headOf(one === undefined ? "" : documents.write(sourceOf(one), "html"));

describe.each(allLetters)("$name", (letter) => {
  const source = sourceOf(letter);
  const [txt, html] = [documents.write(source, "txt"), documents.write(source, "html")];

  it("reads in each format as it is kept for reviewers", async () => {
    const docx = folded(
      paragraphsOf(documents.docx(source)).map(([style, text]) => `${style}: ${text}`.trimEnd()),
    );
    const eml = await outlineOf(await mailOf(source, letter.template.id), { txt, html });
    const sections = { txt, html: mainOf(html), docx: docx.join("\n"), eml };
    const shown = Object.entries(sections).map(
      ([format, content]) => `${`==== ${format} `.padEnd(80, "=")}\n\n${content.trimEnd()}\n`,
    );
    await expect(shown.join("\n")).toMatchFileSnapshot(`golden/${letter.name}.formats.txt`);
  });

  it("is in Markdown the text that people sign, and blocks that can be taken out again", () => {
    let text = documents.write(source, "md");
    let signed = source.markdown;
    for (const block of outsideBlocks) {
      const [marker, end] = [markerOf(block), endMarkerOf(block)];
      const [from, to] = [text.indexOf(marker), text.indexOf(end)];
      // A block with nothing to say leaves no trace.
      if (to === -1) signed = signed.replace(new RegExp(`${marker}\\n\\n?`, "u"), "");
      else text = text.slice(0, from) + marker + text.slice(to + end.length);
    }
    expect(text.trimEnd()).toBe(signed.trimEnd());
  });

  it("has in HTML the head of all others, but for its title, language and direction", () => {
    const own = (head: string): string =>
      head
        .replace(/<title>[^<]+<\/title>/u, "<title>")
        .replace(/<html lang="[a-z]{2}" dir="ltr">/u, "<html>");
    expect(own(headOf(html))).toBe(own(sharedHead));
  });

  it("is in a mail as it is in the files, with its pages", async () => {
    const mail = await PostalMime.parse(await mailOf(source, letter.template.id));
    expect(readable(mail.text ?? "")).toBe(txt);
    expect(readable(mail.html ?? "")).toBe(html);
    expect(mail.subject).toBe(letter.template.title);
    expect(mail.attachments.map(({ content }) => new Uint8Array(content as ArrayBuffer))).toEqual([
      everyByte,
    ]);
  });
});
