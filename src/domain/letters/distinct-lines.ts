/**
 * Lines of several organizers about people who may be the same: how many different people they show at the
 * least, and by which lines. Never more than there are people behind them, although one person may have told
 * several organizers.
 */
import type { SignerLine } from "./signers.ts";
import { signerLineText } from "./write-signers.ts";

/** What two spellings of one name or role have in common. */
export const folded = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ");

/** The role as it is compared. */
export const roleKey = ({ role }: SignerLine): string | undefined =>
  role === undefined ? undefined : folded(role);

export const grouped = <T, K>(
  items: readonly T[],
  keyOf: (item: T) => K,
): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

/** Lines of one organizer, by her place. */
export interface PlacedLines {
  readonly place: number;
  readonly lines: readonly SignerLine[];
}

const textOf = (lines: readonly SignerLine[]): string =>
  lines.map(signerLineText).toSorted().join("\n");

const withTeam = (lines: readonly SignerLine[]): number =>
  lines.filter(({ team }) => team !== undefined).length;

/** The longest; among equals the one that says more, so that the order of the lists makes no difference to the lines. */
const largest = (candidates: readonly PlacedLines[]): PlacedLines | undefined => {
  let best: PlacedLines | undefined;
  for (const one of candidates) {
    if (one.lines.length === 0) continue;
    const more =
      best === undefined
        ? 1
        : one.lines.length - best.lines.length || withTeam(one.lines) - withTeam(best.lines);
    if (more > 0 || (more === 0 && best && textOf(one.lines) < textOf(best.lines))) best = one;
  }
  return best;
};

/** The first `n`: those with a team before those without. */
const first = (lines: readonly SignerLine[], n: number): readonly SignerLine[] => {
  if (n >= lines.length) return lines;
  if (n <= 0) return [];
  return lines
    .map((line) => ({ line, key: `${line.team === undefined ? 1 : 0}${signerLineText(line)}` }))
    .toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .slice(0, n)
    .map(({ line }) => line);
};

export interface Distinct<K> {
  /** For each key the longest list's lines; none is empty. */
  readonly keyed: readonly (PlacedLines & { readonly key: K })[];
  /** Lines without a key by which one list shows more people than all the keyed lines. */
  readonly beyond: PlacedLines | undefined;
}

/**
 * As many lines as there are different people at the least. Lines with different keys are different people; one
 * without a key may be anybody. `doubtful` says how many of an organizer's lines with that key (of all of
 * them for no key) may be people who are shown elsewhere.
 */
export const distinctLines = <K extends string>(
  lists: readonly PlacedLines[],
  keyOf: (line: SignerLine) => K | undefined,
  doubtful: (place: number, key: K | undefined) => number = () => 0,
): Distinct<K> => {
  const byKey = new Map<K, PlacedLines[]>();
  const open: (PlacedLines & { readonly all: number })[] = [];
  for (const { place, lines } of lists) {
    for (const [key, some] of grouped(lines, keyOf)) {
      if (key === undefined) {
        open.push({ place, lines: some, all: lines.length });
        continue;
      }
      const sure = { place, lines: first(some, some.length - doubtful(place, key)) };
      byKey.set(key, [...(byKey.get(key) ?? []), sure]);
    }
  }
  const keyed = [...byKey].flatMap(([key, candidates]) => {
    const best = largest(candidates);
    return best === undefined ? [] : [{ ...best, key }];
  });
  const known = keyed.reduce((people, { lines }) => people + lines.length, 0);
  const beyond = open.map(({ place, lines, all }) => ({
    place,
    lines: first(lines, all - doubtful(place, undefined) - known),
  }));
  return { keyed, beyond: largest(beyond) };
};

/** The lines themselves. */
export const linesOf = <K>({ keyed, beyond }: Distinct<K>): readonly SignerLine[] => [
  ...keyed.flatMap(({ lines }) => lines),
  ...(beyond?.lines ?? []),
];
