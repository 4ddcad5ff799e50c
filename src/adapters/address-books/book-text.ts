/** Whether bytes are text that can be read, before any parser walks over them. */
import { isUtf8 } from "node:buffer";

import type { AddressBookFault } from "../../domain/people/address-books.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";

/** Looked at for UTF-16 without a byte order mark: enough for a header. */
const sampleBytes = 4096;

/** Latin text in UTF-16 has a NUL at every other place; anywhere else a NUL is a stray one. */
const looksLikeUtf16 = (bytes: Buffer): boolean => {
  const nuls = [0, 0];
  const sample = bytes.subarray(0, sampleBytes);
  for (const [at, byte] of sample.entries()) if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  return Math.min(...nuls) === 0 && Math.max(...nuls) * 5 > sample.length / 2;
};

const startsWith = (bytes: Buffer, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** The same bytes without a byte order mark, not copied. */
export const bookText = (bytes: Uint8Array): Result<Buffer, AddressBookFault> => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(all, 0xff, 0xfe) || startsWith(all, 0xfe, 0xff))
    return fail({ type: "book-utf16" });
  if (all.includes(0)) return fail({ type: looksLikeUtf16(all) ? "book-utf16" : "book-nul" });
  if (!isUtf8(all)) return fail({ type: "book-not-utf8" });
  const text = startsWith(all, 0xef, 0xbb, 0xbf) ? all.subarray(3) : all;
  return /^\s*$/u.test(text.toString("utf8", 0, sampleBytes)) && text.toString("utf8").trim() === ""
    ? fail({ type: "book-empty" })
    : ok(text);
};
