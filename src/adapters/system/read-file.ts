/** Reads a text of bounded size, from a file or from standard input. */
import { createReadStream } from "node:fs";

import type { FileFailure } from "../../domain/files/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { decodeText } from "./strict-text.ts";
import { fileFailure } from "./system-failure.ts";

/** In bytes: 64 MiB. */
const standardLimit = 64 * 1024 * 1024;

/**
 * The text of the file at `path`, or of what `stdin` gives for `-`; without a byte order mark. The size is
 * counted while reading, because a pipe or /dev/zero has none that could be asked for first.
 */
export const readFile = async (
  path: string,
  stdin: () => AsyncIterable<Uint8Array>,
  limit: number = standardLimit,
): Promise<Result<string, FileFailure>> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const source: AsyncIterable<Uint8Array> =
      path === "-" ? stdin() : createReadStream(path, { highWaterMark: 256 * 1024 });
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > limit) return fail({ type: "file-too-large", path, limit });
      chunks.push(chunk);
    }
  } catch (error) {
    return fail(fileFailure(error, path));
  }
  const text = decodeText(Buffer.concat(chunks, size));
  return text === undefined ? fail({ type: "file-not-text", path }) : ok(text);
};
