/** A key file: 32 random bytes that a passphrase opens the vault together with (docs/vault-format.md, "Keys"). */
import { createHash, randomBytes } from "node:crypto";
import * as v from "valibot";

import { canonicalJson } from "../../domain/text/canonical-json.ts";

const shape = v.strictObject({
  type: v.literal("pledge-key-file"),
  v: v.literal(1),
  key: v.string(),
  check: v.string(),
});

/** Tells a damaged file from another one: the first 8 hex digits of the key's SHA-256. */
const checkOf = (key: Uint8Array): string =>
  createHash("sha256").update(key).digest("hex").slice(0, 8);

const textOf = (key: Uint8Array): string => {
  const base64url = Buffer.from(key).toString("base64url");
  return `${canonicalJson({ type: "pledge-key-file", v: 1, key: base64url, check: checkOf(key) })}\n`;
};

/** A key that nobody had before, and the text of its file. */
export const newKeyFile = (): { readonly key: Uint8Array; readonly text: string } => {
  const key = randomBytes(32);
  return { key, text: textOf(key) };
};

/** The key, or nothing where the text is none of ours or was damaged. */
export const keyIn = (text: string): Uint8Array | undefined => {
  try {
    const checked = v.safeParse(shape, JSON.parse(text));
    if (!checked.success) return undefined;
    const key = Buffer.from(checked.output.key, "base64url");
    // An editor may have added or taken away the line's end.
    return key.length === 32 && textOf(key).trim() === text.trim() ? key : undefined;
  } catch {
    return undefined;
  }
};
