/**
 * A tally: one organizer's signed snapshot of who pledged what, without a name. These are the
 * payload's members as the program knows them; `docs/tally-format.md` is the format.
 */
import type { Brand } from "../brand.ts";
import type { ActionKey, TeamKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { Condition } from "../pledges/pledge.ts";
import type { Fingerprint } from "../sealing/certificate.ts";

/** SHA-256 in 64 lower-case hex digits. */
export type Hash = Brand<string, "Hash">;

/** 16 bytes in base64url, 22 characters. */
export type Token = Brand<string, "Token">;

/** One life of one vault: a UUID version 4, new when a backup is restored. */
export type Incarnation = Brand<string, "Incarnation">;

/** Who writes a row of snapshots: a key, in one life of its vault. */
export interface Source {
  readonly from: Fingerprint;
  readonly incarnation: Incarnation;
}

/** The condition of a tallied action; `waits` is one that cannot be told without naming a team, and counts as unmet. */
export type TalliedCondition = Condition | { readonly kind: "waits" };

export interface TalliedAction {
  readonly action: ActionKey;
  readonly state: "pledged" | "confirmed" | "done" | "withdrawn";
  /** Rounded up already (`pledges/rounding.ts`). */
  readonly condition: TalliedCondition;
  /** Of `sign`: the first 16 hex digits of the signed text's hash. */
  readonly text?: string;
}

/** Where a tallied person works: a team's key; `*` in the writer's turf, team withheld; nothing when it is not known or not told. */
export type TalliedTeam = TeamKey | "*";

/** One person in a tally. */
export interface TallyLine {
  readonly token: Token;
  /** Shows to whoever holds the code that the writer held it too. 16 bytes in base64url. */
  readonly proof: string;
  readonly team?: TalliedTeam;
  /** Sorted by action; at least one. */
  readonly actions: readonly TalliedAction[];
  readonly supporter: boolean;
}

/** A snapshot that the writer of this one has taken in: the latest of each source. */
export interface Seen extends Source {
  readonly seq: number;
  readonly sha256: Hash;
}

/** The number of the committee file that the writer went by. */
export interface CommitteeReference {
  readonly number: number;
  readonly hash: Hash;
}

/** What a tally and a bundle (`relay/bundle.ts`) say first. */
export interface SnapshotHeader extends Source {
  readonly campaign: string;
  readonly committee: CommitteeReference;
  /** Every reader, the writer among them, sorted: a message that does not name its reader is refused. */
  readonly to: readonly Fingerprint[];
  /** Earlier lives of the same vault that this one takes the place of, sorted. */
  readonly supersedes: readonly Incarnation[];
  /** 1, 2, 3 ... */
  readonly seq: number;
  /** Hash of the payload of `seq - 1`; nothing for the first. */
  readonly prev: Hash | undefined;
  readonly asOf: Day;
  /** Whether a reader may pass it on in a bundle of her own. */
  readonly relay: boolean;
}

export interface TallyHeader extends SnapshotHeader {
  /** Sorted by `from`, then incarnation. */
  readonly seen: readonly Seen[];
  /** RFC 9162 tree over a commitment to each line, in the order of the lines. */
  readonly root: Hash;
}

export interface Tally extends TallyHeader {
  /** Sorted by token, each token once. */
  readonly lines: readonly TallyLine[];
}
