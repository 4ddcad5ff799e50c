/**
 * Signers: what one organizer tells one other of who signed a frozen text, so that one letter can carry
 * the signatures of several. Names of those who want to be named, roles of those who want a role, and
 * numbers for the rest; never a contact, a note, an assessment or a token. `docs/signers-format.md`.
 */
import type { TeamKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Held, Snapshot } from "../tallies/snapshot.ts";
import type { CommitteeReference, Hash, Incarnation, Source } from "../tallies/tally.ts";
import type { TextHash } from "./letter.ts";

/** Somebody who may be shown: by name, or by role and team without one. */
export interface SignerLine {
  /** Absent: shown by role only. */
  readonly name?: string;
  readonly role?: string;
  /** The team's key. */
  readonly team?: TeamKey;
  readonly supporter: boolean;
}

/** How many sign as a number only. */
export interface CountedSigners {
  /** In the writer's turf. */
  readonly inTurf: number;
  /** Outside it, or where that is not known. */
  readonly elsewhere: number;
  readonly supporters: number;
}

export interface Signers extends Source {
  readonly campaign: string;
  readonly committee: CommitteeReference;
  readonly to: readonly Fingerprint[];
  readonly supersedes: readonly Incarnation[];
  readonly text: TextHash;
  /** 1, 2, 3 ... for this text. */
  readonly seq: number;
  readonly prev: Hash | undefined;
  readonly asOf: Day;
  readonly counted: CountedSigners;
  /** Sorted by their canonical JSON. */
  readonly lines: readonly SignerLine[];
}

/** Lists of others in the vault; merged by the same rules as tallies, a row a text. */
export interface SignersStore {
  readonly held: (source: Source, text: TextHash) => Held | undefined;
  /** Every source of one text, sorted by `from`, then incarnation. */
  readonly sources: (text: TextHash) => readonly Held[];
  readonly keep: (text: TextHash, held: Held) => void;
  /** The last list of ours for that text, in this life of the vault. */
  readonly own: (text: TextHash) => Snapshot | undefined;
  readonly keepOwn: (text: TextHash, snapshot: Snapshot) => void;
}
