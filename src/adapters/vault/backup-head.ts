/** The first line of a backup. Read without trust: nothing in it is authenticated until its header is opened. */
import { createHash } from "node:crypto";
import * as v from "valibot";

import { canonicalJson } from "../../domain/text/canonical-json.ts";

const shape = v.strictObject({
  type: v.literal("pledge-backup"),
  v: v.literal(1),
  /** The text of `vault.json`, byte for byte. */
  header: v.string(),
  database: v.strictObject({
    bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  }),
});

export type BackupHead = v.InferOutput<typeof shape>;

/** In hex. */
export const sha256 = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/** The line as data, or nothing when it is not in the one spelling of its format. */
export const parseHead = (line: string): BackupHead | undefined => {
  try {
    const checked = v.safeParse(shape, JSON.parse(line));
    return checked.success && canonicalJson(checked.output) === line ? checked.output : undefined;
  } catch {
    return undefined;
  }
};
