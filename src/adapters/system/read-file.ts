/** Reads a file of bounded size, or standard input. */
import { createReadStream } from "node:fs";

import type { FileFailure } from "../../domain/files/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { decodeText } from "./strict-text.ts";
import { fileFailure } from "./system-failure.ts";

/** In bytes: 64 MiB. */
const standardLimit = 64 * 1024 * 1024;

/**
 * The bytes of the file at `path`, or of what `stdin` gives for `-`. The size is counted while reading,
 * because a pipe or /dev/zero has none that could be asked for first.
 */
export const readFileBytes = async (
  path: string,
  stdin: () => AsyncIterable<Uint8Array>,
  limit: number = standardLimit,
): Promise<Result<Uint8Array, FileFailure>> => {
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
  return ok(Buffer.concat(chunks, size));
};

/** The same as text, without a byte order mark. */
export const readFile = async (
  path: string,
  stdin: () => AsyncIterable<Uint8Array>,
  limit?: number,
): Promise<Result<string, FileFailure>> => {
  const bytes = await readFileBytes(path, stdin, limit);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value);
  return text === undefined ? fail({ type: "file-not-text", path }) : ok(text);
};
