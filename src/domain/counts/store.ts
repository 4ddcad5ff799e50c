/** What was published, in the vault: the ledger that the next count is held to. Numbers as they were shown, never a person. */
import type { Hash, Token } from "../tallies/tally.ts";
import type { PublishedCount } from "./count.ts";

/** A count as it was written or taken over from another member. */
export interface KeptCount {
  readonly sha256: Hash;
  /** As `writeCount` gives it. */
  readonly text: string;
}

/** The last list of receipts that this vault wrote. */
export interface KeptReceipts {
  readonly sha256: Hash;
  /** Who is in it. Random codes are behind them, never a name. */
  readonly tokens: readonly Token[];
}

export interface CountStore {
  /** The one that the next goes on from; nothing where none is known. */
  readonly last: () => (KeptCount & { readonly count: PublishedCount }) | undefined;
  readonly add: (kept: KeptCount) => void;
  readonly receipts: () => KeptReceipts | undefined;
  /** Takes the place of the list before. */
  readonly keepReceipts: (receipts: KeptReceipts) => void;
}
