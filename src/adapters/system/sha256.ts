/** SHA-256 of node:crypto behind the domain's port. */
import { createHash } from "node:crypto";

import type { Sha256 } from "../../domain/ports.ts";

// Copied out of the Buffer, so that the bytes compare and serialize as the plain array that the port names.
export const sha256: Sha256 = (bytes) =>
  new Uint8Array(createHash("sha256").update(bytes).digest());
