/** SHA-256 and HMAC-SHA-256 of node:crypto behind the domain's port. */
import { createHmac, hash } from "node:crypto";

import type { Hashes } from "../../domain/ports.ts";

// Copied out of the Buffer, so that the bytes compare and serialize as the plain array that the port names.
export const hashes: Hashes = {
  sha256: (bytes) => new Uint8Array(hash("sha256", bytes, "buffer")),
  hmacSha256: (key, message) => new Uint8Array(createHmac("sha256", key).update(message).digest()),
};
