/**
 * Which snapshots count now: those of members, without the lives of a vault that a later life has
 * taken the place of. Several that are left of one signer are copies of a fork. Trust is applied here, when
 * counting, and not to what is held: removing a member acts on what was merged before.
 */
import type { TeamKey } from "../campaign/campaign.ts";
import type { Member } from "../committee/committee.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Signer } from "./claims.ts";
import { countedLines, isLeftOut } from "./left-out.ts";
import type { Selection } from "./left-out.ts";
import type { Held, Snapshot } from "./snapshot.ts";
import type { Lines } from "./lines.ts";
import type { Hash, Incarnation, Source, TallyHeader } from "./tally.ts";

/** What counting needs of a tally: one that is held, or what our own vault would say now. */
export interface CountedTally extends Pick<
  TallyHeader,
  "from" | "incarnation" | "supersedes" | "committee"
> {
  readonly lines: Lines;
}

export interface Sources {
  readonly held: readonly Held[];
  /** The tally in a snapshot; it was read once when it was taken in, so it can be read. */
  readonly read: (snapshot: Snapshot) => CountedTally;
  /** The members of now, by fingerprint. */
  readonly members: ReadonlyMap<Fingerprint, Pick<Member, "turf">>;
  /** What is not counted here; our own vault always is. */
  readonly leftOut: readonly Selection[];
  /** The writer's turf in the committee file that the tally went by; none when that file is not here. */
  readonly turfThen: (from: Fingerprint, committee: TallyHeader["committee"]) => readonly TeamKey[];
  /** Our own vault, in the place of whatever it has sent out. */
  readonly own?: {
    readonly statement: CountedTally;
    /** Whether we ourselves wrote this number: other payloads in our name stay as copies of a fork. */
    readonly wrote: (seq: number, sha256: Hash) => boolean;
  };
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Our own statement first, then all the tops that we did not write, in a fixed order. */
const statementsIn = ({ held, read, own, leftOut }: Sources): readonly CountedTally[] => {
  const isOwn = ({ from, incarnation, seq, sha256 }: Snapshot): boolean =>
    own !== undefined &&
    from === own.statement.from &&
    incarnation === own.statement.incarnation &&
    own.wrote(seq, sha256);
  const tops = held
    .flatMap((source) => source.tops)
    .filter((top) => !isOwn(top) && !isLeftOut(leftOut, top))
    .toSorted(
      (a, b) => byCodeUnits(a.incarnation, b.incarnation) || byCodeUnits(a.sha256, b.sha256),
    )
    .map((top) => {
      const tally = read(top);
      return { ...tally, lines: countedLines(leftOut, top, tally.lines) };
    });
  return own === undefined ? tops : [own.statement, ...tops];
};

/** The signers that count, sorted by fingerprint, each with its copies. Our own vault counts even where we are no member. */
export const liveSigners = (sources: Sources): readonly Signer[] => {
  const { members, turfThen, own } = sources;
  const bySigner = new Map<Fingerprint, CountedTally[]>();
  for (const statement of statementsIn(sources)) {
    const { from } = statement;
    if (!members.has(from) && from !== own?.statement.from) continue;
    const copies = bySigner.get(from);
    if (copies === undefined) bySigner.set(from, [statement]);
    else copies.push(statement);
  }
  return [...bySigner]
    .toSorted(([a], [b]) => byCodeUnits(a, b))
    .map(([fingerprint, statements]) => {
      const superseded = new Set(statements.flatMap(({ supersedes }) => supersedes));
      const live = statements.filter(({ incarnation }) => !superseded.has(incarnation));
      return {
        fingerprint,
        turf: members.get(fingerprint)?.turf ?? [],
        copies: live.map(({ incarnation, lines, committee }) => ({
          incarnation,
          lines,
          turf: turfThen(fingerprint, committee),
        })),
      };
    });
};

/** Whether the tally claims to take the place of a life that is known as another signer's. */
export const supersedesForeign = (
  known: readonly Source[],
  tally: Pick<TallyHeader, "from" | "supersedes">,
): boolean =>
  known.some(
    ({ from, incarnation }) => from !== tally.from && tally.supersedes.includes(incarnation),
  );

/** Whether, with this tally, a life of the signer would take the place of itself, at once or around a circle. */
export const supersedesCycle = (
  known: readonly Pick<TallyHeader, "from" | "incarnation" | "supersedes">[],
  tally: Pick<TallyHeader, "from" | "incarnation" | "supersedes">,
): boolean => {
  const own = [...known.filter(({ from }) => from === tally.from), tally];
  const reached = new Set<Incarnation>(tally.supersedes);
  // Grows while it is walked.
  for (const life of reached) {
    for (const { incarnation, supersedes } of own) {
      if (incarnation === life) for (const earlier of supersedes) reached.add(earlier);
    }
  }
  return reached.has(tally.incarnation);
};
