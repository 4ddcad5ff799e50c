/**
 * Changes a letter's answers, or its template. What changes the text of a frozen letter makes it a draft again, so
 * the change is planned first and can be shown, with who must then be asked anew, before it is kept.
 */
import { withAnswers } from "../../domain/letters/answers.ts";
import type { Given } from "../../domain/letters/answers.ts";
import type { DemandKey } from "../../domain/campaign/campaign.ts";
import type { FactKey } from "../../domain/letters/fact.ts";
import type { LetterFailure } from "../../domain/letters/failures.ts";
import { fixText } from "../../domain/letters/frozen-text.ts";
import type { Answers, Letter, Template, TextHash } from "../../domain/letters/letter.ts";
import type { TemplateFault } from "../../domain/letters/ports.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Sha256 } from "../../domain/ports.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { draftText } from "./draft-text.ts";
import type { FoundLetter, Deps } from "./find-letter.ts";

export interface PlannedChange {
  readonly letter: Letter;
  /** The letter's from now on. */
  readonly template: Template;
  /** Whether any answer, demand or fact is another one, or the template. */
  readonly changed: boolean;
  /** Whether the text that people signed is no longer the letter's. */
  readonly thaws: boolean;
  /** Who signed the text that is given up, and must be asked again about the next one. */
  readonly askAgain: readonly PersonId[];
  /** What the letter lacks now, before it can be frozen. */
  readonly missing: readonly string[];
}

const sameAnswers = (a: Answers, b: Answers): boolean => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
};

/** Answers to the questions of another template: those that it asks too, and in the same way. */
const answersFor = (answers: Answers, from: Template, to: Template): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(([name]) => {
      const asked = from.variables.find((one) => one.name === name);
      return to.variables.some((one) => one.name === name && one.kind === asked?.kind);
    }),
  );

const sameKeys = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);

/** Everybody whose signature is under the one text and not under the other. */
const signedOnly = (vault: Vault, under: TextHash, other: TextHash): readonly PersonId[] => {
  const without = new Set(vault.letters.toAsk(under));
  return vault.letters.toAsk(other).filter((person) => !without.has(person));
};

/** Nobody has signed a text of this name. */
const noText = "" as TextHash;

/**
 * What would become of the letter. A draft may lack an answer that it needs; `demands`, `facts` and `template`, one of
 * the organizer's own in the letter's language, replace what it has. Fails only where the template or a demand cannot be used.
 */
export const planChange = (
  deps: Deps & { readonly sha256: Sha256 },
  { letter, template }: FoundLetter,
  change: {
    readonly given: Given;
    readonly demands?: readonly DemandKey[];
    readonly facts?: readonly FactKey[];
    readonly template?: Template;
  },
): Result<PlannedChange, LetterFailure | TemplateFault> => {
  const { frozen, ...before } = letter;
  const { template: next = template } = change;
  const answers =
    change.template === undefined ? before.answers : answersFor(before.answers, template, next);
  const after = {
    ...before,
    ...(change.template?.source === undefined
      ? {}
      : { template: change.template.id, source: change.template.source }),
    answers: withAnswers(answers, change.given),
    demands: change.demands ?? before.demands,
    facts: change.facts ?? before.facts,
  };
  const changed =
    before.source !== after.source ||
    !sameAnswers(before.answers, after.answers) ||
    !sameKeys(before.demands, after.demands) ||
    !sameKeys(before.facts, after.facts);
  const text = draftText(deps, next, after);
  if (!text.ok && text.failure.type !== "template-missing") return text;
  const missing = text.ok || text.failure.type !== "template-missing" ? [] : text.failure.missing;
  const lacks = missing.map(({ variable }) => variable);
  // Compared with what the template makes of the old answers today, and not with the frozen text: a
  // template that came with a newer package must not take a text from those who signed it.
  const old = frozen === undefined || !changed ? text : draftText(deps, template, before);
  const same = text.ok && old.ok && text.value === old.value;
  if (frozen === undefined || !changed || same) {
    return ok({
      letter: frozen === undefined ? after : { ...after, frozen },
      template: next,
      changed,
      thaws: false,
      askAgain: [],
      missing: lacks,
    });
  }
  const nextHash = text.ok ? fixText(text.value, deps.sha256, frozen.frozenOn).hash : noText;
  return ok({
    letter: after,
    template: next,
    changed,
    thaws: true,
    askAgain: signedOnly(deps.vault, frozen.hash, nextHash),
    missing: lacks,
  });
};

/** Keeps what was planned: the answers, and that the letter is a draft again where it is. */
export const keepChange = (vault: Vault, { letter, thaws }: PlannedChange): void => {
  vault.transaction(() => {
    vault.letters.save(letter);
    if (thaws) vault.letters.thaw(letter.name);
    return ok(undefined);
  });
};
