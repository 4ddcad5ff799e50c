/** The backups that a vault knows of: whoever is erased from it is in them still. */
import type { Day } from "../day.ts";

export interface KnownBackup {
  /** Absolute. */
  readonly path: string;
  readonly madeOn: Day;
  /** Somebody was erased from the vault after it was made. */
  readonly stale: boolean;
}

/**
 * What became of a backup that was to be made anew: `absent` where nothing has its name (a stick that is not there), `other` where
 * something else has it, or a backup of another vault, `failed` where it cannot be written.
 */
export type Renewed = "renewed" | "absent" | "other" | "failed";

export interface BackupStore {
  /** Sorted by path. */
  readonly all: () => readonly KnownBackup[];
  /** Puts a backup of the vault as it is now in the place of the one in that file. */
  readonly renew: (path: string) => Renewed;
  /** Takes the file off the disk where it is a backup of this vault. */
  readonly destroy: (path: string) => Exclude<Renewed, "renewed"> | "destroyed";
  /** Keeps what is known of one. */
  readonly note: (backup: KnownBackup) => void;
  /** Forgets that there is one of that path. */
  readonly drop: (path: string) => void;
}
