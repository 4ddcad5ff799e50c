/**
 * A bundle: tallies of others that one member passes on, each as it was signed, with the committee file that their writers go by.
 * A tally goes into a bundle only where its writer said so (`relay`), and only by somebody whom it names as a reader. A bundle may
 * hold bundles, by the same rule: each layer names in its signed `to` whoever signed the next. `docs/bundle-format.md`.
 */
import type { Held, Snapshot } from "../tallies/snapshot.ts";
import type { Hash, SnapshotHeader, Source } from "../tallies/tally.ts";

/** What was signed by somebody else, as it was. */
export interface BundlePart {
  readonly of: "tally" | "bundle";
  readonly sha256: Hash;
  readonly payload: Uint8Array;
  /** The signature packet in binary. */
  readonly signature: Uint8Array;
}

/** `committee` is the file that is in the bundle, by which its writer goes; `seq` and `prev` are those of her bundles. */
export interface BundleHeader extends SnapshotHeader {
  /** Whether its writer chose whose tallies are in it, and left some out: what she passed on of those before stands then. */
  readonly partial: boolean;
}

export interface Bundle extends BundleHeader {
  /** The payload of the committee file. */
  readonly committeeFile: Uint8Array;
  /** Tallies, then bundles; each kind sorted by hash, each once. */
  readonly parts: readonly BundlePart[];
}

/** All that is held of the bundles of one source. */
export interface HeldBundles extends Held {
  /** Below the highest number, those with something that may count still (`kept-bundles.ts`); sorted by number, then hash. */
  readonly earlier: readonly Snapshot[];
}

/** Bundles in the vault; merged by the same rules as tallies, but for what a partial one leaves out. */
export interface BundleStore {
  readonly held: (source: Source) => HeldBundles | undefined;
  /** Every source, sorted by `from`, then incarnation. */
  readonly sources: () => readonly HeldBundles[];
  readonly keep: (held: HeldBundles) => void;
  /** The last bundle of ours in this life of the vault. */
  readonly own: () => Snapshot | undefined;
  readonly ownHash: (seq: number) => Hash | undefined;
  readonly keepOwn: (snapshot: Snapshot) => void;
}
