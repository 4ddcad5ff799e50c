/**
 * Key slots, as LUKS has them: each wraps the one data key with a key of its own, by AES-256-GCM
 * with the slot's description as associated data, so that no slot can pass for another or be
 * told to use a weaker passphrase check.
 */
import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from "node:crypto";

import { canonicalJson } from "../../domain/text/canonical-json.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import type { Header, Slot } from "./header.ts";
import type { Argon2Settings, DeriveKey, KdfCost } from "./kdf.ts";
import { keyWithFile, recoveryKey, sharesKey } from "./keys.ts";

/** A slot without what it wraps. */
type Described = Slot extends infer One ? (One extends Slot ? Omit<One, "wrap"> : never) : never;

const associated = (vault: string, { id, kind, kdf }: Described): Buffer =>
  Buffer.from(canonicalJson({ vault, slot: id, kind, kdf }), "utf8");

const wrapped = (
  key: Uint8Array,
  dataKey: Uint8Array,
  vault: string,
  slot: Described,
): Slot["wrap"] => {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(associated(vault, slot));
  const ct = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return {
    alg: "A256GCM",
    iv: iv.toString("base64url"),
    ct: ct.toString("base64url"),
    tag: cipher.getAuthTag().toString("base64url"),
  };
};

const unwrap = (key: Uint8Array, vault: string, slot: Slot): Buffer | undefined => {
  const [iv, ct, tag] = [slot.wrap.iv, slot.wrap.ct, slot.wrap.tag].map((part) =>
    Buffer.from(part, "base64url"),
  );
  const decipher = createDecipheriv("aes-256-gcm", key, iv as Buffer, { authTagLength: 16 })
    .setAAD(associated(vault, slot))
    .setAuthTag(tag as Buffer);
  try {
    return Buffer.concat([decipher.update(ct as Buffer), decipher.final()]);
  } catch {
    // The tag does not fit: a wrong key, or a slot that was altered. Nobody can tell the two apart.
    return undefined;
  }
};

/** The key of recovery words, or nothing when they are mistyped. */
const keyOfWords = async (words: string, salt: Uint8Array): Promise<Buffer | undefined> => {
  // The word list is large, and few commands ever need it.
  const { entropyOfWords } = await import("./recovery-words.ts");
  const entropy = entropyOfWords(words);
  if (entropy === undefined) return undefined;
  const key = recoveryKey(entropy, salt);
  entropy.fill(0);
  return key;
};

const keyOfBoth = async (
  derive: DeriveKey,
  { passphrase, keyFile }: Extract<Unlock, { readonly by: "passphrase" }>,
  kdf: Argon2Settings,
): Promise<Buffer | undefined> => {
  if (keyFile === undefined) return undefined;
  const hashed = await derive(passphrase, kdf);
  const key = keyWithFile(hashed, keyFile, Buffer.from(kdf.salt, "base64url"));
  hashed.fill(0);
  return key;
};

/** The slot's key, where `unlock` is of the slot's kind. */
const keyFor = async (
  derive: DeriveKey,
  { kind, kdf }: Described,
  unlock: Unlock,
): Promise<Buffer | undefined> => {
  if (kind === "passphrase")
    return unlock.by === "passphrase" ? derive(unlock.passphrase, kdf) : undefined;
  if (kind === "passphrase-and-key-file")
    return unlock.by === "passphrase" ? keyOfBoth(derive, unlock, kdf) : undefined;
  const salt = Buffer.from(kdf.salt, "base64url");
  if (kind === "recovery")
    return unlock.by === "recovery" ? keyOfWords(unlock.words, salt) : undefined;
  return unlock.by === "shares" ? sharesKey(unlock.key, salt) : undefined;
};

const newSalt = (): string => randomBytes(16).toString("base64url");

const described = (unlock: NewWay, cost: KdfCost): Described => {
  const id = randomUUID();
  if (unlock.by === "passphrase") {
    const kdf = { alg: "argon2id" as const, v: 19 as const, ...cost, salt: newSalt() };
    return {
      id,
      kind: unlock.keyFile === undefined ? "passphrase" : "passphrase-and-key-file",
      kdf,
    };
  }
  const kdf = { alg: "hkdf-sha256" as const, salt: newSalt() };
  return unlock.by === "recovery"
    ? { id, kind: "recovery", kdf }
    : { id, kind: "shares", kdf: { ...kdf, set: unlock.set } };
};

/** What shall open the vault; of shares also the hash of what they all say, 32 bytes in base64url. */
export type NewWay =
  | Exclude<Unlock, { readonly by: "shares" }>
  | (Extract<Unlock, { readonly by: "shares" }> & { readonly set: string });

/**
 * Makes a slot. The key derived for it is wiped before this resolves. Throws for recovery words that are none: they come
 * from `randomWords`. `cost` is that of a passphrase.
 */
export const makeSlot = async (
  derive: DeriveKey,
  way: NewWay,
  cost: KdfCost,
  { vault, dataKey }: { readonly vault: string; readonly dataKey: Uint8Array },
): Promise<Slot> => {
  const slot = described(way, cost);
  const key = await keyFor(derive, slot, way);
  if (key === undefined) throw new Error("these are no recovery words");
  const made = { ...slot, wrap: wrapped(key, dataKey, vault, slot) };
  key.fill(0);
  return made;
};

/** The data key and the id of the first slot that opens; nothing when none does. */
export const openSlots = async (
  derive: DeriveKey,
  { vault, slots }: Pick<Header, "vault" | "slots">,
  unlock: Unlock,
): Promise<{ readonly dataKey: Buffer; readonly slot: string } | undefined> => {
  const withFile = unlock.by === "passphrase" && unlock.keyFile !== undefined;
  const ordered = withFile ? slots.toSorted((one) => (one.kind === "passphrase" ? 1 : -1)) : slots;
  for (const slot of ordered) {
    // One after the other: each hash takes 256 MiB.
    const key = await keyFor(derive, slot, unlock);
    if (key === undefined) continue;
    const dataKey = unwrap(key, vault, slot);
    key.fill(0);
    if (dataKey !== undefined) return { dataKey, slot: slot.id };
  }
  return undefined;
};
