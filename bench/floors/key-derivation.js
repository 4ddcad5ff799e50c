// @ts-check
/** What `pledge list` is measured against: Node, and one key derivation as a vault has it. */
import { hashRaw } from "@node-rs/argon2";

// Argon2id is what the library does unless it is told otherwise.
await hashRaw("a passphrase of six words or so", {
  memoryCost: 256 * 1024,
  timeCost: 3,
  parallelism: 4,
  outputLen: 32,
  salt: new Uint8Array(32),
});
