/** What can be wrong with what a file is sealed in, before a word of it is read. */
import type { Fingerprint } from "./certificate.ts";

/** A certificate that nobody can use with us. */
export type CertificateFailure =
  /** No single certificate: something else, several of them, cut off, or with a secret key in it. */
  | { readonly type: "certificate-malformed" }
  /** Its key or its algorithms are outside what every reader of ours takes. */
  | { readonly type: "certificate-unsupported"; readonly fingerprint: Fingerprint };

/** Why nothing can be encrypted to a certificate now. */
export type Unusable = "expired" | "revoked" | "no-encryption-key";

export interface ReaderUnusable {
  readonly type: "reader-unusable";
  readonly fingerprint: Fingerprint;
  readonly why: Unusable;
}

/** Why a file could not be opened with our key. */
export type UnsealFailure =
  /** Neither a binary nor an armored OpenPGP message, cut off, with something before or behind it, or altered. */
  | { readonly type: "seal-malformed" }
  /** More than 256 readers, or a reader by passphrase. */
  | { readonly type: "seal-unusual" }
  /** More than 32 MiB, as it is or unpacked. */
  | { readonly type: "seal-too-large" }
  /** Nothing in it is for our key. */
  | { readonly type: "seal-not-for-us" };

/** How a signature stands. Anything but `good` counts for nothing. */
export type Verdict =
  | "good"
  /** Made by another key than this certificate's. */
  | "other-key"
  /** The bytes are not the signed ones, or the signature is none of ours: wrong type, weak hash. */
  | "bad"
  /** More than a day ahead of this machine's clock. */
  | "ahead"
  /** The key had expired by the day of the signature, or was not made yet. */
  | "expired"
  /** The key was revoked by that day, or is revoked as compromised, which reaches back. */
  | "revoked";
