/**
 * The lines without a name that may stand in one letter beside the names, when several organizers say who signed. Such
 * a line stands only for somebody who is not perhaps there by name already, because she told one organizer
 * that she wants to be named and another that she wants a role. Law: test/domain/letters/merge-signers.test.ts.
 */
import { distinctLines, grouped, linesOf, roleKey } from "./distinct-lines.ts";
import type { Distinct, PlacedLines } from "./distinct-lines.ts";
import type { SignerLine } from "./signers.ts";
import type { Lists, NameShown } from "./sure-names.ts";
import { signerLineText, sortedLines } from "./write-signers.ts";

type Role = string | undefined;
type Team = SignerLine["team"];

/** People shown by name of whom the lists say the same. */
interface Traits {
  /** The roles that stand beside the name, and the teams beside each; what is not known is `undefined`. */
  readonly teamsOf: ReadonlyMap<Role, ReadonlySet<Team>>;
  readonly names: NameShown[];
  /** People shown. */
  people: number;
  /** By place: of them those whom this organizer gives by name herself. */
  readonly told: Map<number, number>;
}

const traitsOf = (names: Iterable<NameShown>): readonly Traits[] => {
  const all = new Map<string, Traits>();
  for (const name of names) {
    const teamsOf = new Map<Role, Set<Team>>();
    const kinds = new Set<string>();
    for (const line of [...name.given.values()].flat()) {
      const role = roleKey(line);
      teamsOf.set(role, (teamsOf.get(role) ?? new Set()).add(line.team));
      kinds.add(JSON.stringify([role ?? null, line.team ?? null]));
    }
    const key = [...kinds].toSorted().join();
    const traits = all.get(key) ?? {
      teamsOf,
      names: [],
      people: 0,
      told: new Map<number, number>(),
    };
    all.set(key, traits);
    traits.names.push(name);
    traits.people += name.shown.length;
    for (const [place, lines] of name.given)
      traits.told.set(place, (traits.told.get(place) ?? 0) + lines.length);
  }
  return [...all.values()];
};

/** Whether somebody of the team may be meant where the role is this one; in any team where that is `undefined`. */
const fitsRole = ({ teamsOf }: Traits, role: Role, team: Team): boolean => {
  const teams = teamsOf.get(role);
  if (teams === undefined) return false;
  return team === undefined || teams.has(undefined) || teams.has(team);
};

const indexed = (all: readonly Traits[]): ReadonlyMap<Role, readonly Traits[]> => {
  const byRole = new Map<Role, Traits[]>();
  for (const traits of all) {
    for (const role of traits.teamsOf.keys()) {
      const others = byRole.get(role);
      if (others === undefined) byRole.set(role, [traits]);
      else others.push(traits);
    }
  }
  return byRole;
};

type Doubt = (role: string, place: number, team: Team) => number;

/**
 * How many of the people shown by name, and not by this organizer, may be among her lines of a role and team. Those of
 * whom nobody knows the role may be in all of them, so they are added up once: somebody may have sent
 * ten thousand of either.
 */
const doubts = (byRole: ReadonlyMap<Role, readonly Traits[]>): Doubt => {
  const peopleIn = (role: Role, place: number, isMeant: (traits: Traits) => boolean): number => {
    let people = 0;
    for (const traits of byRole.get(role) ?? [])
      if (isMeant(traits)) people += traits.people - (traits.told.get(place) ?? 0);
    return people;
  };
  const ofNoRole = new Map<string, number>();
  return (role, place, team) => {
    const key = `${place} ${team ?? ""}`;
    const open =
      ofNoRole.get(key) ??
      peopleIn(undefined, place, (traits) => fitsRole(traits, undefined, team));
    ofNoRole.set(key, open);
    const isMeant = (traits: Traits): boolean =>
      fitsRole(traits, role, team) && !fitsRole(traits, undefined, team);
    return open + peopleIn(role, place, isMeant);
  };
};

/** Lines of one role and team, or of one role in any team, that are shown on one organizer's word. */
interface Claim {
  readonly role: string;
  readonly team: Team;
  readonly place: number;
}

type Cells = Distinct<NonNullable<Team>>;

/** Where the lines beyond the teams decide, the number of the whole role rests on one list. */
const claimsOf = (role: string, { keyed, beyond }: Cells): readonly Claim[] =>
  beyond === undefined
    ? keyed.map(({ key, place }) => ({ role, team: key, place }))
    : [{ role, team: undefined, place: beyond.place }];

/**
 * People who may be counted twice all the same: two of one name, whom two organizers know both, one by name and one by
 * role, each the other way round. Each of the two lists alone gives no doubt about that.
 */
const crossed = (all: readonly Traits[], claims: readonly Claim[]): number => {
  let people = 0;
  for (const traits of all) {
    const shared = traits.names.filter(({ given }) => given.size > 1);
    if (shared.length === 0) continue;
    const places = new Set(
      claims
        .filter(
          ({ role, team }) => fitsRole(traits, undefined, team) || fitsRole(traits, role, team),
        )
        .map(({ place }) => place),
    );
    if (places.size < 2) continue;
    for (const { given, shown } of shared) {
      const doubtful = [...places].reduce(
        (sum, place) => sum + shown.length - (given.get(place)?.length ?? 0),
        0,
      );
      people += Math.max(0, shown.length - doubtful);
    }
  }
  return people;
};

const textOf = (lines: readonly SignerLine[]): string =>
  lines.map(signerLineText).toSorted().join("\n");

/** The lists by role, in an order that is theirs: among equal lines it decides on whose word they are shown. */
const linesByRole = (lists: Lists): ReadonlyMap<string, readonly PlacedLines[]> => {
  const unnamed = lists
    .map((lines, place) => ({
      place,
      lines: lines.filter(({ name }) => name === undefined),
    }))
    .filter(({ lines }) => lines.length > 0);
  const inOrder =
    unnamed.length < 2
      ? unnamed
      : unnamed
          .map((one) => ({ ...one, text: textOf(lists[one.place] ?? []) }))
          .toSorted((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)));
  const byRole = new Map<string, PlacedLines[]>();
  for (const { place, lines } of inOrder) {
    for (const [role = "", some] of grouped(lines, roleKey))
      byRole.set(role, [...(byRole.get(role) ?? []), { place, lines: some }]);
  }
  return byRole;
};

/** The lines without a name, beside the people who are shown by name. */
export const rolesBeside = (lists: Lists, names: Iterable<NameShown>): readonly SignerLine[] => {
  const byRole = linesByRole(lists);
  if (byRole.size === 0) return [];
  const traits = traitsOf(names);
  const doubtful = doubts(indexed(traits));
  const cells = [...byRole].map(
    ([role, some]) =>
      [
        role,
        distinctLines(
          some,
          ({ team }) => team,
          (place, team) => doubtful(role, place, team),
        ),
      ] as const,
  );
  const twice = crossed(
    traits,
    cells.flatMap(([role, shown]) => claimsOf(role, shown)),
  );
  // Of the role that has most of them, in the order of the lines: in any order of the lists the same ones.
  const shown = cells
    .map(([, one]) => sortedLines(linesOf(one)))
    .toSorted((a, b) => b.length - a.length || (textOf(a) < textOf(b) ? -1 : 1));
  return shown.flat().slice(twice);
};
