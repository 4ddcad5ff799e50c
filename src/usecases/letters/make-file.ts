/** A letter in the format of a file. */
import type {
  Documents,
  LetterSource,
  PrintFailure,
  Printer,
  TextFormat,
} from "../../domain/letters/ports.ts";
import { printPatience } from "../../domain/letters/printing.ts";
import type { Paper } from "../../domain/letters/printing.ts";
import type { Progress } from "../../domain/ports.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";

export type LetterFormat = TextFormat | "pdf";

const binaryFormats: ReadonlySet<LetterFormat> = new Set(["pdf"] as const);

/** Whether a file of that format is bytes that no terminal may be shown. */
export const isBinary = (format: LetterFormat): boolean => binaryFormats.has(format);

export interface FileDeps {
  readonly documents: Documents;
  readonly printer: () => Promise<Printer>;
  readonly progress?: Progress;
}

/** For formats with pages. */
export interface Layout {
  readonly paper: Paper;
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
    case "pdf":
      return makePdf(deps, source, layout);
  }
};
