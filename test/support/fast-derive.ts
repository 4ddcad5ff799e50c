import { createHmac } from "node:crypto";

import type { DeriveKey } from "../../src/adapters/vault/kdf.ts";

/** In Argon2's place where a test is not about the passphrase: 32 bytes in microseconds, different for each passphrase and salt. */
export const fastDerive: DeriveKey = (passphrase, settings) =>
  Promise.resolve(createHmac("sha256", settings.salt).update(passphrase, "utf8").digest());
