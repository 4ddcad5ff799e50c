/**
 * The keys of a vault and how they hang together (docs/vault-format.md, "Keys"): a random data key of
 * 32 bytes, from which HKDF-SHA-256 (RFC 5869) with the vault's id as salt makes all others.
 */
import { createHmac, hkdfSync } from "node:crypto";

export interface VaultKeys {
  /** 32 bytes: the database's raw key. */
  readonly database: Buffer;
  /** 16 bytes: the database's salt, which is also its file's first 16 bytes. */
  readonly salt: Buffer;
  /** 32 bytes: HMAC-SHA-256 over the header. */
  readonly header: Buffer;
}

const derived = (key: Uint8Array, salt: Uint8Array, label: string, length: number): Buffer =>
  Buffer.from(hkdfSync("sha256", key, salt, label, length));

/** All keys of the vault with this id. */
export const keysOf = (dataKey: Uint8Array, vault: string): VaultKeys => {
  const salt = Buffer.from(vault, "utf8");
  return {
    database: derived(dataKey, salt, "pledge/v1/db-key", 32),
    salt: derived(dataKey, salt, "pledge/v1/db-salt", 16),
    header: derived(dataKey, salt, "pledge/v1/header-mac", 32),
  };
};

/** The key that recovery words stand for: they are 256 random bits, so no slow hash is needed. */
export const recoveryKey = (entropy: Uint8Array, salt: Uint8Array): Buffer =>
  derived(entropy, salt, "pledge/v1/recovery", 32);

/** The key that a passphrase and a key file stand for together; `hashed` is what Argon2id made of the passphrase, both have 32 bytes. */
export const keyWithFile = (hashed: Uint8Array, keyFile: Uint8Array, salt: Uint8Array): Buffer => {
  const both = Buffer.concat([hashed, keyFile]);
  const key = derived(both, salt, "pledge/v1/key-file", 32);
  both.fill(0);
  return key;
};

/** The key that shares make up: 256 random bits. */
export const sharesKey = (secret: Uint8Array, salt: Uint8Array): Buffer =>
  derived(secret, salt, "pledge/v1/shares", 32);

export const headerMac = (key: Uint8Array, text: string): Buffer =>
  createHmac("sha256", key).update(text, "utf8").digest();

/** Overwrites what is not needed any more; what JavaScript copied meanwhile is out of reach. */
export const wipe = (...secrets: readonly Uint8Array[]): void => {
  for (const secret of secrets) secret.fill(0);
};

export const wipeKeys = ({ database, salt, header }: VaultKeys): void =>
  wipe(database, salt, header);
