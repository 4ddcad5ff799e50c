/**
 * Which lists of signers count now for one text: those of members, without the lives of a vault that a later
 * life has taken the place of. Of a signer who shows several lists under one number only what all of
 * them have is taken. Trust is applied here, when a letter is put together, and not to what is held.
 */
import type { TeamKey } from "../campaign/campaign.ts";
import type { Member } from "../committee/committee.ts";
import type { Day } from "../day.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import { isLeftOut } from "../tallies/left-out.ts";
import type { Selection } from "../tallies/left-out.ts";
import type { Held, Snapshot } from "../tallies/snapshot.ts";
import type { CommitteeReference, Incarnation, Source } from "../tallies/tally.ts";
import type { CountedSigners, SignerLine, Signers } from "./signers.ts";
import { signerLineText } from "./write-signers.ts";

/** What one organizer says now of who signed. */
export interface SignersStatement {
  readonly from: Fingerprint;
  /** By our own committee file. */
  readonly turf: readonly TeamKey[];
  readonly lines: readonly SignerLine[];
  /** `inTurf` in the turf of now. */
  readonly counted: CountedSigners;
  /** Of the oldest copy; nothing for our own vault, which speaks of now. */
  readonly asOf?: Day;
  /** Several lists under one number, or several lives at once. */
  readonly forked: boolean;
}

/** What our own vault would put into a list now. */
export type OwnSigners = Pick<Signers, "from" | "incarnation" | "supersedes" | "lines" | "counted">;

export interface SignersSources {
  /** All that is held for the text. */
  readonly held: readonly Held[];
  /** The list in a snapshot; it was read once when it was taken in, so it can be read. */
  readonly read: (snapshot: Snapshot) => Signers;
  /** The members of now, by fingerprint. */
  readonly members: ReadonlyMap<Fingerprint, Pick<Member, "turf">>;
  /** What is not counted here: lists of a signer or of a life that is left out whole. */
  readonly leftOut: readonly Selection[];
  /** The writer's turf in the committee file that a list went by; none when that file is not here. */
  readonly turfThen: (from: Fingerprint, committee: CommitteeReference) => readonly TeamKey[];
  /** Our own vault, in the place of whatever it has sent out. */
  readonly own: OwnSigners;
  /** Whether this vault wrote the snapshot: another one in our name stays as a copy of a fork. */
  readonly wrote: (snapshot: Snapshot) => boolean;
}

/** One list of a signer, in one life of the vault. */
interface Copy {
  readonly incarnation: Incarnation;
  readonly supersedes: readonly Incarnation[];
  readonly lines: readonly SignerLine[];
  readonly counted: CountedSigners;
  readonly asOf?: Day;
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Whoever lay in a turf that is not wholly the signer's any more may be anywhere. */
const countedNow = (
  { inTurf, elsewhere, supporters }: CountedSigners,
  then: readonly TeamKey[],
  now: readonly TeamKey[],
): CountedSigners =>
  then.length > 0 && then.every((team) => now.includes(team))
    ? { inTurf, elsewhere, supporters }
    : { inTurf: 0, elsewhere: inTurf + elsewhere, supporters };

/** The lines that both have, each as often as both have it. */
const linesInBoth = (
  some: readonly SignerLine[],
  others: readonly SignerLine[],
): readonly SignerLine[] => {
  const left = new Map<string, number>();
  for (const line of others) {
    const text = signerLineText(line);
    left.set(text, (left.get(text) ?? 0) + 1);
  }
  return some.filter((line) => {
    const text = signerLineText(line);
    const times = left.get(text) ?? 0;
    left.set(text, times - 1);
    return times > 0;
  });
};

const inBoth = (one: Copy, other: Copy): Copy => {
  const least = (member: keyof CountedSigners): number =>
    Math.min(one.counted[member], other.counted[member]);
  const [asOf] = [one.asOf, other.asOf].filter((day) => day !== undefined).toSorted();
  return {
    ...one,
    lines: linesInBoth(one.lines, other.lines),
    counted: {
      inTurf: least("inTurf"),
      elsewhere: least("elsewhere"),
      supporters: least("supporters"),
    },
    ...(asOf === undefined ? {} : { asOf }),
  };
};

/** What stands in the place of all that is held of a signer; nothing for one whose lives all took each other's place. */
const statementOf = (
  { from }: Pick<Source, "from">,
  turf: readonly TeamKey[],
  copies: readonly Copy[],
): readonly SignersStatement[] => {
  const gone = new Set(copies.flatMap(({ supersedes }) => supersedes));
  const [first, ...more] = copies.filter(({ incarnation }) => !gone.has(incarnation));
  if (first === undefined) return [];
  const { lines, counted, asOf } = more.reduce(inBoth, first);
  return [
    {
      from,
      turf,
      lines,
      counted,
      forked: more.length > 0,
      ...(asOf === undefined ? {} : { asOf }),
    },
  ];
};

/** The statements that count, our own first, then sorted by fingerprint. Our own vault counts even where we are no member. */
export const liveSignersLists = (sources: SignersSources): readonly SignersStatement[] => {
  const { held, read, members, leftOut, turfThen, own, wrote } = sources;
  const turfOf = (from: Fingerprint): readonly TeamKey[] => members.get(from)?.turf ?? [];
  const bySigner = new Map<Fingerprint, Copy[]>([[own.from, [own]]]);
  for (const top of held.flatMap(({ tops }) => tops)) {
    const { from } = top;
    if ((from !== own.from && !members.has(from)) || wrote(top) || isLeftOut(leftOut, top))
      continue;
    const list = read(top);
    const then = turfThen(from, list.committee);
    const copy = { ...list, counted: countedNow(list.counted, then, turfOf(from)) };
    bySigner.set(from, [...(bySigner.get(from) ?? []), copy]);
  }
  const [ours, ...others] = bySigner;
  return [
    ...(ours === undefined ? [] : [ours]),
    ...others.toSorted(([a], [b]) => byCodeUnits(a, b)),
  ].flatMap(([from, copies]) => statementOf({ from }, turfOf(from), copies));
};
