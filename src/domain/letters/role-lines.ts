/**
 * The lines without a name: who shares a role and a team, in whole fives; who is left over, with those of the same
 * role without its seniority; who is left of those, by the role alone; and the rest, who are a number.
 */
import { isFolded, linesFor } from "./publication-difference.ts";
import type { Earlier } from "./publication-difference.ts";
import { withoutSeniority } from "./seniority.ts";
import { sum } from "../sum.ts";

export interface Place {
  readonly role?: string | undefined;
  readonly team?: string | undefined;
}

export interface RoleLines {
  /** "Software Engineer, Cloud", each as often as it stands for people. */
  readonly lines: readonly string[];
  readonly withoutSeniority: number;
  /** Lines without a team. */
  readonly coarser: number;
  /** People who are in no line. */
  readonly rest: number;
}

interface Cell<P> {
  readonly words: string;
  readonly people: readonly P[];
}

const grouped = <P>(people: readonly P[], wordsOf: (person: P) => string): readonly Cell<P>[] => {
  const cells = new Map<string, P[]>();
  for (const person of people) {
    const words = wordsOf(person);
    const cell = cells.get(words);
    if (cell === undefined) cells.set(words, [person]);
    else cell.push(person);
  }
  return [...cells].map(([words, members]) => ({ words, people: members }));
};

interface Somebody {
  readonly role: string;
  readonly plain: string;
  readonly team: string | undefined;
}

const withTeam = (role: string, team: string | undefined): string =>
  team === undefined ? role : `${role}, ${team}`;

const exactWords = ({ role, team }: Somebody): string => withTeam(role, team);
const plainWords = ({ plain, team }: Somebody): string => withTeam(plain, team);
const isSenior = ({ role, plain }: Somebody): boolean => role !== plain;

interface Taken {
  readonly cells: readonly Cell<Somebody>[];
  readonly shown: readonly Somebody[];
  readonly lines: readonly string[];
  readonly rest: readonly Somebody[];
}

/** Takes of those who share the words as many as may stand behind them, the first of them. */
const taken = (
  people: readonly Somebody[],
  wordsOf: (person: Somebody) => string,
  earlier: Earlier,
): Taken => {
  const cells = grouped(people, wordsOf);
  const shown = cells.map((cell) => ({
    ...cell,
    number: linesFor(earlier, cell.words, cell.people.length),
  }));
  return {
    cells,
    shown: shown.flatMap((cell) => cell.people.slice(0, cell.number)),
    lines: shown.flatMap(({ words, number }) => Array.from({ length: number }, () => words)),
    // Who shares a cell shares all that counts from here on: it makes no difference who is left.
    rest: shown.flatMap((cell) => cell.people.slice(cell.number)),
  };
};

const nobody: Taken = { cells: [], shown: [], lines: [], rest: [] };

/** The roles without their seniority for which words can stand. */
type RolesOf = ReadonlyMap<string, ReadonlySet<string>>;

const rolesOf = (people: readonly Somebody[]): RolesOf => {
  const roles = new Map<string, Set<string>>();
  for (const one of people) {
    for (const words of [exactWords(one), plainWords(one), one.plain])
      roles.set(words, (roles.get(words) ?? new Set()).add(one.plain));
  }
  return roles;
};

interface Before {
  readonly earlier: Earlier;
  readonly rolesOf: RolesOf;
}

/** The lines of people whose roles are one without their seniority: no other line says anything of them. */
const linesOfRole = (
  { words: role, people }: Cell<Somebody>,
  before: Before,
  byTeam: boolean,
): RoleLines => {
  const { earlier } = before;
  const senior = byTeam ? taken(people.filter(isSenior), exactWords, earlier) : nobody;
  const left = byTeam ? [...people.filter((one) => !isSenior(one)), ...senior.rest] : people;
  const inTeam = (one: Somebody): boolean => byTeam && one.team !== undefined;
  // Whoever loses nothing by it comes first.
  const plain = taken(left.filter(inTeam), plainWords, earlier);
  const byRole = taken([...plain.rest, ...left.filter((one) => !inTeam(one))], () => role, earlier);
  if (byTeam) {
    const cells = [...senior.cells, ...plain.cells];
    const own = new Map(cells.map((cell) => [cell.words, cell.people.length]));
    const behind = (words: string): number | undefined =>
      own.get(words) ??
      ([...(before.rolesOf.get(words) ?? [])].some((other) => other !== role) ? undefined : 0);
    if (isFolded(earlier, role, behind)) return linesOfRole({ words: role, people }, before, false);
  }
  const alone = senior.shown.filter(({ team }) => team === undefined).length;
  return {
    lines: [...senior.lines, ...plain.lines, ...byRole.lines],
    withoutSeniority: plain.shown.filter(isSenior).length,
    coarser: alone + byRole.lines.length,
    rest: byRole.rest.length,
  };
};

/** The lines of all who asked for one, held to what earlier letters showed; somebody without a role is in none. */
export const roleLines = (people: readonly Place[], earlier: Earlier = []): RoleLines => {
  const known = people.flatMap(({ role, team }) =>
    role === undefined ? [] : [{ role, plain: withoutSeniority(role), team }],
  );
  const before = { earlier, rolesOf: rolesOf(known) };
  const roles = grouped(known, ({ plain }) => plain).map((cell) => linesOfRole(cell, before, true));
  return {
    lines: roles.flatMap(({ lines }) => lines),
    withoutSeniority: sum(roles.map((one) => one.withoutSeniority)),
    coarser: sum(roles.map(({ coarser }) => coarser)),
    rest: sum(roles.map(({ rest }) => rest)) + people.length - known.length,
  };
};
