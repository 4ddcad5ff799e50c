/**
 * From the people who signed one text to what a letter may show of them. The writer of a template,
 * and every format, receives this and nothing else.
 *
 * - `named` people by name; ordered by the language's collation, never by when they signed.
 * - `role` people as "Software Engineer, Cloud", in whole fives; who is left over joins the others of
 *   the same role as "Software Engineer", in whole fives again; who is left then is a number. In fives,
 *   so that no line stands for fewer than five people, and so that the difference between two letters
 *   is not the one person who signed in between. A team of which such lines would name nearly
 *   everybody is not named at all.
 * - `counted` people as a number: always "more than" a multiple of five, and never the number itself,
 *   so that one person more or less is mostly no difference at all.
 *
 * Laws: test/domain/letters/signatory-laws.test.ts.
 */
import type { Display } from "../pledges/pledge.ts";

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
  /** Shown by a coarser line: the role without the team. */
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

const cellsOf = (
  people: readonly Signatory[],
  keyOf: (person: Signatory) => string | undefined,
): Cells => {
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

/** Role and team, told apart by a character that neither can hold. */
const fineKey = ({ role, team }: Signatory): string | undefined =>
  role === undefined || team === undefined ? undefined : `${role}\u0000${team}`;

/** Takes whole fives of those who share a cell; gives their lines, and whoever is left. */
const taken = (
  people: readonly Signatory[],
  keyOf: (person: Signatory) => string | undefined,
): { readonly lines: readonly string[]; readonly rest: readonly Signatory[] } => {
  const cells = [...cellsOf(people, keyOf)];
  return {
    lines: cells.flatMap(([key, cell]) =>
      Array.from({ length: wholeFives(cell.length) }, () => key.replace("\u0000", ", ")),
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
    const lines = taken(asked, fineKey).lines.length;
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
  const fine = taken(asked(workers, "role"), (person) =>
    givenAway.has(person.team ?? "") ? undefined : fineKey(person),
  );
  const coarse = taken(fine.rest, ({ role }) => role);
  const supportersByRole = asked(supporters, "role").length;
  return {
    list: {
      named: linesOf(workers, order),
      roles: [...fine.lines, ...coarse.lines].toSorted(order),
      others: inFives(asked(workers, "counted").length + coarse.rest.length),
      supporters: {
        named: linesOf(supporters, order),
        others: inFives(asked(supporters, "counted").length + supportersByRole),
      },
    },
    heldBack: {
      coarser: coarse.lines.length,
      counted: coarse.rest.length + supportersByRole,
    },
  };
};
