/**
 * From the people who signed one text to what a letter may show of them. The writer of a template,
 * and every format, receives this and nothing else.
 *
 * - `named` people by name; ordered by the language's collation, never by when they signed.
 * - `role` people as "Senior Software Engineer, Cloud", in whole fives; who is left over joins the others as
 *   "Software Engineer, Cloud" (`seniority.ts`), in whole fives again; who is left of those as "Software Engineer"; and
 *   who is left then is a number. In fives, so that no line stands for fewer than five people, and so that the
 *   difference between two letters is not the one person who signed in between. A team of which such
 *   lines would name nearly everybody is not named at all.
 * - `counted` people as a number: always "more than" a multiple of five, and never the number itself,
 *   so that one person more or less is mostly no difference at all.
 *
 * Laws: test/domain/letters/signatory-laws.test.ts.
 */
import type { Display } from "../pledges/pledge.ts";
import { withoutSeniority } from "./seniority.ts";

export interface SignatoryLine {
  readonly name: string;
  readonly role?: string;
}

/**
 * People shown by a number only. `people` is a multiple of five, and there are `moreThan` so many: one
 * to five more, so `people` 0 stands for one to five. Nobody at all is 0 without `moreThan`.
 */
export interface Others {
  readonly people: number;
  readonly moreThan: boolean;
}

/** What a letter may know of who signed: display lines and numbers, never a person. */
export interface SignatoryList {
  /** Names as they are, unescaped; each format escapes for itself. */
  readonly named: readonly SignatoryLine[];
  /** "Software Engineer, Cloud", each as often as it stands for people, which is in whole fives. */
  readonly roles: readonly string[];
  readonly others: Others;
  /** From outside the unit; by name or as a number. */
  readonly supporters: { readonly named: readonly SignatoryLine[]; readonly others: Others };
}

/** A person who signed, as far as a letter is concerned. */
export interface Signatory {
  readonly name: string;
  readonly role?: string;
  /** The team's name, not its key. */
  readonly team?: string;
  /** How many work in that team, where the campaign has an estimate. */
  readonly teamSize?: number;
  readonly display: Display;
  readonly supporter: boolean;
}

/** People who asked for a line with their role and are shown less clearly than that. */
export interface HeldBack {
  /** Shown by the team and a coarser role: "Software Engineer, Cloud" for a senior one. */
  readonly withoutSeniority: number;
  /** Shown by the role without the team, and perhaps without its seniority. */
  readonly coarser: number;
  /** Shown by a number only. */
  readonly counted: number;
}

/** The smallest group in which a line without a name can hide. */
export const smallestCell = 5;

export type Collate = (a: string, b: string) => number;

/** Every number of one block of five is told the same: 1 to 5, 6 to 10, 11 to 15 ... */
const inFives = (people: number): Others => ({
  people: Math.max(0, Math.floor((people - 1) / smallestCell) * smallestCell),
  moreThan: people > 0,
});

/** What two strings that the collation takes for equal are told apart by; without it, by who came first. */
const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const inOrder =
  (collate: Collate): Collate =>
  (a, b) =>
    collate(a, b) || byCodeUnits(a, b);

const linesOf = (people: readonly Signatory[], order: Collate): readonly SignatoryLine[] =>
  people
    .filter((person) => person.display === "named")
    .map(({ name, role }) => ({ name, ...(role === undefined ? {} : { role }) }))
    .toSorted((a, b) => order(a.name, b.name) || order(a.role ?? "", b.role ?? ""));

type Cells = ReadonlyMap<string, readonly Signatory[]>;

const cellsOf = (people: readonly Signatory[], keyOf: KeyOf): Cells => {
  const cells = new Map<string, Signatory[]>();
  for (const person of people) {
    const key = keyOf(person);
    if (key === undefined) continue;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [person]);
    else cell.push(person);
  }
  return cells;
};

const wholeFives = (people: number): number => people - (people % smallestCell);

/** Between role and team: a character that neither can hold. */
const join = "\u0000";

interface Place {
  readonly role?: string | undefined;
  readonly team?: string | undefined;
}

type KeyOf = (person: Place) => string | undefined;

const exactKey = ({ role, team }: Place): string | undefined =>
  role === undefined || team === undefined ? role : `${role}${join}${team}`;

/** Each of these takes together whole cells of the one before. */
const plainKey = ({ role, team }: Place): string | undefined =>
  exactKey({ role: role === undefined ? undefined : withoutSeniority(role), team });

const losesSeniority = (place: Place): boolean => plainKey(place) !== exactKey(place);

const coarsestKey = ({ role }: Place): string | undefined => plainKey({ role, team: undefined });

interface Taken {
  readonly shown: readonly Signatory[];
  /** One for each of those who are shown. */
  readonly keys: readonly string[];
  readonly rest: readonly Signatory[];
}

/** Takes whole fives of those who share a cell, the first of them. */
const taken = (people: readonly Signatory[], keyOf: KeyOf): Taken => {
  const cells = [...cellsOf(people, keyOf)];
  return {
    shown: cells.flatMap(([, cell]) => cell.slice(0, wholeFives(cell.length))),
    keys: cells.flatMap(([key, cell]) =>
      Array.from({ length: wholeFives(cell.length) }, () => key),
    ),
    rest: [
      ...people.filter((person) => keyOf(person) === undefined),
      // Who shares a cell shares all that counts from here on: it makes no difference who is left.
      ...cells.flatMap(([, cell]) => cell.slice(wholeFives(cell.length))),
    ],
  };
};

/**
 * The teams that no line may name. Where nearly everybody in a team who is not there by name would
 * stand behind a line with its name, the lines say "all of us", and that is each of them: so at most
 * 80 % of those may be lines, as in a tally. A team of unknown size is not held to this.
 */
const teamsGivenAway = (shown: readonly Signatory[]): ReadonlySet<string> => {
  const given = new Set<string>();
  for (const [team, members] of cellsOf(shown, (person) => person.team)) {
    const size = members.reduce(
      (least, { teamSize }) => Math.min(least, teamSize ?? least),
      Infinity,
    );
    const named = members.filter((person) => person.display === "named").length;
    const asked = members.filter((person) => person.display === "role");
    // Those with their seniority are among them.
    const lines = taken(asked, plainKey).keys.length;
    if (lines * 100 > (size - named) * 80) given.add(team);
  }
  return given;
};

/**
 * The lists of a letter, and how many people they show less clearly than those asked for. The
 * order in which people are given makes no difference to either.
 */
export const signatoryList = (
  signatories: readonly Signatory[],
  collate: Collate,
): { readonly list: SignatoryList; readonly heldBack: HeldBack } => {
  const order = inOrder(collate);
  const workers = signatories.filter((person) => !person.supporter);
  const supporters = signatories.filter((person) => person.supporter);
  const asked = (people: readonly Signatory[], display: Display): readonly Signatory[] =>
    people.filter((person) => person.display === display);
  const givenAway = teamsGivenAway(workers.filter((person) => person.display !== "counted"));
  const shownByRole = asked(workers, "role").map(({ team, ...person }) => ({
    ...person,
    ...(team === undefined || givenAway.has(team) ? {} : { team }),
  }));
  const exact = taken(shownByRole, exactKey);
  // Whoever loses nothing by it comes first.
  const [lessClearly, alike] = [
    exact.rest.filter(losesSeniority),
    exact.rest.filter((person) => !losesSeniority(person)),
  ];
  const plain = taken([...alike, ...lessClearly], plainKey);
  const coarsest = taken(plain.rest, coarsestKey);
  const keys = [...exact.keys, ...plain.keys, ...coarsest.keys];
  const withTeam = (all: readonly string[]): number =>
    all.filter((key) => key.includes(join)).length;
  const supportersByRole = asked(supporters, "role").length;
  return {
    list: {
      named: linesOf(workers, order),
      roles: keys.map((key) => key.replace(join, ", ")).toSorted(order),
      others: inFives(asked(workers, "counted").length + coarsest.rest.length),
      supporters: {
        named: linesOf(supporters, order),
        others: inFives(asked(supporters, "counted").length + supportersByRole),
      },
    },
    heldBack: {
      withoutSeniority: plain.shown.filter(
        (person) => person.team !== undefined && losesSeniority(person),
      ).length,
      coarser: keys.length - withTeam(keys),
      counted: coarsest.rest.length + supportersByRole,
    },
  };
};
