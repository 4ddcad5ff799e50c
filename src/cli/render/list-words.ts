/** What a column or a member of a person is called on the screen. */
import type { Column, Fills } from "../../domain/people/import/mapping.ts";
import type { NewsMember } from "../../domain/people/import/news-of.ts";

export const newsWords: Readonly<Record<NewsMember, string>> = {
  name: "name",
  alias: "alias",
  team: "team",
  role: "role",
  site: "site",
  shift: "shift",
  employment: "employment",
  language: "language",
  pronouns: "pronouns",
  contacts: "contacts",
  doNotContact: "do not contact",
  leader: "part in the campaign",
  coveredBy: "covered by",
  assessment: "assessment",
  actions: "what they will do",
  display: "how they may be shown",
  supporter: "supporter",
  supervisor: "supervisor",
  issues: "issues",
  note: "private note",
  sharedNote: "shared note",
  source: "source",
  consents: "what they agreed to",
  elsewhere: "their id elsewhere",
};

const fillsWords: Readonly<Record<Exclude<Fills, NewsMember | "contact">, string>> = {
  id: "their id here",
  code: "pledge code",
  date: "day",
  "first-name": "first name",
  "middle-name": "middle name",
  "last-name": "last name",
  "contact-label": "what kind of contact stands to its right",
  "external-id": "their id elsewhere",
  "passed-over": "passed over",
};

const kindWords = {
  signal: "Signal",
  phone: "phone",
  email: "e-mail",
  other: "other contact",
} as const;

/** What a column fills: "work e-mail". */
export const columnWords = ({ fills, kind = "other", atWork }: Omit<Column, "header">): string => {
  if (fills === "contact") return `${atWork === true ? "work " : ""}${kindWords[kind]}`;
  return fills in newsWords
    ? newsWords[fills as NewsMember]
    : fillsWords[fills as keyof typeof fillsWords];
};
