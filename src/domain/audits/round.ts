/**
 * A round of an audit: every tally of which lines can be drawn, as it is held before anybody says a word. Its digest is read aloud
 * in a few words, so that all auditors begin from the same roots. `docs/audit-format.md`.
 */
import type { Hashes } from "../ports.ts";
import type { CommitteeReference, Hash, Source, TallyLine } from "../tallies/tally.ts";
import { toHex } from "../text/bytes.ts";
import { canonicalJson } from "../text/canonical-json.ts";

export interface RoundSource extends Source {
  readonly seq: number;
  readonly root: Hash;
  /** How many lines the tally has. */
  readonly people: number;
  /** How many of them say something that is not taken back: among these lines are drawn. */
  readonly live: number;
}

export interface Round {
  readonly campaign: string;
  /** The number of the committee file by which the round is made: it says who is a member. */
  readonly committee: CommitteeReference;
  /** Sorted by `from`, then incarnation; each source once. */
  readonly sources: readonly RoundSource[];
}

/** Where a source stands among the others. */
export const sourceKey = ({ from, incarnation }: Source): string => `${from} ${incarnation}`;

export const inRoundOrder = <One extends Source>(sources: readonly One[]): readonly One[] =>
  sources.toSorted((a, b) => (sourceKey(a) < sourceKey(b) ? -1 : 1));

const encoder = new TextEncoder();

/** SHA-256 over the round, in 64 digits of hex. */
export const roundDigest = (
  { sha256 }: Pick<Hashes, "sha256">,
  { campaign, committee, sources }: Round,
): Hash =>
  toHex(
    sha256(
      encoder.encode(
        canonicalJson([
          "pledge/v1/audit-round",
          campaign,
          committee.number,
          committee.hash,
          sources.map(({ from, incarnation, seq, root, people, live }) => [
            from,
            incarnation,
            seq,
            root,
            people,
            live,
          ]),
        ]),
      ),
    ),
  ) as Hash;

/**
 * The places, counted from 1, of the lines of which one can be drawn. Whoever took everything back counts for nothing any
 * more, and is not asked about it.
 */
export const livePlaces = (lines: readonly Pick<TallyLine, "actions">[]): readonly number[] =>
  lines.flatMap(({ actions }, index) =>
    actions.some(({ state }) => state !== "withdrawn") ? [index + 1] : [],
  );
