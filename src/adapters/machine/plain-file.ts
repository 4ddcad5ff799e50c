import { readFileSync, statSync } from "node:fs";

import type { PlainFile } from "../../domain/machine/machine.ts";

/** Reads a regular file of at most so many bytes; nothing where there is none, or it may not be read. */
export const plainFile = (
  path: string,
  most: number,
  decode: (bytes: Buffer) => string = (bytes) => bytes.toString("utf8"),
): PlainFile | undefined => {
  try {
    const stat = statSync(path);
    if (!stat.isFile() || stat.size > most) return undefined;
    return { path, text: decode(readFileSync(path)) };
  } catch {
    return undefined;
  }
};
