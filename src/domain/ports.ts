/** What the pure core needs from the machine and gets handed in: randomness and one hash. */

/** Bytes that nobody can guess. */
export interface Randomness {
  readonly bytes: (length: number) => Uint8Array;
}

/** SHA-256 (FIPS 180-4), synchronous; 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** HMAC-SHA-256 (RFC 2104), synchronous; 32 bytes. */
export type HmacSha256 = (key: Uint8Array, message: Uint8Array) => Uint8Array;

/** The two functions that our formats are built on. */
export interface Hashes {
  readonly sha256: Sha256;
  readonly hmacSha256: HmacSha256;
}

/**
 * Shows how far a long task is. `total` is in the unit of the label ("people").
 * A bar appears only above a second, on a terminal, on stderr.
 */
export interface Progress {
  readonly start: (label: string, total: number) => void;
  readonly step: (done: number) => void;
  readonly stop: () => void;
}
