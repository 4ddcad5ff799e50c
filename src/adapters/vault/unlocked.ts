/** What opening a vault needs, and what it gives. */
import type { Database, OpenDatabase } from "./driver.ts";
import type { Header } from "./header.ts";
import type { DeriveKey } from "./kdf.ts";
import { wipe, wipeKeys } from "./keys.ts";
import type { VaultKeys } from "./keys.ts";

/** What opening takes besides a folder and a passphrase. */
export interface Deps {
  /** Loads the driver at the first call; throws `VaultStopped` where it cannot be loaded. */
  readonly driver: () => OpenDatabase;
  readonly derive: DeriveKey;
  /** How long to wait for another writer, in milliseconds. */
  readonly patience: number;
}

/** An unlocked header: who holds it can rewrite it. */
export interface Unlocked {
  readonly header: Header;
  /** The id of the slot that opened it. */
  readonly slot: string;
  /** 32 bytes. */
  readonly dataKey: Buffer;
  readonly keys: VaultKeys;
}

export interface Opened extends Unlocked {
  readonly database: Database;
}

export const wipeUnlocked = ({ dataKey, keys }: Unlocked): void => {
  wipe(dataKey);
  wipeKeys(keys);
};
