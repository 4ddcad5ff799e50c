/**
 * What a template may read, and nothing else:
 *
 * - `campaign.name`, `campaign.employer`, `unit.name`
 * - `addressee.name`, `addressee.title`; both the addressee and the title may be missing
 * - `demands`, each with `number` (from 1), `title`, `ask`, `satisfiedBy`, `by`, `why`,
 *   `objection.expect`, `objection.answer`. `by` is a day, so many days after the answer
 *   `answerBy`; missing when that is not answered
 * - `sourced`, the facts that were chosen for the letter, each with `claim`, `source` and the day `date`
 * - every variable that the template declares, by its name; missing when not answered
 *
 * Missing values are null and may be printed only inside an `if` on them. A day stays YYYY-MM-DD
 * and is printed by the helper `day`. In an answer of several lines, a line break becomes a
 * Markdown hard break and an empty line a new paragraph; everywhere else white space is one space.
 * The data is plain and has no prototype, so a path finds what is here or nothing.
 */
import { addDays, parseDay } from "../../domain/day.ts";
import type { Day } from "../../domain/day.ts";
import type { Answers, Demand, TemplateVariable } from "../../domain/letters/letter.ts";
import type { TemplateInput } from "../../domain/letters/ports.ts";
import { withoutSeams } from "./escape.ts";

export type Shape =
  | { readonly kind: "text" | "number" | "day" | "flag" }
  | Group
  | { readonly kind: "list"; readonly of: Group };

export interface Group {
  readonly kind: "group";
  readonly members: ReadonlyMap<string, Readable>;
}

export interface Readable {
  readonly shape: Shape;
  /** Whether it can be null. */
  readonly optional: boolean;
}

const always = (shape: Shape): Readable => ({ shape, optional: false });
const perhaps = (shape: Shape): Readable => ({ shape, optional: true });
const text: Shape = { kind: "text" };
// A Map, so that `constructor` is as unknown as any other name.
const group = (members: Readonly<Record<string, Readable>>): Group => ({
  kind: "group",
  members: new Map(Object.entries(members)),
});

/** The name of the answer that the days of demands are counted from. */
const answerBy = "answerBy";

/** The shape of what a template with these variables may read. */
export const readableBy = (variables: readonly TemplateVariable[]): Group => {
  const days = variables.some(
    ({ name, kind, required }) => name === answerBy && kind === "day" && required,
  );
  const demand = group({
    number: always({ kind: "number" }),
    title: always(text),
    ask: always(text),
    satisfiedBy: always(text),
    by: { shape: { kind: "day" }, optional: !days },
    why: always(text),
    objection: always(group({ expect: always(text), answer: always(text) })),
  });
  const fact = group({
    claim: always(text),
    source: always(text),
    date: always({ kind: "day" }),
  });
  const fixed = group({
    campaign: always(group({ name: always(text), employer: always(text) })),
    unit: always(group({ name: always(text) })),
    addressee: perhaps(group({ name: always(text), title: perhaps(text) })),
    demands: always({ kind: "list", of: demand }),
    sourced: always({ kind: "list", of: fact }),
  });
  const own = variables.map(({ name, kind, required }): [string, Readable] => [
    name,
    { shape: kind === "day" ? { kind: "day" } : text, optional: !required },
  ]);
  return { kind: "group", members: new Map([...own, ...fixed.members]) };
};

/** Names that a variable may not take, because they mean something else. */
export const takenNames: readonly string[] = [
  "campaign",
  "unit",
  "addressee",
  "demands",
  "sourced",
];

const oneLine = (value: string): string =>
  withoutSeams(value)
    .replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029 ]+/gu, " ")
    .trim();

const severalLines = (value: string): string =>
  value
    .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/u)
    .map(oneLine)
    .join("\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .replaceAll(/^\n+|\n+$/gu, "");

const answerTo = (answers: Answers, name: string): string | undefined =>
  Object.hasOwn(answers, name) ? answers[name] : undefined;

/** The answer to a question, ready to be read; null when there is none, or no day where a day is asked for. */
const valueOf = ({ name, kind }: TemplateVariable, answers: Answers): string | null => {
  const given = answerTo(answers, name);
  if (given === undefined) return null;
  const value = kind === "lines" ? severalLines(given) : oneLine(given);
  if (value === "") return null;
  return kind === "day" ? (parseDay(value) ?? null) : value;
};

/**
 * The variables that must be answered before the template can be rendered. An answer that is no
 * day where one is asked for counts as none, even where none was needed: it would vanish unseen.
 */
export const unanswered = (
  variables: readonly TemplateVariable[],
  answers: Answers,
): readonly TemplateVariable[] =>
  variables.filter(
    (variable) =>
      valueOf(variable, answers) === null &&
      (variable.required ||
        (variable.kind === "day" && oneLine(answerTo(answers, variable.name) ?? "") !== "")),
  );

/** Plain data without a prototype. */
const plain = (members: Readonly<Record<string, unknown>>): object =>
  Object.assign(Object.create(null) as object, members);

const demandData = (demand: Demand, index: number, due: Day | undefined): object =>
  plain({
    number: index + 1,
    title: oneLine(demand.title),
    ask: oneLine(demand.ask),
    satisfiedBy: oneLine(demand.satisfiedBy),
    by: due === undefined ? null : addDays(due, demand.withinDays),
    why: oneLine(demand.why),
    objection: plain({
      expect: oneLine(demand.objection.expect),
      answer: oneLine(demand.objection.answer),
    }),
  });

/** What the template reads, for one campaign and one set of answers. */
export const contextOf = (variables: readonly TemplateVariable[], input: TemplateInput): object => {
  const { campaign, answers } = input;
  const { addressee } = campaign;
  const due = parseDay(oneLine(answerTo(answers, answerBy) ?? ""));
  const title = oneLine(addressee?.title ?? "");
  return plain({
    ...Object.fromEntries(variables.map((variable) => [variable.name, valueOf(variable, answers)])),
    campaign: plain({ name: oneLine(campaign.name), employer: oneLine(campaign.employer) }),
    unit: plain({ name: oneLine(campaign.unit.name) }),
    // A group of nothing but nulls is a missing one: a path through it finds null and does not break.
    addressee: plain({
      name: addressee === undefined ? null : oneLine(addressee.name),
      title: title === "" ? null : title,
    }),
    demands: input.demands.map((demand, index) => demandData(demand, index, due)),
    sourced: input.facts.map(({ claim, source, date }) =>
      plain({ claim: oneLine(claim), source: oneLine(source), date }),
    ),
  });
};
