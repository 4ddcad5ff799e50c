/** The file of a backup (docs/vault-format.md, "Backups"): a line of canonical JSON with the header, then the database. */
import { createHash } from "node:crypto";
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { canonicalJson } from "../../domain/text/canonical-json.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import { VaultStopped } from "../../domain/vault/stopped.ts";
import type { Database } from "./driver.ts";
import type { Header } from "./header.ts";
import { presentHeader } from "./present-header.ts";
import { whileQuiet } from "./quiet.ts";
import { unscrubbed } from "./scrub.ts";
import type { Unlocked } from "./unlocked.ts";
import { nameNew, newBackupPart, syncFolder } from "./whole-file.ts";

/** In bytes. */
const chunk = 1024 * 1024;

const headOf = (header: Header, bytes: number, sha256: string): Buffer => {
  const described = { bytes, sha256 };
  const text = canonicalJson(header);
  return Buffer.from(
    `${canonicalJson({ type: "pledge-backup", v: 1, header: text, database: described })}\n`,
  );
};

const writeAll = (descriptor: number, bytes: Uint8Array, position: number): void => {
  for (let done = 0; done < bytes.length;)
    done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
};

/** Copies the database behind a head, which is known when all of it was read. Gives the bytes of both. */
const fill = (part: number, source: number, header: Header): number => {
  const { size } = fstatSync(source);
  const start = headOf(header, size, "0".repeat(64)).length;
  const hash = createHash("sha256");
  const buffer = Buffer.alloc(chunk);
  let at = 0;
  while (at < size) {
    const read = readSync(source, buffer, 0, Math.min(chunk, size - at), at);
    if (read === 0) throw new Error("the database became shorter while nobody wrote to it");
    const some = buffer.subarray(0, read);
    hash.update(some);
    writeAll(part, some, start + at);
    at += read;
  }
  writeAll(part, headOf(header, size, hash.digest("hex")), 0);
  fsyncSync(part);
  return start + size;
};

/** A part beside the file, synced, then named: the whole file or none. */
const writeWhole = (
  file: string,
  name: "new" | "replace",
  write: (descriptor: number) => number,
): number => {
  const part = newBackupPart(dirname(file));
  let bytes: number;
  try {
    const descriptor = openSync(part, "wx", 0o600);
    try {
      bytes = write(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (name === "new") nameNew(part, file);
    else renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
  syncFolder(dirname(file));
  return bytes;
};

/**
 * Writes the vault as it is now; refuses a name that is taken, or takes it over. Gives the file's bytes. Fails where the header is not what was unlocked, and while traces of somebody
 * who was erased may be left. Throws `VaultStopped`, and what SQLite and the disk throw.
 */
export const writeBackupFile = (
  database: Database,
  folder: string,
  unlocked: Pick<Unlocked, "header" | "keys">,
  { file, name }: { readonly file: string; readonly name: "new" | "replace" },
): Result<number, VaultFailure> =>
  whileQuiet(database, folder, (source) => {
    if (unscrubbed(database) > 0) throw new VaultStopped({ type: "erasure-unfinished", folder });
    // Under the write lock: nobody changes it now.
    const header = presentHeader(folder, unlocked);
    if (!header.ok) return header;
    return ok(writeWhole(file, name, (part) => fill(part, source, header.value)));
  });
