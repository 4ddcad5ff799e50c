/** A letter in the format of a file. */
import type { LetterFormat } from "../../domain/letters/formats.ts";
import type {
  Documents,
  LetterSource,
  Mails,
  PrintFailure,
  Printer,
} from "../../domain/letters/ports.ts";
import { printPatience } from "../../domain/letters/printing.ts";
import type { Paper } from "../../domain/letters/printing.ts";
import type { Progress } from "../../domain/ports.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";

export interface FileDeps {
  readonly documents: Documents;
  readonly printer: () => Promise<Printer>;
  readonly mails: () => Promise<Mails>;
  readonly progress?: Progress;
}

/** What the file is to be besides its words. */
export interface Layout {
  /** Of formats with pages that are fixed. */
  readonly paper: Paper;
  /** The letter's name, for the file that is attached to a mail. */
  readonly name: string;
}

const makePdf = async (
  { documents, printer, progress }: FileDeps,
  source: LetterSource,
  { paper }: Layout,
): Promise<Result<Uint8Array, PrintFailure>> => {
  progress?.start("Seconds of printing", printPatience);
  try {
    const html = documents.write(source, "html");
    return await (await printer()).print({ html, paper }, progress?.step);
  } finally {
    progress?.stop();
  }
};

/** The letter as text and as HTML, with the pages to print attached. */
const makeMail = async (
  deps: FileDeps,
  source: LetterSource,
  layout: Layout,
): Promise<Result<string, PrintFailure>> => {
  const pdf = await makePdf(deps, source, layout);
  if (!pdf.ok) return pdf;
  const attached = {
    name: `${layout.name}.pdf`,
    type: "application/pdf",
    content: pdf.value,
  } as const;
  const bytes = await (
    await deps.mails()
  ).draft({
    subject: source.title,
    text: deps.documents.write(source, "txt"),
    html: deps.documents.write(source, "html"),
    attachments: [attached],
  });
  return ok(new TextDecoder().decode(bytes));
};

/** The file's content: a text, or bytes where the format is binary. */
export const makeFile = async (
  deps: FileDeps,
  source: LetterSource,
  format: LetterFormat,
  layout: Layout,
): Promise<Result<string | Uint8Array, PrintFailure>> => {
  switch (format) {
    case "md":
    case "txt":
    case "html":
      return ok(deps.documents.write(source, format));
    case "docx":
      return ok(deps.documents.docx(source));
    case "pdf":
      return makePdf(deps, source, layout);
    case "eml":
      return makeMail(deps, source, layout);
  }
};
