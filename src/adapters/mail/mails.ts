/**
 * An e-mail draft as a file. The library is given bytes and finished headers alone, so there is
 * nothing for it to fetch, open or take for markup, and it is told to do neither. Nothing here
 * says who, when, with what or on which machine: that is for the program that sends.
 */
import type MimeNode from "nodemailer/lib/mime-node";
import type { MailDraft, Mails } from "../../domain/letters/ports.ts";
import { showable } from "../../domain/text/clean.ts";

const loadLibrary = async () => {
  // With node:http and node:tls behind it (25 ms and more), so it waits for the first draft.
  const [{ default: Node }, { buildHeaderValue, encodeWord }] = await Promise.all([
    import("nodemailer/lib/mime-node"),
    import("nodemailer/lib/mime-funcs"),
  ]);
  return { Node, buildHeaderValue, encodeWord };
};

type Library = Awaited<ReturnType<typeof loadLibrary>>;
type HeaderValue = Exclude<Parameters<MimeNode["setHeader"]>[1], undefined>;

/** A value as it stands in the header: left to the library, a subject that reads like an encoded word would be one. */
const asIs = (value: string): HeaderValue => ({ prepared: true, foldLines: true, value });

/** Words that fold into lines of 78 characters, one space between them, none like an encoded word (RFC 2047). */
const plain = /^(?!.*=\?)[!-~]{1,60}(?: [!-~]{1,60})*$/u;

const subjectValue = (subject: string, { encodeWord }: Library): HeaderValue => {
  const line = showable(subject).trim();
  return asIs(line === "" || plain.test(line) ? line : encodeWord(line, "B", 52));
};

/** The form of text in a mail: CRLF (RFC 2046 §4.1.1). */
const textBytes = (text: string): Buffer =>
  Buffer.from(text.replaceAll(/\r\n?|\n/gu, "\r\n"), "utf8");

/**
 * Always base64: no line of a letter can then be a boundary, "From " of a mailbox, or a lone dot,
 * none is too long, and no space at its end gets lost.
 */
const addPart = (parent: MimeNode, type: string, content: Buffer): MimeNode =>
  parent.createChild(type).setHeader("Content-Transfer-Encoding", "base64").setContent(content);

const draftNode = (mail: MailDraft, library: Library): MimeNode => {
  const root = new library.Node("multipart/mixed", {
    disableFileAccess: true,
    disableUrlAccess: true,
    // The same in every draft. "=_" stands in no base64, so in nothing that it holds apart.
    boundaryPrefix: "=_",
    baseBoundary: "draft",
  });
  root.setHeader("X-Unsent", "1");
  // Without a value the library would make these up; a header that is empty it leaves out.
  root.setHeader("Date", " ").setHeader("Message-ID", asIs(""));
  root.setHeader("Subject", subjectValue(mail.subject, library));
  const letter = root.createChild("multipart/alternative");
  addPart(letter, "text/plain; charset=utf-8", textBytes(mail.text));
  addPart(letter, "text/html; charset=utf-8", textBytes(mail.html));
  for (const { name, type, content } of mail.attachments) {
    const disposition = library.buildHeaderValue({
      value: "attachment",
      params: { filename: showable(name) },
    });
    // Given as the part's `filename`, it would stand in Content-Type too, as encoded words in quotes (against RFC 2047 §5).
    addPart(root, type, Buffer.from(content)).setHeader("Content-Disposition", asIs(disposition));
  }
  return root;
};

export const createMails = (): Mails => ({
  draft: async (mail) => new Uint8Array(await draftNode(mail, await loadLibrary()).build()),
});
