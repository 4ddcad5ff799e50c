/** What turns templates into Markdown and Markdown into files; implemented by adapters. */
import type { Campaign } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { Result } from "../result.ts";
import type { Delivery, Response } from "./delivery.ts";
import type { Fact } from "./fact.ts";
import type { TextFormat } from "./formats.ts";
import type { Answers, Demand, Template } from "./letter.ts";
import type { OutsideBlock } from "./outside.ts";
import type { Paper } from "./printing.ts";
import type { SignatoryList } from "./signatories.ts";

/** A place in a template file: 1-based line, 1-based column. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type TemplateFault =
  | { readonly type: "template-unknown"; readonly id: string; readonly known: readonly string[] }
  | {
      readonly type: "template-malformed";
      readonly id: string;
      readonly place: Place;
      readonly what: string;
    }
  /** It reads, loops or writes what no template may. */
  | {
      readonly type: "template-forbidden";
      readonly id: string;
      readonly faults: readonly (Place & { readonly what: string })[];
    }
  /** Every required value that is missing, at its first use. */
  | {
      readonly type: "template-missing";
      readonly id: string;
      readonly missing: readonly (Place & { readonly variable: string; readonly ask: string })[];
    }
  | { readonly type: "template-endless"; readonly id: string }
  /** It is not written in the language that was asked for. `known` is none where that is no language at all. */
  | { readonly type: "language-unknown"; readonly known: readonly string[] }
  | { readonly type: "demand-unknown"; readonly key: string; readonly known: readonly string[] };

/** Everything that a template may read. Plain data; strings unescaped. */
export interface TemplateInput {
  readonly campaign: Campaign;
  readonly demands: readonly Demand[];
  /** What the letter shows of the company's work; each may be said. */
  readonly facts: readonly Fact[];
  /** The letter that went out and that this one goes back to, for a template that is about one. */
  readonly delivery?: Pick<Delivery, "addressee" | "on" | "answerBy">;
  /** What came back to it. */
  readonly response?: Pick<Response, "on" | "answers">;
  readonly answers: Answers;
  readonly startedOn: Day;
}

/** The templates and demands that come with the package, and templates that do not. */
export interface Templates {
  readonly list: () => readonly Template[];
  /** The languages in which the package has the template, sorted; none where it has no such template. */
  readonly languages: (id: string) => readonly string[];
  readonly find: (id: string, language: string) => Result<Template, TemplateFault>;
  /** A template from anywhere, by its text. What it gives was checked as a whole, and brings in no other file. */
  readonly read: (id: string, language: string, source: string) => Result<Template, TemplateFault>;
  /** A template of the package as the text of one file, to be rewritten: `read` takes it, and it renders the same bytes. */
  readonly asOneFile: (id: string, language: string) => Result<string, TemplateFault>;
  /** In the language, else in English, which is the language where none is given. */
  readonly demand: (key: string, language?: string) => Result<Demand, TemplateFault>;
  /** The language in which the package has the demand, for a letter in that language; nothing where it has none. */
  readonly demandLanguage: (key: string, language: string) => string | undefined;
  /** Every demand in English, sorted by key. Throws when one of the package cannot be read, as `list` does. */
  readonly demands: () => readonly Demand[];
  /** The text as Markdown, NFC and LF, with outside blocks as marker lines. Deterministic: the same input gives the same bytes. */
  readonly render: (template: Template, input: TemplateInput) => Result<string, TemplateFault>;
}

/** What goes into the places outside the text when a letter is shown or written. */
export interface OutsideContent {
  readonly place?: string;
  readonly day: Day;
  /** The unit's name: "Engineering". */
  readonly unit: string;
  readonly signatories: SignatoryList;
}

/** A text of ours and what stands outside it. */
export interface LetterSource {
  /** NFC, LF; outside blocks as marker lines. */
  readonly markdown: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly outside: OutsideContent;
  /** The outside blocks to fill in; the others leave no trace. */
  readonly shown: readonly OutsideBlock[];
}

export interface Documents {
  /** Whether there are words in that language (BCP 47) for what stands outside a text. */
  readonly hasWordsIn: (language: string) => boolean;
  /**
   * The content of a file: UTF-8, LF, ending in a line break. `md` keeps the text byte for byte,
   * `txt` wraps at `width` columns (72 unless given), `html` is one file that prints on A4 and Letter.
   * Without words in its language it is the text alone: words of another one around it would be wrong.
   */
  readonly write: (source: LetterSource, format: TextFormat, width?: number) => string;
  /**
   * What a file says outside its text: the `source` with which `write` gives the same file, in Markdown or plain text. Its
   * text, title and unit are those of `known`; so are all names and roles, but there may be fewer, in another order, on one of
   * `days`, and with other numbers. Nothing for a file that cannot be written so.
   */
  readonly readOutside: (
    file: string,
    known: LetterSource,
    days: readonly Day[],
  ) => LetterSource | undefined;
  /** Whether the text stands in the file as `write` puts it there, in Markdown or plain text, whatever stands around it. */
  readonly hasText: (file: string, known: LetterSource) => boolean;
  /**
   * The content of a DOCX file, with styles that a person can edit, which prints on A4 and Letter. It holds no
   * author and no time: the same source gives the same bytes.
   */
  readonly docx: (source: LetterSource) => Uint8Array;
}

/** A letter on its way into a mail program. Whom it goes to is in its text: we know no addresses. */
export interface MailDraft {
  /** One line; what could break it shows as U+FFFD. */
  readonly subject: string;
  /** As `Documents` writes them. */
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly {
    /** A file's name without its folder, of any script. */
    readonly name: string;
    readonly type: "application/pdf";
    readonly content: Uint8Array;
  }[];
}

export interface Mails {
  /**
   * The content of an .eml file that a mail program opens as a draft: nobody is named as its
   * sender or reader, no time, program or machine stands in it. The same draft gives the same
   * bytes. Never throws on a text, whoever wrote it.
   */
  readonly draft: (mail: MailDraft) => Promise<Uint8Array>;
}

export type PrintFailure =
  | { readonly type: "pdf-engine-missing" }
  | {
      readonly type: "pdf-engine-failed";
      /** As people call it: "Chromium". */
      readonly program: string;
      /**
       * `no-folder`: the temporary folder cannot be written to. `unfamiliar-file`: a PDF out of which could not be
       * taken when and with what it was made.
       */
      readonly why: "stopped" | "too-long" | "no-file" | "no-folder" | "unfamiliar-file";
    };

/** Prints with a program of the machine. */
export interface Printer {
  /** That program: its name as people call it ("Chromium"), or nothing. Starts nothing. */
  readonly find: () => string | undefined;
  /**
   * A whole HTML file as PDF, which does not say when or with what it was made; the same page gives the same bytes
   * on the same machine. The page runs nothing and reaches no network. Calls `onSecond` with 1, 2, 3 ... as they pass.
   */
  readonly print: (
    page: { readonly html: string; readonly paper: Paper },
    onSecond?: (seconds: number) => void,
  ) => Promise<Result<Uint8Array, PrintFailure>>;
}
