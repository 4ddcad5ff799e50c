/**
 * A person who is put together from cells or properties, as the JSON of `add --from`: `parsePerson`
 * then cleans and checks it like every other. Remembers what came from where, so that a fault names
 * the place in the file and not the member.
 */
import type { Campaign } from "../../campaign/campaign.ts";
import type { InputFault } from "../../input/fault.ts";
import { conditionToMembers, parseCondition } from "../../pledges/condition.ts";
import { fail } from "../../result.ts";
import type { Result } from "../../result.ts";
import { folded } from "../../text/folded.ts";
import { parsePerson, readMembers } from "../parse-person.ts";
import type { PersonInput } from "../person-input.ts";
import type { Contact } from "../person.ts";
import { readListedCell, readNamed } from "./listed-cell.ts";
import type { OurMember } from "./our-table.ts";

/** What of a campaign teams and pledges are read by. */
export type Known = Pick<Campaign, "actions" | "teams">;

export interface Draft {
  readonly line: number;
  readonly known: Known;
  readonly given: Record<string, unknown>;
  readonly contacts: Contact[];
  /** Where each member came from, two by two: "contacts.1", "column 4". A list, since a map a row is slow. */
  readonly origins: string[];
  readonly faults: InputFault[];
  /** Hears of a team that the campaign does not have: then the person is taken without one. Without it that is a fault. */
  readonly passOver: ((fault: InputFault) => void) | undefined;
  /** Something was said whose shape nobody has looked at: a level, a kind of contact. */
  unshaped: boolean;
}

export const createDraft = (
  line: number,
  known: Known,
  passOver?: (fault: InputFault) => void,
): Draft => ({
  line,
  known,
  passOver,
  given: {},
  contacts: [],
  origins: [],
  faults: [],
  unshaped: false,
});

/** Nothing, or marks that nobody sees: it says nothing. */
export const isBlank = (text: string): boolean =>
  text === "" || /^[\s\u200E\u200F\u061C\uFEFF]*$/u.test(text);

/** Members that are text whatever the text is, and lists of one text. */
const inShape: ReadonlySet<string> = new Set([
  "elsewhere",
  "name",
  "role",
  "site",
  "shift",
  "language",
  "pronouns",
  "coveredBy",
  "code",
  "note",
  "sharedNote",
  "source",
  "team",
  "id",
  "alias",
  "date",
]);

const say = (draft: Draft, member: string, value: unknown, where: string): void => {
  if (!inShape.has(member)) draft.unshaped = true;
  draft.given[member] = value;
  draft.origins.push(member, where);
};

/** The same contact twice is one, and the employer's if either says so. */
export const addContact = (draft: Draft, contact: Contact, where: string): void => {
  if (isBlank(contact.value)) return;
  const { contacts, origins } = draft;
  const value = contact.value.trim();
  const at = contacts.findIndex((one) => one.kind === contact.kind && one.value === value);
  if (at === -1) origins.push(`contacts.${contacts.length}`, where);
  if (at === -1) contacts.push({ ...contact, value });
  else if (contact.atWork === true) contacts[at] = { ...contact, value };
};

const yes = /^(?:yes|y|true|1|x)$/u;
const no = /^(?:no|n|false|0)$/u;

const readFlag = (draft: Draft, member: string, word: string, where: string): void => {
  if (yes.test(word) || no.test(word)) say(draft, member, yes.test(word), where);
  else {
    const fault = { type: "value-wrong", expected: "yes or no" } as const;
    draft.faults.push({ line: draft.line, path: where, fault });
  }
};

const readSupervisor = (word: string): string =>
  yes.test(word) ? "yes" : no.test(word) ? "no" : word;

/** Level 0 is "not assessed": nothing was said. What is no digit is left for the check of the shape. */
const readLevel = (draft: Draft, word: string, where: string): void => {
  if (word !== "0") say(draft, "assessment", /^\d$/u.test(word) ? Number(word) : word, where);
};

/** By its key or its name; one that is not known stays as it is and is refused with the known ones, unless it is passed over. */
const readTeam = (draft: Draft, typed: string, where: string): void => {
  const { teams } = draft.known;
  const team = teams.find(({ key, name }) => key === typed || folded(name) === folded(typed))?.key;
  if (team !== undefined || draft.passOver === undefined)
    return say(draft, "team", team ?? typed, where);
  const known = teams.map(({ key }) => key);
  draft.passOver({ line: draft.line, path: where, fault: { type: "not-one-of", known } });
};

const readContacts = (draft: Draft, cell: string, where: string): void => {
  draft.unshaped = true;
  for (const item of readListedCell(cell)) {
    const [before, value] = readNamed(item);
    const [kind, place] = before.split("/");
    const atWork = place === "work" ? ({ atWork: true } as const) : {};
    if (value === undefined || (place !== undefined && place !== "work"))
      draft.faults.push({
        line: draft.line,
        path: where,
        fault: { type: "value-wrong", expected: "like email:ana@example.org" },
      });
    // A kind that is none is found by the check of the shape.
    else addContact(draft, { kind: kind as Contact["kind"], value, ...atWork }, where);
  }
};

const readActions = (draft: Draft, cell: string, where: string): void => {
  const actions = readListedCell(cell).map((item) => {
    const [action, typed = ""] = readNamed(item);
    const condition = parseCondition(typed);
    if (condition === undefined)
      draft.faults.push({
        line: draft.line,
        path: where,
        fault: { type: "value-wrong", expected: "like walkout:300, strike:30% or refuse:5 team" },
      });
    return condition === undefined ? action : { action, ...conditionToMembers(condition) };
  });
  say(draft, "actions", actions, where);
};

const readConsents = (draft: Draft, cell: string, where: string): void => {
  const consents = readListedCell(cell).map((item) => {
    const [on, what = ""] = readNamed(item);
    return { to: what, on };
  });
  say(draft, "consents", consents, where);
};

/** Fills a member of ours from the text of a cell of ours; `where` names the cell in a fault. Blank says nothing. */
export const fillMember = (draft: Draft, member: OurMember, text: string, where: string): void => {
  if (isBlank(text)) return;
  const word = text.trim().toLowerCase();
  switch (member) {
    case "contacts":
      return readContacts(draft, text, where);
    case "actions":
      return readActions(draft, text, where);
    case "consents":
      return readConsents(draft, text, where);
    case "issues":
    case "elsewhere":
      return say(draft, member, readListedCell(text), where);
    case "doNotContact":
    case "supporter":
      return readFlag(draft, member, word, where);
    case "assessment":
      return readLevel(draft, word, where);
    case "supervisor":
      return say(draft, member, readSupervisor(word), where);
    case "employment":
    case "leader":
    case "display":
      return say(draft, member, word, where);
    case "team":
      return readTeam(draft, text.trim(), where);
    case "id":
    case "alias":
    case "date":
      return say(draft, member, text.trim(), where);
    default:
      return say(draft, member, text, where);
  }
};

/** Several things that a table of another program has in cells of its own making. */
export const fillList = (
  draft: Draft,
  member: "issues" | "elsewhere",
  items: readonly string[],
  where: string,
): void =>
  say(
    draft,
    member,
    items.filter((item) => !isBlank(item)),
    where,
  );

/** Where a member was said last. */
const originOf = ({ origins }: Draft, member: string): string | undefined => {
  const at = origins.findLastIndex((one, index) => index % 2 === 0 && one === member);
  return at === -1 ? undefined : origins[at + 1];
};

/** The place that the longest beginning of a path came from. */
const placeOf = (draft: Draft, path: string): string => {
  const steps = path.split(".");
  for (let length = steps.length; length > 0; length -= 1) {
    const where = originOf(draft, steps.slice(0, length).join("."));
    if (where !== undefined) return where;
  }
  return originOf(draft, `${steps[0]}.0`) ?? "";
};

/** The person, or every fault of hers at once. */
export const finishDraft = (draft: Draft): Result<PersonInput, readonly InputFault[]> => {
  const { line, known, given, contacts } = draft;
  const all = contacts.length === 0 ? given : { ...given, contacts };
  // Texts and contacts of a list are in shape as they are: the check of it is half the time of a row.
  const person =
    draft.unshaped || contacts.length > 5
      ? parsePerson(all, known, line)
      : readMembers(all, known, line);
  if (person.ok && draft.faults.length === 0) return person;
  const found = person.ok ? [] : person.failure;
  return fail([
    ...draft.faults,
    ...found.map((one) => ({ ...one, path: placeOf(draft, one.path) })),
  ]);
};
