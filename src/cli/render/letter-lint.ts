/** Faults of a letter on a screen: a line of its own for each, words and numbers only. */
import type { Fault, Rule } from "../../domain/letters/lint/rule.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted } from "../../domain/text/words.ts";
import { noteText } from "./letter-notes.ts";
import type { Width } from "./columns.ts";

/** More than this are counted, and not told, where the letter is not what was asked about. */
const mostTold = 3;

/** "line 12: source-old: a source of 2019 is older than two years. To give a newer source ..." */
const faultText = ({ line, rule, what, wayOut }: Fault): string =>
  showable(`line ${line}: ${rule}: ${what}. ${wayOut}`);

/** Every fault, its further lines moved in. */
export const faultsText = (faults: readonly Fault[], columns: number, width: Width): string =>
  noteText(faults.map(faultText), columns, width, 2);

/** What another command says of them; nothing where nothing is wrong. */
export const lintNotes = (name: string, faults: readonly Fault[]): readonly string[] =>
  faults.length > mostTold
    ? [`The letter has ${counted(faults.length, "fault", "faults")}: "pledge letter lint ${name}".`]
    : faults.map(faultText);

/** "It has 2 faults (...). ", and nothing where there is none: before a question. */
export const lintClause = (name: string, faults: readonly Fault[]): string =>
  faults.length === 0
    ? ""
    : `It has ${counted(faults.length, "fault", "faults")} ("pledge letter lint ${name}"). `;

const kindsText = ({ kinds }: Rule): string =>
  kinds === "every" ? "every kind" : kinds.join(", ");

/** Every rule with what it looks at. */
export const rulesText = (rules: readonly Rule[], columns: number, width: Width): string =>
  noteText(
    rules.map((rule) => `${rule.name} (${kindsText(rule)}): ${rule.about}`),
    columns,
    width,
    2,
  );
