import type { Fingerprint, Revoked } from "../sealing/certificate.ts";
import type { Hash } from "../tallies/tally.ts";
import type { KeptCommittee } from "./committee.ts";

/** A key that its holder has taken back. */
export interface RevokedKey {
  readonly fingerprint: Fingerprint;
  /** With the revocation, binary: what stands for the member's certificate from then on. */
  readonly certificate: Uint8Array;
  readonly as: Revoked;
}

/** Every number of the committee file that this vault has accepted, forks of one number included, and those that wait for signatures. */
export interface CommitteeStore {
  /** Sorted by number, then hash. */
  readonly all: () => readonly KeptCommittee[];
  /** Keeps a number; one that is kept already (by its hash) gets the anchor and signatures given here. */
  readonly keep: (kept: KeptCommittee) => void;
  /** Sorted by fingerprint. */
  readonly revoked: () => readonly RevokedKey[];
  /** Puts it in the place of what was known of the key. */
  readonly revoke: (key: RevokedKey) => void;
  /** Forgets a number that waited for signatures. */
  readonly drop: (sha256: Hash) => void;
}
