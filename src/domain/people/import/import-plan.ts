/** What taking in a list would do, before anything of it is done. */
import { employerLabel } from "../../campaign/employer-host.ts";
import type { Campaign } from "../../campaign/campaign.ts";
import type { Day } from "../../day.ts";
import type { InputFault, ValueFault } from "../../input/fault.ts";
import { personFaults, unmarkedAtWork } from "../person-faults.ts";
import type { Standards } from "../person-faults.ts";
import type { PersonInput } from "../person-input.ts";
import type { Contact, Person, PersonId } from "../person.ts";
import type { PersonSummary } from "../store.ts";
import { newsOf } from "./news-of.ts";
import type { News } from "./news-of.ts";
import { sweepsOf } from "./sweep.ts";
import type { Sweep } from "./sweep.ts";
import { signsOf, whoIsWho } from "./who-is-who.ts";

/** Somebody whom the vault does not know. */
export interface Newcomer {
  readonly id: PersonId;
  readonly input: PersonInput;
  readonly coverer?: PersonId;
}

export interface ImportChange extends News {
  readonly person: Person;
}

export interface ImportPlan {
  readonly added: readonly Newcomer[];
  readonly changed: readonly ImportChange[];
  /** Rows that say nothing new. */
  readonly unchanged: number;
  /** Rows that stay out, with every reason. */
  readonly refused: readonly InputFault[];
  /** Cells that stay out while the rest of their row is taken in. */
  readonly passedOver: readonly InputFault[];
  readonly sweeping: readonly Sweep[];
}

export interface ImportDeps {
  readonly campaign: Pick<Campaign, "employer">;
  readonly today: Day;
  /** Addresses at the employer are kept and marked, where somebody decided so; else they stay out. */
  readonly keepWorkAddresses: boolean;
  /** An id that was never given; whether somebody has it is looked at here. */
  readonly newId: () => PersonId;
}

/** A whole id of ours: whom another vault knew by it keeps it. */
const isWholeId = (id: string): id is PersonId => /^[a-km-np-z]{8}$/u.test(id);

interface Row {
  readonly id: PersonId;
  readonly input: PersonInput;
  readonly before: PersonSummary | undefined;
}

interface Found {
  readonly refused: InputFault[];
  readonly passedOver: InputFault[];
}

const noted = (
  to: InputFault[],
  { line }: PersonInput,
  faults: readonly { readonly path: string; readonly fault: ValueFault }[],
): void => {
  to.push(...faults.map((fault) => (line === undefined ? fault : { line, ...fault })));
};

/** The row without addresses at the employer, or with them marked. */
const withoutWorkAddresses = (
  input: PersonInput,
  isUnmarkedAtWork: Standards["isUnmarkedAtWork"],
  { keepWorkAddresses }: ImportDeps,
  { passedOver }: Found,
): PersonInput => {
  const { contacts = [] } = input;
  if (!contacts.some(isUnmarkedAtWork)) return input;
  const kept = contacts.flatMap((contact, index): readonly Contact[] => {
    if (!isUnmarkedAtWork(contact)) return [contact];
    if (keepWorkAddresses) return [{ ...contact, atWork: true }];
    const path = `contacts.${index}.value`;
    noted(passedOver, input, [{ path, fault: { type: "contact-at-work" } }]);
    return [];
  });
  return { ...input, contacts: kept };
};

/** What stands in the vault already may have become the employer's since: it stays, and is marked. */
const withWorkMarked = (news: News, isUnmarkedAtWork: Standards["isUnmarkedAtWork"]): News => {
  const { contacts } = news.input;
  if (contacts?.some(isUnmarkedAtWork) !== true) return news;
  const marked = contacts.map((contact) =>
    isUnmarkedAtWork(contact) ? { ...contact, atWork: true as const } : contact,
  );
  return { ...news, input: { ...news.input, contacts: marked } };
};

/** Everybody who can be meant by an id or an alias, those of the list included once they are met. */
interface Meant {
  readonly ids: Map<string, PersonId>;
  readonly aliases: Map<string, PersonId>;
}

/** The rows that can be taken in, each with whom it is about. */
const sorted = (
  deps: ImportDeps,
  everybody: readonly PersonSummary[],
  inputs: readonly PersonInput[],
  isUnmarkedAtWork: Standards["isUnmarkedAtWork"],
  { ids, aliases }: Meant,
  found: Found,
): readonly Row[] => {
  const vault = whoIsWho<PersonSummary>();
  for (const summary of everybody) vault.add(summary, signsOf(summary.person));
  const inFile = whoIsWho<number>();
  const met = new Map<PersonId, number>();
  const unusedId = (): PersonId => {
    for (;;) {
      const id = deps.newId();
      if (!ids.has(id)) return id;
    }
  };
  const standards = {
    today: deps.today,
    isUnmarkedAtWork,
    aliasTaken: (alias: string, by?: PersonId) => aliases.has(alias) && aliases.get(alias) !== by,
  };
  const rowOf = (given: PersonInput, place: number): Row | readonly Fault[] => {
    const input = withoutWorkAddresses(given, isUnmarkedAtWork, deps, found);
    const signs = signsOf(input);
    const before = vault.find(signs);
    const known = before?.person.id;
    if (known === undefined && input.id !== undefined && !isWholeId(input.id))
      return [{ path: "id", fault: { type: "person-unknown" } }];
    const first = known === undefined ? inFile.find(signs) : met.get(known);
    if (first !== undefined) return [{ path: "", fault: { type: "row-twice", first } }];
    const faults = personFaults(standards, input, before?.person);
    if (faults.length > 0) return faults;
    const id = known ?? (input.id as PersonId | undefined) ?? unusedId();
    ids.set(id, id);
    if (known !== undefined) met.set(known, place);
    else inFile.add(place, signs, signs.sure.length + signs.reach.length === 0);
    if (typeof input.alias === "string") {
      ids.set(input.alias, id);
      aliases.set(input.alias, id);
    }
    return { id, input, before };
  };
  const rows: Row[] = [];
  for (const [index, given] of inputs.entries()) {
    const row = rowOf(given, given.line ?? index + 1);
    if ("input" in row) rows.push(row);
    else noted(found.refused, given, row);
  }
  return rows;
};

type Fault = { readonly path: string; readonly fault: ValueFault };

const byLine = (a: InputFault, b: InputFault): number => (a.line ?? 0) - (b.line ?? 0);

/** `everybody` is the vault. Nothing fails: what cannot be taken in is named in the plan. */
export const planImport = (
  deps: ImportDeps,
  everybody: readonly PersonSummary[],
  inputs: readonly PersonInput[],
): ImportPlan => {
  const found: Found = { refused: [], passedOver: [] };
  const meant: Meant = { ids: new Map(), aliases: new Map() };
  for (const { person } of everybody) {
    meant.ids.set(person.id, person.id);
    if (person.alias === undefined) continue;
    meant.ids.set(person.alias, person.id);
    meant.aliases.set(person.alias, person.id);
  }
  const isUnmarkedAtWork = unmarkedAtWork(employerLabel(deps.campaign.employer));
  const rows = sorted(deps, everybody, inputs, isUnmarkedAtWork, meant, found);
  const added: Newcomer[] = [];
  const changed: ImportChange[] = [];
  let unchanged = 0;
  for (const { id, input, before } of rows) {
    const { coveredBy } = input;
    const coverer = typeof coveredBy === "string" ? meant.ids.get(coveredBy) : undefined;
    const isNobody = typeof coveredBy === "string" && (coverer === undefined || coverer === id);
    if (isNobody)
      noted(found.passedOver, input, [{ path: "coveredBy", fault: { type: "person-unknown" } }]);
    const cover = isNobody ? undefined : coverer;
    if (before === undefined) {
      added.push({ id, input, ...(cover === undefined ? {} : { coverer: cover }) });
      continue;
    }
    const news = newsOf(before, input, cover);
    if (news === undefined) unchanged += 1;
    else changed.push({ person: before.person, ...withWorkMarked(news, isUnmarkedAtWork) });
  }
  return {
    added,
    changed,
    unchanged,
    refused: found.refused.toSorted(byLine),
    passedOver: found.passedOver.toSorted(byLine),
    sweeping: sweepsOf(changed, everybody.length),
  };
};
