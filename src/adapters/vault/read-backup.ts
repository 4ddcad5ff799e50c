/** The head of a backup file, read from its beginning without any trust. */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

import { parseHead } from "./backup-head.ts";
import type { BackupHead } from "./backup-head.ts";
import { largestHeader, parseHeader } from "./header.ts";

/** Reads until the buffer is full; gives how much of it is. */
export const fill = (descriptor: number, buffer: Uint8Array, position: number): number => {
  let at = 0;
  while (at < buffer.length) {
    const read = readSync(descriptor, buffer, at, buffer.length - at, position + at);
    if (read === 0) break;
    at += read;
  }
  return at;
};

export interface FoundHead {
  readonly head: BackupHead;
  /** Where the database begins, in bytes. */
  readonly start: number;
}

/** Nothing where the file does not begin as a backup does. */
export const headIn = (descriptor: number): FoundHead | undefined => {
  if (!fstatSync(descriptor).isFile()) return undefined;
  // In a JSON string the header takes at most twice its length; the rest of the line is short.
  const begin = Buffer.alloc(2 * largestHeader + 1024);
  const end = begin.subarray(0, fill(descriptor, begin, 0)).indexOf("\n");
  const head = end === -1 ? undefined : parseHead(begin.subarray(0, end).toString("utf8"));
  return head === undefined ? undefined : { head, start: end + 1 };
};

/** Opens a file to read it. O_NONBLOCK: a pipe under that name would be waited for. Throws what the disk throws. */
export const withDescriptor = <T>(file: string, work: (descriptor: number) => T): T => {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return work(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** The id of the vault of which the file is a backup; nothing where it is none. Throws what the disk throws. */
export const vaultOfBackup = (file: string): string | undefined => {
  const found = withDescriptor(file, headIn);
  const header = found === undefined ? undefined : parseHeader(found.head.header);
  return header?.ok === true ? header.value.vault : undefined;
};
