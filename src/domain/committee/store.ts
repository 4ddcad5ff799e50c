import type { Hash } from "../tallies/tally.ts";
import type { KeptCommittee } from "./committee.ts";

/** Every number of the committee file that this vault has accepted, forks of one number included, and those that wait for signatures. */
export interface CommitteeStore {
  /** Sorted by number, then hash. */
  readonly all: () => readonly KeptCommittee[];
  /** Keeps a number; one that is kept already (by its hash) gets the anchor and signatures given here. */
  readonly keep: (kept: KeptCommittee) => void;
  /** Forgets a number that waited for signatures. */
  readonly drop: (sha256: Hash) => void;
}
