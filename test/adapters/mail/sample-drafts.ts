/** Sample drafts, and what stands in the bytes of one. The company and its people are made up. */
import { createMails } from "../../../src/adapters/mail/mails.ts";
import type { MailDraft } from "../../../src/domain/letters/ports.ts";

const { draft } = createMails();

/** No PDF, but every byte there is, line breaks and all. */
export const everyByte = Uint8Array.from({ length: 700 }, (_, index) => index % 256);

export const sampleDraft = (mail: Partial<MailDraft> = {}): MailDraft => ({
  subject: "No contracts with the police",
  text: "Dear Dana Roe,\n\nwe demand that Example Corp end the contract.\n",
  html: "<!doctype html>\n<p>Dear Dana Roe,</p>\n<p>we demand that Example Corp end the contract.</p>\n",
  attachments: [{ name: "letter.pdf", type: "application/pdf", content: everyByte }],
  ...mail,
});

export const write = (mail: Partial<MailDraft> = {}): Promise<Uint8Array> =>
  draft(sampleDraft(mail));

/** The bytes, a character each. */
export const rawOf = (eml: Uint8Array): string => Buffer.from(eml).toString("latin1");

export const writeRaw = async (mail: Partial<MailDraft> = {}): Promise<string> =>
  rawOf(await write(mail));

/** The lines before the first empty one, with folded ones made whole. */
export const headersOf = (raw: string): readonly string[] =>
  raw
    .slice(0, raw.indexOf("\r\n\r\n"))
    .replaceAll(/\r\n(?=[ \t])/gu, "")
    .split("\r\n");

/** What a reader is to see of a text: line breaks of one kind, no half of a character, no byte order mark before it. */
export const readable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/gu, "\n")
    .replace(/^\uFEFF+/u, "");
