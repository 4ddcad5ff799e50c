/** SHA-256 and HMAC-SHA-256 of node:crypto behind the domain's port. */
import { createHmac, hash } from "node:crypto";

import type { Hashes } from "../../domain/ports.ts";

/** The last hash. A Buffer for each, with memory outside of the heap, takes three times as long where there are 500,000 of them. */
const last = Buffer.alloc(32);

// Copied out of the Buffer, so that the bytes compare and serialize as the plain array that the port names.
export const hashes: Hashes = {
  sha256: (bytes) => {
    last.write(hash("sha256", bytes, "binary"), "binary");
    return new Uint8Array(last);
  },
  hmacSha256: (key, message) => new Uint8Array(createHmac("sha256", key).update(message).digest()),
};
