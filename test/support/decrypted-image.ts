/**
 * Reads a vault as a stranger would who has docs/vault-format.md and nothing else: another
 * Argon2id, Node's AES, HMAC, HKDF and PBKDF2, no SQLCipher and nothing of `src/`.
 */
import { createDecipheriv, createHmac, hkdfSync, pbkdf2Sync } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { argon2id } from "hash-wasm";

interface Slot {
  readonly id: string;
  readonly kind: "passphrase" | "passphrase-and-key-file" | "recovery" | "shares";
  readonly kdf: { readonly alg: string; readonly salt: string } & Readonly<Record<string, unknown>>;
  readonly wrap: {
    readonly alg: string;
    readonly ct: string;
    readonly iv: string;
    readonly tag: string;
  };
}

export interface StrangersHeader {
  readonly vault: string;
  readonly generation: number;
  readonly slots: readonly Slot[];
  readonly mac: string;
}

/** From a passphrase and a slot's `kdf` to the slot key. */
export type SlotHash = (passphrase: string, kdf: never) => Promise<Uint8Array>;

const bytesOf = (base64url: string): Buffer => Buffer.from(base64url, "base64url");

/** Canonical JSON of what a header holds: ASCII texts and whole numbers. */
export const canonical = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(",")}}`;
};

export const headerIn = (folder: string): StrangersHeader =>
  JSON.parse(readFileSync(join(folder, "vault.json"), "utf8")) as StrangersHeader;

/** The second Argon2id, written in another language by other people. */
export const otherArgon2id: SlotHash = (
  passphrase,
  kdf: Readonly<Record<"m" | "t" | "p" | "salt", never>>,
) =>
  argon2id({
    password: passphrase,
    salt: bytesOf(kdf.salt),
    memorySize: kdf.m,
    iterations: kdf.t,
    parallelism: kdf.p,
    hashLength: 32,
    outputType: "binary",
  });

/** The data key in a slot. Throws when the slot key is wrong. */
export const unwrapped = (
  header: StrangersHeader,
  { id, kind, kdf, wrap }: Slot,
  slotKey: Uint8Array,
): Buffer => {
  const decipher = createDecipheriv("aes-256-gcm", slotKey, bytesOf(wrap.iv));
  decipher.setAAD(Buffer.from(canonical({ kdf, kind, slot: id, vault: header.vault })));
  decipher.setAuthTag(bytesOf(wrap.tag));
  return Buffer.concat([decipher.update(bytesOf(wrap.ct)), decipher.final()]);
};

export const slotOf = (header: StrangersHeader, kind: Slot["kind"]): Slot => {
  const slot = header.slots.find((one) => one.kind === kind);
  if (slot === undefined) throw new Error(`no slot of kind ${kind}`);
  return slot;
};

/** The data key of the vault in the folder; `hash` for vaults that a test made with a fast one. */
export const dataKeyOf = async (
  folder: string,
  passphrase: string,
  hash: SlotHash = otherArgon2id,
): Promise<Buffer> => {
  const header = headerIn(folder);
  const slot = slotOf(header, "passphrase");
  return unwrapped(header, slot, await hash(passphrase.normalize("NFC"), slot.kdf as never));
};

/** The key made from the data key for one purpose. */
export const keyFor = (dataKey: Uint8Array, vault: string, info: string, length: number): Buffer =>
  Buffer.from(hkdfSync("sha256", dataKey, Buffer.from(vault, "ascii"), info, length));

const pageSize = 4096;
const reserved = 80;

/** One page in plain text, its 80 reserved bytes as zeros. Throws when its HMAC does not fit. */
const plainPage = (page: Buffer, number: number, key: Uint8Array, macKey: Uint8Array): Buffer => {
  const start = number === 1 ? 16 : 0;
  const end = pageSize - reserved;
  const order = Buffer.alloc(4);
  order.writeUInt32LE(number);
  const mac = createHmac("sha512", macKey)
    .update(page.subarray(start, end + 16))
    .update(order)
    .digest();
  if (!mac.equals(page.subarray(end + 16)))
    throw new Error(`the HMAC of page ${number} does not fit`);
  const decipher = createDecipheriv(
    "aes-256-cbc",
    key,
    page.subarray(end, end + 16),
  ).setAutoPadding(false);
  const head = number === 1 ? Buffer.from("SQLite format 3\0", "latin1") : Buffer.alloc(0);
  return Buffer.concat([
    head,
    decipher.update(page.subarray(start, end)),
    decipher.final(),
    Buffer.alloc(reserved),
  ]);
};

/**
 * The whole `vault.db` in plain text, as SQLite reads it. The second argument is the passphrase, or
 * the data key of a vault that was made with a fast hash. Throws while the log still holds pages
 * (close the vault first), and when anything does not fit.
 */
export const decryptedImage = async (
  folder: string,
  passphraseOrDataKey: string | Uint8Array,
): Promise<Buffer> => {
  const log = join(folder, "vault.db-wal");
  if (existsSync(log) && statSync(log).size > 0)
    throw new Error("the vault is open: its log holds pages");
  const { vault } = headerIn(folder);
  const dataKey =
    typeof passphraseOrDataKey === "string"
      ? await dataKeyOf(folder, passphraseOrDataKey)
      : passphraseOrDataKey;
  const key = keyFor(dataKey, vault, "pledge/v1/db-key", 32);
  const salt = keyFor(dataKey, vault, "pledge/v1/db-salt", 16);
  const file = readFileSync(join(folder, "vault.db"));
  if (!file.subarray(0, 16).equals(salt)) throw new Error("vault.db does not begin with its salt");
  if (file.length % pageSize !== 0) throw new Error("vault.db is not a whole number of pages");
  const macKey = pbkdf2Sync(
    key,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    "sha512",
  );
  const pages = Array.from({ length: file.length / pageSize }, (_, index) =>
    plainPage(file.subarray(index * pageSize, (index + 1) * pageSize), index + 1, key, macKey),
  );
  const image = Buffer.concat(pages);
  // "Write-ahead log" (2) becomes "rollback journal" (1): memory has no log.
  image.fill(1, 18, 20);
  return image;
};

interface PlainDatabase {
  readonly prepare: (sql: string) => { readonly all: () => unknown[] };
  readonly close: () => void;
}

/** What a statement reads from an image, by the driver without any key, in memory. */
export const rowsIn = (image: Buffer, sql: string): readonly unknown[] => {
  const name = Number(process.versions["napi"]) >= 10 ? "better-sqlite3" : "better-sqlite3-node20";
  const Driver = createRequire(import.meta.url)(name) as new (image: Buffer) => PlainDatabase;
  const database = new Driver(image);
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
};
