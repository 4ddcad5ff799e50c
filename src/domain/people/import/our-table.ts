/**
 * People as a table of ours, for whoever writes one: `headerOfOurs` is its first row, `rowOf` gives a
 * row for a person. A cell that is empty says nothing.
 *
 * The columns are the members of `add --from`, under their names. Text stands as it is. `doNotContact` and `supporter`
 * are `yes` or `no`. Several things in one cell are separated as `listed-cell.ts` says:
 *
 * - contacts: `signal:+15550100; email/work:ana@example.org`, where `/work` says that the employer runs it
 * - actions: `sign; walkout:300; strike:30%; refuse:5 team`, with the condition as a person types it
 * - issues: `pay; on-call`
 * - consents: `2026-11-20:to be called at home`
 * - elsewhere: `zetkin:41`
 *
 * What a spreadsheet would calculate has a `'` before it (`neutralised.ts`); what reads the file takes one such `'` away. The
 * separator is a comma, a semicolon or a tab, and cells are quoted as RFC 4180 has it; both are the writer's.
 */
import type { Condition } from "../../pledges/pledge.ts";
import type { PersonInput, PledgedAction } from "../person-input.ts";
import type { Contact } from "../person.ts";
import { writeListedCell } from "./listed-cell.ts";
import { neutralised } from "./neutralised.ts";

export const headerOfOurs = [
  "id",
  "name",
  "alias",
  "team",
  "role",
  "site",
  "shift",
  "employment",
  "language",
  "pronouns",
  "contacts",
  "doNotContact",
  "leader",
  "coveredBy",
  "assessment",
  "actions",
  "display",
  "supporter",
  "supervisor",
  "code",
  "issues",
  "note",
  "sharedNote",
  "source",
  "consents",
  "elsewhere",
  "date",
] as const;

export type OurMember = (typeof headerOfOurs)[number];

const contactItem = ({ kind, value, atWork }: Contact): string =>
  `${kind}${atWork === true ? "/work" : ""}:${value}`;

const typed = (condition: Condition): string => {
  switch (condition.kind) {
    case "none":
      return "";
    case "at-least":
      return `:${condition.people}`;
    case "at-least-percent":
      return `:${condition.percent}%`;
    case "at-least-in-team":
      return `:${condition.people} team`;
    default:
      return condition satisfies never;
  }
};

const actionItem = ({ action, condition }: PledgedAction): string => `${action}${typed(condition)}`;

const yesOrNo = (flag: boolean | undefined): string | undefined =>
  flag === undefined ? undefined : flag ? "yes" : "no";

/** What each member says as text, without the guard of a cell: for the properties of a card (`card-to-input.ts`). */
export const textsOf = (
  person: PersonInput,
): Readonly<Record<OurMember, string | null | undefined>> => ({
  id: person.id,
  name: person.name,
  alias: person.alias,
  team: person.team,
  role: person.role,
  site: person.site,
  shift: person.shift,
  employment: person.employment,
  language: person.language,
  pronouns: person.pronouns,
  contacts: writeListedCell((person.contacts ?? []).map(contactItem)),
  doNotContact: yesOrNo(person.doNotContact),
  leader: person.leader,
  coveredBy: person.coveredBy,
  assessment: person.assessment?.toString(),
  actions: writeListedCell((person.actions ?? []).map(actionItem)),
  display: person.display,
  supporter: yesOrNo(person.supporter),
  supervisor: person.supervisor,
  code: person.code,
  issues: writeListedCell(person.issues ?? []),
  note: person.note,
  sharedNote: person.sharedNote,
  source: person.source,
  consents: writeListedCell((person.consents ?? []).map(({ to, on }) => `${on}:${to}`)),
  elsewhere: writeListedCell(person.elsewhere ?? []),
  date: person.day,
});

/** A person as the cells of `headerOfOurs`. What is `null` is written as empty: a table takes nothing away. */
export const rowOf = (person: PersonInput): readonly string[] => {
  const texts = textsOf(person);
  return headerOfOurs.map((member) => neutralised(texts[member] ?? ""));
};
