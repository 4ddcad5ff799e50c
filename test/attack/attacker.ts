/**
 * The employer's best attempt at a committee: a member's key, every tally of two rounds, the committee file, the staff
 * lists of both days, and one condition that was overheard. Knows nothing of what is in the vaults.
 */
import { hashes } from "../../src/adapters/system/hashes.ts";
import type { Committee } from "../../src/domain/committee/committee.ts";
import { roundedUp } from "../../src/domain/pledges/rounding.ts";
import { commitmentOf, merkleRoot } from "../../src/domain/tallies/commitment.ts";
import type { Tally, TallyLine } from "../../src/domain/tallies/tally.ts";
import { tallyLineText } from "../../src/domain/tallies/write-tally.ts";
import { toHex } from "../../src/domain/text/bytes.ts";
import { namesGuessed } from "../../src/usecases/guess-names.ts";
import type { Employee } from "./company.ts";

export interface Loot {
  readonly committee: Pick<Committee, "members" | "definition">;
  readonly before: readonly Tally[];
  readonly after: readonly Tally[];
  /** What was inside the files, in clear. */
  readonly payloads: readonly Uint8Array[];
  readonly staffBefore: readonly Employee[];
  readonly staffAfter: readonly Employee[];
}

/** A person of the tallies, as far as all of them tell. */
export interface Clue {
  readonly token: string;
  readonly lines: readonly TallyLine[];
  /** The teams that she can be of; nothing where she may be anybody's. */
  readonly teams: ReadonlySet<string> | undefined;
}

/** Names that stand in the files as they are. */
export const namesInPlain = (
  payloads: readonly Uint8Array[],
  names: readonly string[],
): readonly string[] => {
  const lines = payloads.flatMap((payload) => new TextDecoder().decode(payload).split("\n"));
  const text = lines.filter((line) => !line.startsWith('{"pad"')).join("\n");
  const folded = text.toLowerCase();
  return names.filter((name) => folded.includes(name.toLowerCase()));
};

/** Salts that a careless writer would take. */
const saltsFor = ({ campaign, incarnation }: Tally, { token, proof }: TallyLine) => [
  new Uint8Array(),
  new Uint8Array(16),
  ...[token, proof, campaign, incarnation].map((text) => new TextEncoder().encode(text)),
  new Uint8Array(Buffer.from(token, "base64url")),
];

/** Names that lead to the root of a tally of one line; with more lines there are too many ways to place the names. */
export const namesByRoot = (
  tallies: readonly Tally[],
  names: readonly string[],
): readonly string[] =>
  tallies.flatMap((tally) => {
    const [only, ...others] = tally.lines;
    if (only === undefined || others.length > 0) return [];
    const line = tallyLineText(only);
    const rootOf = (salt: Uint8Array, name: string): string =>
      toHex(merkleRoot(hashes.sha256, [commitmentOf(hashes, { salt, line, name })]));
    const salts = saltsFor(tally, only);
    return names.filter((name) => salts.some((salt) => rootOf(salt, name) === tally.root));
  });

export const namesByHash = (
  tallies: readonly Tally[],
  names: readonly string[],
): readonly string[] => namesGuessed(hashes, tallies, names);

/** The teams of which a line can speak: one that it names; or, withheld, those of the writer's turf that no line names. */
const teamsOf = (
  { committee }: Pick<Loot, "committee">,
  { from, lines }: Tally,
  line: TallyLine,
): ReadonlySet<string> | undefined => {
  if (line.team === undefined) return undefined;
  if (line.team !== "*") return new Set([line.team]);
  const named = new Set<string | undefined>(lines.map(({ team }) => team));
  const turf = committee.members.find(({ fingerprint }) => fingerprint === from)?.turf ?? [];
  return new Set(turf.filter((team) => !named.has(team)));
};

const narrowed = (
  a: ReadonlySet<string> | undefined,
  b: ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  return new Set([...a].filter((team) => b.has(team)));
};

/** Everything that the tallies tell of each token, put together. */
export const cluesIn = (
  loot: Pick<Loot, "committee">,
  tallies: readonly Tally[],
): ReadonlyMap<string, Clue> => {
  const clues = new Map<string, Clue>();
  for (const tally of tallies)
    for (const line of tally.lines) {
      const { token } = line;
      const { lines, teams } = clues.get(token) ?? { lines: [], teams: undefined };
      const both = narrowed(teams, teamsOf(loot, tally, line));
      clues.set(token, { token, lines: [...lines, line], teams: both });
    }
  return clues;
};

/** Whoever on a staff list the token can stand for. */
export const suspects = ({ teams }: Clue, staff: readonly Employee[]): readonly Employee[] =>
  teams === undefined ? staff : staff.filter(({ team }) => teams.has(team));

/** How full a set of people is: so many of them have a line of one writer. */
export interface Crowd {
  readonly lines: number;
  readonly people: readonly Employee[];
}

/** For each tally the sets of people that its lines can be narrowed down to. */
export const crowdsIn = (
  loot: Pick<Loot, "committee">,
  tallies: readonly Tally[],
  staff: readonly Employee[],
): readonly Crowd[] =>
  tallies.flatMap((tally) => {
    const clues = [...cluesIn(loot, [tally]).values()].filter(({ lines }) =>
      lines.every(({ supporter }) => !supporter),
    );
    const sets = new Map<string, { readonly clue: Clue; readonly lines: number }>();
    for (const clue of clues) {
      const key = [...(clue.teams ?? [])].toSorted().join(" ");
      sets.set(key, { clue, lines: (sets.get(key)?.lines ?? 0) + 1 });
    }
    return [...sets.values()].map(({ clue, lines }) => ({ lines, people: suspects(clue, staff) }));
  });

/** Those who are certain to have pledged: each set of people that has as many lines as people. */
export const namesByCrowd = (crowds: readonly Crowd[]): readonly string[] =>
  crowds
    .filter(({ lines, people }) => people.length > 0 && lines >= people.length)
    .flatMap(({ people }) => people.map(({ name }) => name));

/** The tokens that fit a coworker of that team who was heard to say "if at least so many of us do". */
export const fitting = (
  clues: ReadonlyMap<string, Clue>,
  { team, people }: { readonly team?: string; readonly people: number },
): readonly Clue[] => {
  const wanted = JSON.stringify(roundedUp({ kind: "at-least", people }));
  return [...clues.values()].filter(
    ({ lines, teams }) =>
      (team === undefined || teams === undefined || teams.has(team)) &&
      lines.some(({ actions }) =>
        actions.some(({ condition }) => JSON.stringify(condition) === wanted),
      ),
  );
};

/** A change between two rounds, and who of the hires or the leavers it may be about. */
export interface Change {
  readonly clue: Clue;
  /** Everybody of whom it can speak. */
  readonly possible: readonly Employee[];
  /** Those of them whom the staff lists point at. */
  readonly pointedAt: readonly Employee[];
}

const withoutThose = (a: readonly Employee[], b: readonly Employee[]): readonly Employee[] => {
  const names = new Set(b.map(({ name }) => name));
  return a.filter(({ name }) => !names.has(name));
};

const takenBack = ({ lines }: Clue): boolean =>
  lines.some(({ actions }) => actions.every(({ state }) => state === "withdrawn"));

/** Lines that came, went, or were taken back, held against who was hired and who left. */
export const changesIn = (loot: Loot) => {
  const [before, after] = [cluesIn(loot, loot.before), cluesIn(loot, loot.after)];
  const hired = withoutThose(loot.staffAfter, loot.staffBefore);
  const gone = withoutThose(loot.staffBefore, loot.staffAfter);
  const change =
    (staff: readonly Employee[], pointed: readonly Employee[]) =>
    (clue: Clue): Change => ({
      clue,
      possible: suspects(clue, staff),
      pointedAt: suspects(clue, pointed),
    });
  const came = [...after.values()].filter(({ token }) => !before.has(token));
  const went = [...before.values()].filter(({ token }) => !after.has(token));
  const back = [...after.values()].filter((clue) => {
    const old = before.get(clue.token);
    return old !== undefined && takenBack(clue) && !takenBack(old);
  });
  return {
    came: came.map(change(loot.staffAfter, hired)),
    went: went.map(change(loot.staffBefore, gone)),
    takenBack: back.map(change(loot.staffBefore, gone)),
  };
};
