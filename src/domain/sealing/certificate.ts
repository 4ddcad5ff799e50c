/** A member's OpenPGP certificate and the fingerprint that it is compared by. */
import type { Brand } from "../brand.ts";
import type { Day } from "../day.ts";

/** The fingerprint of a primary key, version 4: 40 hex digits in lower case. */
export type Fingerprint = Brand<string, "Fingerprint">;

/** How its holder has taken a key back: `always` as compromised or without a reason, which reaches back; `later` for what it signs from then on. */
export type Revoked = "always" | "later";

/** A certificate that was read once: whole, of a kind that we use, self-signatures good. */
export interface Certificate {
  readonly fingerprint: Fingerprint;
  /** Of the primary key's user ids, first the primary one. Ours is the handle alone; others may be names and addresses. */
  readonly userIds: readonly string[];
  /** The day on which the key says that it was made. */
  readonly madeOn: Day;
  /** The transferable public key in binary, without what others certified about it. */
  readonly bytes: Uint8Array;
}

/** The fingerprint that was typed or read aloud: 40 hex digits, spaces and case do not matter. */
export const parseFingerprint = (text: string): Fingerprint | undefined => {
  const digits = text.replaceAll(/[\s:]/gu, "").toLowerCase();
  return /^[0-9a-f]{40}$/u.test(digits) ? (digits as Fingerprint) : undefined;
};

/** In ten groups of four, for reading aloud. */
export const groupedFingerprint = (fingerprint: Fingerprint): string =>
  (fingerprint.toUpperCase().match(/.{4}/gu) ?? []).join(" ");
