/**
 * `vault.json`, the key header (docs/vault-format.md, "The header"): it says what opens the vault
 * and holds the data key once per way of opening, wrapped. It has one spelling, canonical JSON:
 * other bytes are refused before anything is computed from them.
 */
import { timingSafeEqual } from "node:crypto";
import * as v from "valibot";

import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { canonicalJson } from "../../domain/text/canonical-json.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import { isUuid } from "../../domain/text/uuid.ts";
import { headerMac } from "./keys.ts";
import { outOfBounds } from "./kdf.ts";

const base64url = (bytes: number): v.GenericSchema<string> =>
  v.pipe(
    v.string(),
    v.check((text) => {
      const decoded = Buffer.from(text, "base64url");
      return decoded.length === bytes && decoded.toString("base64url") === text;
    }),
  );

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const uuid = v.pipe(v.string(), v.check(isUuid));

const wrap = v.strictObject({
  alg: v.literal("A256GCM"),
  iv: base64url(12),
  ct: base64url(32),
  tag: base64url(16),
});

const argon2id = v.strictObject({
  alg: v.literal("argon2id"),
  v: v.literal(19),
  m: whole,
  t: whole,
  p: whole,
  salt: base64url(16),
});

const slot = v.variant("kind", [
  v.strictObject({ id: uuid, kind: v.literal("passphrase"), kdf: argon2id, wrap }),
  v.strictObject({ id: uuid, kind: v.literal("passphrase-and-key-file"), kdf: argon2id, wrap }),
  v.strictObject({
    id: uuid,
    kind: v.literal("recovery"),
    kdf: v.strictObject({ alg: v.literal("hkdf-sha256"), salt: base64url(16) }),
    wrap,
  }),
  v.strictObject({
    id: uuid,
    kind: v.literal("shares"),
    // Of what all shares say of the set: need, of, and the hashes that tell a bad one.
    kdf: v.strictObject({
      alg: v.literal("hkdf-sha256"),
      salt: base64url(16),
      set: base64url(32),
    }),
    wrap,
  }),
]);

/** More would make whoever mistypes wait for as many key derivations. */
export const mostSlots = 16;

const slots = v.pipe(v.array(slot), v.minLength(1), v.maxLength(mostSlots));

const shape = v.strictObject({
  v: v.literal(1),
  vault: uuid,
  generation: whole,
  slots,
  // While the database is being written anew under another data key: what opens that one.
  pending: v.nullable(v.strictObject({ slots })),
  mac: base64url(32),
});

export type Header = v.InferOutput<typeof shape>;
export type Slot = Header["slots"][number];

/** Bytes; a larger file is none of ours. */
export const largestHeader = 64 * 1024;

/** What can be wrong with the text of a header, before any key is at hand. */
export type HeaderFault =
  | Extract<VaultFailure, { readonly type: "header-newer" | "kdf-out-of-bounds" }>
  | { readonly type: "malformed" };

const malformed: HeaderFault = { type: "malformed" };

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Reads a header without trusting it. The MAC is not looked at: that takes the data key. */
export const parseHeader = (text: string): Result<Header, HeaderFault> => {
  if (text.length > largestHeader) return fail(malformed);
  const json = parseJson(text);
  const version = v.safeParse(v.looseObject({ v: whole }), json);
  if (version.success && version.output.v > 1)
    return fail({ type: "header-newer", version: version.output.v });
  const checked = v.safeParse(shape, json);
  if (!checked.success || canonicalJson(checked.output) !== text) return fail(malformed);
  for (const { kdf } of [...checked.output.slots, ...(checked.output.pending?.slots ?? [])]) {
    const what = kdf.alg === "argon2id" ? outOfBounds(kdf) : undefined;
    if (what !== undefined) return fail({ type: "kdf-out-of-bounds", what });
  }
  return ok(checked.output);
};

const macOf = ({ mac: _, ...rest }: Header, key: Uint8Array): Buffer =>
  headerMac(key, canonicalJson(rest));

/** Whether the header is as its writer left it. */
export const isGenuine = (header: Header, key: Uint8Array): boolean =>
  timingSafeEqual(macOf(header, key), Buffer.from(header.mac, "base64url"));

/** The bytes of the file, under a fresh MAC. */
export const writeHeader = (header: Omit<Header, "mac">, key: Uint8Array): string => {
  const mac = headerMac(key, canonicalJson(header)).toString("base64url");
  return canonicalJson({ ...header, mac });
};
