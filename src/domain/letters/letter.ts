import type { Brand } from "../brand.ts";
import type { DemandKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { PersonId } from "../people/person.ts";
import type { FactKey } from "./fact.ts";

/** The short name of a letter, `[a-z0-9-]{1,40}`. */
export type LetterName = Brand<string, "LetterName">;

/** SHA-256 of a frozen text (UTF-8, NFC, LF), 64 hex digits. */
export type TextHash = Brand<string, "TextHash">;

/** What was answered to a template's questions, by variable: a line or several, a day, an action. */
export type Answers = Readonly<Record<string, string>>;

/** A letter in the vault: a template and what was answered to it, still free to change. */
export interface Letter {
  readonly name: LetterName;
  readonly template: string;
  /** Of a template of the organizer's own: the text of its file, as `Templates.read` takes it. */
  readonly source?: string;
  /** BCP 47, as in the template's file name: "en". */
  readonly language: string;
  readonly answers: Answers;
  readonly demands: readonly DemandKey[];
  /** What it shows of the company's work. */
  readonly facts: readonly FactKey[];
  /** For a follow-up or a statement: the number of the delivery that it comes after. */
  readonly about?: number;
  readonly startedOn: Day;
  /** The text that people sign, once it is fixed. */
  readonly frozen?: FrozenText;
}

/**
 * The text that people sign, stored whole and never rendered again. It is Markdown; the blocks that
 * are outside the text stand in it as marker lines (`outside.ts`), so their content can change
 * and the hash cannot.
 */
export interface FrozenText {
  readonly hash: TextHash;
  readonly markdown: string;
  readonly frozenOn: Day;
}

/** Somebody's signature under one frozen text, and under no other. */
export interface Signature {
  readonly person: PersonId;
  readonly text: TextHash;
  readonly signedOn: Day;
}

/** What a demand asks, why, and what would satisfy it; one file each in `templates/demands`. */
export interface Demand {
  readonly key: DemandKey;
  readonly title: string;
  /** One sentence, one verb. */
  readonly ask: string;
  readonly satisfiedBy: string;
  /** Days after the answer is due by which it must be done. */
  readonly withinDays: number;
  readonly why: string;
  readonly objection: { readonly expect: string; readonly answer: string };
  readonly sources: readonly {
    readonly claim: string;
    readonly source: string;
    readonly date: Day;
  }[];
}

/** A question that a template asks before it can be rendered. */
export interface TemplateVariable {
  readonly name: string;
  readonly kind: "line" | "lines" | "day" | "action";
  /** What it is for, in a sentence that can be shown as the question. */
  readonly ask: string;
  readonly example: string;
  readonly required: boolean;
  /** For a day: so many days after the letter is started, offered as the answer. */
  readonly defaultInDays?: number;
  /** Whether it may hold what points to a person; such a value is never a command-line argument. */
  readonly personal: boolean;
}

/** What a template file says of itself. */
export interface Template {
  /** `employer-demands` */
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  /** ISO 3166, the country for which it was written. */
  readonly country: string;
  readonly language: string;
  /** The demands that it is started with: the campaign's, or those that it was written for; none in a list of none. */
  readonly demands: "campaign" | readonly DemandKey[];
  /** What it goes back to, and cannot be written without: a letter that went out, or what came back to one. */
  readonly about?: "delivery" | "response";
  readonly variables: readonly TemplateVariable[];
  /** Of one that does not come with the package: the text of its file. */
  readonly source?: string;
}
