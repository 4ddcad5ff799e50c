/** Files that a person named, in and out; implemented by `adapters/system`. */
import type { Result } from "../result.ts";

export type FileFailure =
  | { readonly type: "file-missing"; readonly path: string }
  | { readonly type: "file-exists"; readonly path: string }
  | { readonly type: "file-too-large"; readonly path: string; readonly limit: number }
  /** Not valid UTF-8. */
  | { readonly type: "file-not-text"; readonly path: string }
  /** A passphrase file that is no regular file of ours, or that others may read. */
  | { readonly type: "file-exposed"; readonly path: string }
  | { readonly type: "disk-full"; readonly path: string }
  | { readonly type: "file-failed"; readonly path: string; readonly code: string };

/** What carries a folder to places that nobody sees from here: its history, or somebody else's computer. */
export type Carrier = { readonly by: "git" } | { readonly by: "sync"; readonly program: string };

/** How long a file is, in bytes, and how it begins and ends. */
export interface FileEnds {
  readonly length: number;
  readonly first: Uint8Array;
  readonly last: Uint8Array;
}

export interface Files {
  /** The path from the root, for somebody who must know where that is. */
  readonly absolute: (path: string) => string;
  /** What would carry a file of that path away; nothing where nothing is known to. Links are followed. */
  readonly carrierOf: (path: string) => Promise<Carrier | undefined>;
  /** The text of a file, or of standard input for `-`. At most `limit` bytes, 64 MiB unless given. */
  readonly read: (path: string, limit?: number) => Promise<Result<string, FileFailure>>;
  /** The bytes of a file, or of standard input for `-`. At most `limit` bytes, 64 MiB unless given. */
  readonly readBytes: (path: string, limit?: number) => Promise<Result<Uint8Array, FileFailure>>;
  /** Up to `bytes` of each end; nothing where it is no regular file, or cannot be read: whoever reads the whole hears why. */
  readonly ends: (path: string, bytes: number) => Promise<FileEnds | undefined>;
  /**
   * The paths of the regular files in a folder, sorted by name; hidden ones and what is deeper down are passed over,
   * and so are symbolic links. Nothing where the path is no folder.
   */
  readonly filesIn: (path: string) => Promise<Result<readonly string[] | undefined, FileFailure>>;
  /** A secret from a regular file of ours with mode 0600 (or 0400); at most 4,096 bytes. */
  readonly readSecret: (path: string) => Result<string, FileFailure>;
  /** A secret from an open descriptor, up to its end or 4,096 bytes. */
  readonly readDescriptor: (descriptor: number) => Result<string, FileFailure>;
  /**
   * Writes a whole new file with mode 0600, or nothing: a temporary file in the same folder, synced,
   * then renamed. Refuses a file that is there unless `force`.
   */
  readonly write: (
    path: string,
    content: string | Uint8Array,
    force?: boolean,
  ) => Promise<Result<void, FileFailure>>;
}

/** Where a JSON text is not what it should be; 1-based. */
export interface JsonFault {
  readonly type: "json-malformed";
  readonly line: number;
  readonly column: number;
  /** A clause: "the member \"name\" stands twice". Quotes member names of ours only. */
  readonly what: string;
}

/** A JSON value of outside data and the line on which it begins. */
export interface JsonDocument {
  readonly value: unknown;
  readonly line: number;
}

/**
 * Reads JSON as outside data: refuses a member that stands twice, `__proto__`, and nesting deeper
 * than 64; objects come without a prototype's members in reach.
 */
export interface StrictJson {
  readonly parse: (text: string) => Result<unknown, JsonFault>;
  /** One value, or one value a line (JSON Lines; empty lines are passed over). An array is taken apart. */
  readonly parseMany: (text: string) => Result<readonly JsonDocument[], JsonFault>;
}
