/**
 * Key slots, as LUKS has them: each wraps the one data key with a key of its own, by AES-256-GCM
 * with the slot's description as associated data, so that no slot can pass for another or be
 * told to use a weaker passphrase check.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

import { canonicalJson } from "../../domain/text/canonical-json.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import type { Header, Slot } from "./header.ts";
import type { Argon2Settings, DeriveKey, KdfCost } from "./kdf.ts";
import { recoveryKey } from "./keys.ts";

type Described = Pick<Slot, "id" | "kind" | "kdf">;

const associated = (vault: string, { id, kind, kdf }: Described): Buffer =>
  Buffer.from(canonicalJson({ vault, slot: id, kind, kdf }), "utf8");

const wrap = (
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

/** Makes the slot of a passphrase. The key derived from it is wiped before this resolves. */
export const passphraseSlot = async (
  derive: DeriveKey,
  passphrase: string,
  cost: KdfCost,
  into: { readonly vault: string; readonly id: string; readonly dataKey: Uint8Array },
): Promise<Slot> => {
  const kdf: Argon2Settings = {
    alg: "argon2id",
    v: 19,
    ...cost,
    salt: randomBytes(16).toString("base64url"),
  };
  const key = await derive(passphrase, kdf);
  const slot = { id: into.id, kind: "passphrase" as const, kdf };
  const wrapped = { ...slot, wrap: wrap(key, into.dataKey, into.vault, slot) };
  key.fill(0);
  return wrapped;
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

/** Makes the slot of recovery words. Throws when they are none: they come from `randomWords`. */
export const recoverySlot = async (
  words: string,
  into: { readonly vault: string; readonly id: string; readonly dataKey: Uint8Array },
): Promise<Slot> => {
  const salt = randomBytes(16);
  const slot = {
    id: into.id,
    kind: "recovery" as const,
    kdf: { alg: "hkdf-sha256" as const, salt: salt.toString("base64url") },
  };
  const key = await keyOfWords(words, salt);
  if (key === undefined) throw new Error("these are no recovery words");
  const wrapped = { ...slot, wrap: wrap(key, into.dataKey, into.vault, slot) };
  key.fill(0);
  return wrapped;
};

const keyFor = async (
  derive: DeriveKey,
  slot: Slot,
  unlock: Unlock,
): Promise<Buffer | undefined> => {
  if (slot.kind === "passphrase" && unlock.by === "passphrase")
    return derive(unlock.passphrase, slot.kdf);
  if (slot.kind === "recovery" && unlock.by === "recovery") {
    return keyOfWords(unlock.words, Buffer.from(slot.kdf.salt, "base64url"));
  }
  return undefined;
};

/** The data key, from the first slot that opens; nothing when none does. */
export const openSlots = async (
  derive: DeriveKey,
  header: Header,
  unlock: Unlock,
): Promise<Buffer | undefined> => {
  for (const slot of header.slots) {
    // One after the other: each hash takes 256 MiB.
    const key = await keyFor(derive, slot, unlock);
    if (key === undefined) continue;
    const dataKey = unwrap(key, header.vault, slot);
    key.fill(0);
    if (dataKey !== undefined) return dataKey;
  }
  return undefined;
};
