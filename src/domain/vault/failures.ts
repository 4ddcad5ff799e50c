import type { RetentionFailure } from "../retention/failures.ts";

/** Another pledge that is at work on a vault. */
export interface Writer {
  readonly pid: number;
  /** "pledge import", without what may follow it; empty where it cannot be told. */
  readonly command: string;
}

/** Everything that can go wrong with a vault without being a bug of ours. */
export type VaultFailure =
  | RetentionFailure
  | { readonly type: "vault-missing"; readonly folder: string }
  | { readonly type: "vault-exists"; readonly folder: string }
  /** A vault is made in a new or an empty folder; there is something else here. */
  | { readonly type: "folder-occupied"; readonly folder: string }
  /** No slot opened: the passphrase, the words or the shares are wrong, or a slot was altered. `keyFile`: one may be what is missing. */
  | {
      readonly type: "vault-locked";
      readonly by: "passphrase" | "recovery" | "shares";
      readonly keyFile: boolean;
    }
  /** Every passphrase of this vault opens it together with a key file alone. */
  | { readonly type: "key-file-needed" }
  /** None of ours, or damaged. */
  | { readonly type: "key-file-malformed"; readonly path: string }
  | { readonly type: "shares-absent" }
  /** A rekeying was cut short after the database; only what it was begun with opens that. */
  | { readonly type: "rekey-unfinished" }
  /** What was to be changed is not there, or not any more. */
  | { readonly type: "way-unknown"; readonly ways: number }
  /** Nothing else would open the vault: the last passphrase, or the last way at all. */
  | { readonly type: "last-way" }
  | { readonly type: "too-many-ways"; readonly most: number }
  /** A vault that `join` has begun and that no committee file has completed. */
  | { readonly type: "campaign-missing" }
  | { readonly type: "recovery-absent" }
  /** Twenty-four words whose check bits do not fit, or another number of words. */
  | { readonly type: "recovery-mistyped" }
  | { readonly type: "passphrase-empty" }
  /** `guesses` is log10 of how many tries it takes. */
  | { readonly type: "passphrase-weak"; readonly guesses: number }
  /** `vault.json` is not in the one form of its format, or its MAC does not fit. */
  | { readonly type: "header-altered"; readonly folder: string; readonly copy: boolean }
  | { readonly type: "header-newer"; readonly version: number }
  | { readonly type: "header-older"; readonly folder: string }
  | { readonly type: "kdf-out-of-bounds"; readonly what: string }
  | { readonly type: "database-plain"; readonly folder: string }
  | { readonly type: "database-unreadable"; readonly folder: string }
  | { readonly type: "database-newer"; readonly version: number }
  /** `by` is whoever has it, as far as the system tells. */
  | { readonly type: "vault-busy"; readonly folder: string; readonly by: readonly Writer[] }
  /** Somebody was erased, but the file could not be rewritten; the next opening does it. */
  | { readonly type: "erasure-unfinished"; readonly folder: string }
  | { readonly type: "backup-malformed"; readonly file: string; readonly what: string }
  | { readonly type: "sqlite-missing"; readonly node: string }
  | { readonly type: "disk-full"; readonly path: string }
  | { readonly type: "file-exists"; readonly path: string }
  | { readonly type: "file-missing"; readonly path: string }
  | { readonly type: "file-failed"; readonly path: string; readonly code: string };
