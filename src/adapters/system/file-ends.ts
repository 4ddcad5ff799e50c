/** How a file begins and ends, without reading what is between. */
import { open, stat } from "node:fs/promises";

import type { FileEnds } from "../../domain/files/ports.ts";

/** Nothing for what is no regular file: a pipe would wait for its writer, and then be used up. */
export const fileEnds = async (path: string, bytes: number): Promise<FileEnds | undefined> => {
  try {
    const there = await stat(path);
    if (!there.isFile()) return undefined;
    const { size: length } = there;
    const some = Math.min(bytes, length);
    const file = await open(path);
    try {
      const read = async (position: number): Promise<Uint8Array> =>
        (await file.read(new Uint8Array(some), 0, some, position)).buffer;
      return { length, first: await read(0), last: await read(length - some) };
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
};
