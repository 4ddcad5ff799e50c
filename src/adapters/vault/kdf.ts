/**
 * From a passphrase to a key: Argon2id (RFC 9106), version 0x13, 32 bytes. What a file asks for is
 * obeyed only within bounds: below them a guess is cheap, above them opening a file exhausts the
 * machine.
 */
import { hashRaw } from "@node-rs/argon2";

export interface Argon2Settings {
  readonly alg: "argon2id";
  readonly v: 19;
  /** KiB. */
  readonly m: number;
  /** Passes. */
  readonly t: number;
  /** Lanes. */
  readonly p: number;
  /** base64url, 16 bytes. */
  readonly salt: string;
}

/** The cost without the salt. */
export type KdfCost = Pick<Argon2Settings, "m" | "t" | "p">;

/** The work of hashing; tests put a fast one in its place, with the same shape. */
export type DeriveKey = (passphrase: string, settings: Argon2Settings) => Promise<Buffer>;

const mebi = 1024;

export const kdfCosts = {
  standard: { m: 256 * mebi, t: 3, p: 4 },
  light: { m: 64 * mebi, t: 3, p: 4 },
} as const satisfies Record<string, KdfCost>;

/** What is out of bounds, as "memory 8192 KiB", or nothing: 19 MiB <= m <= 1 GiB, 1 <= t <= 16, 1 <= p <= 16. */
export const outOfBounds = ({ m, t, p }: KdfCost): string | undefined => {
  if (m < 19 * mebi || m > 1024 * mebi) return `memory ${m} KiB`;
  if (t < 1 || t > 16) return `${t} passes`;
  if (p < 1 || p > 16) return `${p} lanes`;
  return undefined;
};

/** 32 bytes from the passphrase in UTF-8. */
export const argon2id: DeriveKey = async (passphrase, { m, t, p, salt }) => {
  const bytes = Buffer.from(passphrase, "utf8");
  try {
    return await hashRaw(bytes, {
      algorithm: 2,
      memoryCost: m,
      timeCost: t,
      parallelism: p,
      salt: Buffer.from(salt, "base64url"),
      outputLen: 32,
    });
  } finally {
    bytes.fill(0);
  }
};
