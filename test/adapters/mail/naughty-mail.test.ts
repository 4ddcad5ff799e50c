/** 500 signatories whose names try everything, in the draft of a mail as `letter write` makes it, read by another MIME parser. */
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";

import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import { createMails } from "../../../src/adapters/mail/mails.ts";
import { ok } from "../../../src/domain/result.ts";
import type { SignatoryList } from "../../../src/domain/letters/signatories.ts";
import { makeFile } from "../../../src/usecases/letters/make-file.ts";
import { harmlessTwin, naughtyList, uncleanList } from "../../support/naughty-names.ts";
import { letter, sampleText } from "../documents/sample-letters.ts";
import { everyByte, headersOf, rawOf, readable } from "./sample-drafts.ts";

const documents = createDocuments();

const sourceFor = (signatories: SignatoryList) => letter(sampleText, { signatories });

const draft = async (signatories: SignatoryList): Promise<Uint8Array> => {
  const made = await makeFile(
    {
      documents,
      mails: async () => createMails(),
      // What is printed is for the tests of the printer; here it is every byte there is.
      printer: async () => ({ find: () => "", print: async () => ok(everyByte) }),
    },
    sourceFor(signatories),
    "eml",
    { paper: "a4", name: "employer-demands" },
  );
  if (!made.ok) throw new Error(made.failure.type);
  return Buffer.from(made.value);
};

/** The structure of a mail: every header of every part, and what stands between. */
const frame = (raw: string): string => raw.replaceAll(/^[A-Za-z0-9+/]{4,76}={0,2}\r\n/gmu, "");

describe.each([
  ["as a vault holds them", naughtyList],
  ["that were never cleaned", uncleanList],
])("in a draft, names %s", (_, list) => {
  it("stand in the parts as in the files of that format, and the pages are attached byte by byte", async () => {
    const { text, html, attachments } = await PostalMime.parse(await draft(list));
    expect(readable(text ?? "").trimEnd()).toBe(documents.write(sourceFor(list), "txt").trimEnd());
    expect(readable(html ?? "").trimEnd()).toBe(documents.write(sourceFor(list), "html").trimEnd());
    const [pdf, ...others] = attachments;
    expect(others).toEqual([]);
    expect(pdf).toMatchObject({ filename: "employer-demands.pdf", mimeType: "application/pdf" });
    expect(new Uint8Array(pdf?.content as ArrayBuffer)).toEqual(everyByte);
  });

  it("change no header, of the mail or of a part: it is that of harmless names", async () => {
    const [naughty, harmless] = await Promise.all(
      [list, harmlessTwin(list).list].map(async (one) => rawOf(await draft(one))),
    );
    expect(headersOf(naughty ?? "")).toEqual([
      "X-Unsent: 1",
      "Subject: No contracts with the police",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="=_-draft-Part_1"',
    ]);
    expect(frame(naughty ?? "")).toBe(frame(harmless ?? ""));
    expect(
      frame(harmless ?? "")
        .split("\r\n")
        .filter((line) => line.startsWith("--")),
    ).toHaveLength(6);
  });
});
