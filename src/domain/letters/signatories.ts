/**
 * From the people who signed one text to what a letter may show of them. The writer of a template,
 * and every format, receives this and nothing else.
 *
 * - `named` people by name; ordered by the language's collation, never by when they signed.
 * - `role` people as "Senior Software Engineer, Cloud", in whole fives; who is left over joins the others as
 *   "Software Engineer, Cloud" (`seniority.ts`), in whole fives again; who is left of those as "Software Engineer"; and
 *   who is left then is a number. In fives, so that no line stands for fewer than five people, and so that the
 *   difference between two letters is not the one person who signed in between; where that is not enough, a
 *   line stays as the last letter had it (`publication-difference.ts`). A team of which such lines would name
 *   nearly everybody is not named at all.
 * - `counted` people as a number: always "more than" a multiple of five, and never the number itself,
 *   so that one person more or less is mostly no difference at all.
 *
 * Laws: test/domain/letters/signatory-laws.test.ts.
 */
import type { Display } from "../pledges/pledge.ts";
import { leftOver } from "./left-over.ts";
import { moreThanFor } from "./publication-difference.ts";
import type { Earlier } from "./publication-difference.ts";
import { roleLines } from "./role-lines.ts";

export interface SignatoryLine {
  readonly name: string;
  readonly role?: string;
}

/**
 * People shown by a number only. `people` is a multiple of five, and there are `moreThan` so many: one
 * to five more, so `people` 0 stands for one to five; up to nine more where an earlier letter said the
 * same. Nobody at all is 0 without `moreThan`.
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

export type Collate = (a: string, b: string) => number;

/** Every number of one block of five is told the same: 1 to 5, 6 to 10, 11 to 15 ... */
const inFives = (people: number, earlier: readonly number[]): Others => ({
  people: moreThanFor(earlier, people),
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

const byTeam = (people: readonly Signatory[]): ReadonlyMap<string, readonly Signatory[]> => {
  const teams = new Map<string, Signatory[]>();
  for (const person of people) {
    if (person.team === undefined) continue;
    const team = teams.get(person.team);
    if (team === undefined) teams.set(person.team, [person]);
    else team.push(person);
  }
  return teams;
};

/**
 * The teams that no line may name. Where nearly everybody in a team who is not there by name would
 * stand behind a line with its name, the lines say "all of us", and that is each of them: so at most
 * 80 % of those may be lines, as in a tally. A team of unknown size is not held to this.
 */
const teamsGivenAway = (shown: readonly Signatory[]): ReadonlySet<string> => {
  const given = new Set<string>();
  for (const [team, members] of byTeam(shown)) {
    const size = members.reduce(
      (least, { teamSize }) => Math.min(least, teamSize ?? least),
      Infinity,
    );
    const named = members.filter((person) => person.display === "named").length;
    const asked = members.filter((person) => person.display === "role");
    const { lines: all, coarser } = roleLines(asked);
    const lines = all.length - coarser;
    if (lines * 100 > (size - named) * 80) given.add(team);
  }
  return given;
};

/** People of whom less is shown because of what earlier letters showed: numbers of the list that are smaller for it. */
export interface Waiting {
  /** Lines without a name, fewer than there could be or without their team. */
  readonly lines: number;
  readonly others: number;
  readonly supporters: number;
}

/**
 * The lists of a letter, and how many people they show less clearly than those asked for; `earlier` is what
 * the letters showed that were written before it. The order in which people are given makes no difference.
 */
export const signatoryList = (
  signatories: readonly Signatory[],
  collate: Collate,
  earlier: Earlier = [],
): { readonly list: SignatoryList; readonly heldBack: HeldBack; readonly waiting: Waiting } => {
  const order = inOrder(collate);
  const workers = signatories.filter((person) => !person.supporter);
  const supporters = signatories.filter((person) => person.supporter);
  const asked = (people: readonly Signatory[], display: Display): readonly Signatory[] =>
    people.filter((person) => person.display === display);
  const givenAway = teamsGivenAway(workers.filter((person) => person.display !== "counted"));
  const shownByRole = asked(workers, "role").map(({ role, team }) => ({
    role,
    team: team === undefined || givenAway.has(team) ? undefined : team,
  }));
  const shown = roleLines(shownByRole, earlier);
  const atFirst = earlier.length === 0 ? shown : roleLines(shownByRole);
  const supportersByRole = asked(supporters, "role").length;
  const numbers = {
    workers: asked(workers, "counted").length + shown.rest,
    supporters: asked(supporters, "counted").length + supportersByRole,
  };
  const others = (of: "workers" | "supporters"): Others =>
    inFives(
      numbers[of],
      earlier.map((one) => one.others[of]),
    );
  const held = (of: "workers" | "supporters"): number =>
    Math.max(0, inFives(numbers[of], []).people - others(of).people);
  return {
    list: {
      named: linesOf(workers, order),
      roles: shown.lines.toSorted(order),
      others: others("workers"),
      supporters: { named: linesOf(supporters, order), others: others("supporters") },
    },
    heldBack: {
      withoutSeniority: shown.withoutSeniority,
      coarser: shown.coarser,
      counted: shown.rest + supportersByRole,
    },
    waiting: {
      lines: leftOver(atFirst.lines, shown.lines).length,
      others: held("workers"),
      supporters: held("supporters"),
    },
  };
};
