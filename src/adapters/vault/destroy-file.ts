/** Deleting a file so that its beginning is gone, and not its name alone. */
import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { randomBytes } from "node:crypto";

/** In bytes: what goes before a database, the header with it, and the salt of one. */
const overwritten = 256 * 1024;

/** The beginning goes under random bytes first, where slots and salts are: without them the rest is noise. On an SSD the old cells may outlive both. Throws what the disk throws. */
export const destroyFile = (path: string): void => {
  const descriptor = openSync(path, "r+");
  try {
    const length = Math.min(statSync(path).size, overwritten);
    writeSync(descriptor, randomBytes(length), 0, length, 0);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  rmSync(path);
};
