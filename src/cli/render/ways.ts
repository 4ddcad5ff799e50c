import type { WayIn } from "../../domain/vault/vault.ts";

/** What opens a vault, in words. */
export const wayWords: Readonly<Record<WayIn["kind"], string>> = {
  passphrase: "a passphrase",
  "passphrase-and-key-file": "a passphrase together with a key file",
  recovery: "the twenty-four recovery words",
  shares: "enough shares of a recovery key",
};
