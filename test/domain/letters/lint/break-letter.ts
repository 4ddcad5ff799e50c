/** How the tables of faults change a sound letter. */
import type { ActionKey } from "../../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../../src/domain/day.ts";
import type { Fact, FactKey } from "../../../../src/domain/letters/fact.ts";
import type { LintInput } from "../../../../src/domain/letters/lint/rule.ts";
import { english, inputOf, spanish } from "./sample-letters.ts";

export interface Broken {
  readonly rule: string;
  readonly title: string;
  readonly input: LintInput;
  /** Words on the line that is named; nothing where something is missing. */
  readonly at?: string;
}

type Over = Parameters<typeof inputOf>[1];

export const es = { language: "es" };

/** Puts words in place of others, which must be there. */
export const put = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`no such words: ${from}`);
  return text.replace(from, to);
};

/** Whether the line of the fault is that of the words that were put in, and not one where something should stand. */
const placed = (rule: string, words: string): boolean =>
  words !== "" && !rule.startsWith("missing-") && rule !== "demands-count";

export const en = (rule: string, from: string, to: string, over: Over = {}): Broken => ({
  rule,
  title: `${to === "" ? `without "${from}"` : to} (en)`,
  input: inputOf(put(english, from, to), over),
  ...(placed(rule, to) ? { at: to } : {}),
});

export const inSpanish = (rule: string, from: string, to: string): Broken => ({
  rule,
  title: `${to === "" ? `without "${from}"` : to} (es)`,
  input: inputOf(put(spanish, from, to), { template: es }),
  ...(placed(rule, to) ? { at: to } : {}),
});

export const kind = (rule: string, title: string, name: string, text: string): Broken => ({
  rule,
  title,
  input: inputOf(text, { template: { kind: name } }),
});

export const fact: Fact = {
  key: "night-shift" as FactKey,
  claim: "The night shift labels faces for the police.",
  source: "an example",
  date: "2026-05-01" as Day,
  known: "work",
  letThrough: false,
};

export const nobodyPledged = { isPledged: (action: ActionKey) => action !== "walkout" };

export const words = (n: number): string => `Word${" word".repeat(n - 1)}.`;

export const demand = (n: number): string =>
  `${n}. Publish the list. By 30 April 2027: the list is there for all to read.`;
