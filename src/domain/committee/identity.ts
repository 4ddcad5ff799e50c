import type { Handle } from "../campaign/campaign.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Incarnation } from "../tallies/tally.ts";

/** Who the holder of this vault is to a committee: a handle and a key of her own. */
export interface Identity {
  readonly handle: Handle;
  readonly fingerprint: Fingerprint;
  /** Binary. */
  readonly certificate: Uint8Array;
  /** Binary; leaves the vault never. */
  readonly secret: Uint8Array;
  /** Armored revocation certificate. */
  readonly revocation: string;
  /** This life of the vault; `restore` begins a new one. */
  readonly incarnation: Incarnation;
  /** The lives before, which this one takes the place of, sorted. */
  readonly supersedes: readonly Incarnation[];
  /** The name, without its ending, under which `exchange` puts our files into a folder: 16 random hex digits. */
  readonly exchangeName: string;
}

export interface IdentityStore {
  /** Nothing until the vault was first used with others. */
  readonly get: () => Identity | undefined;
  readonly save: (identity: Identity) => void;
}
