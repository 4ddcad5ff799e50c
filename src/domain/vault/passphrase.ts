import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import type { VaultFailure } from "./failures.ts";

type Empty = Extract<VaultFailure, { readonly type: "passphrase-empty" }>;

/**
 * A passphrase as it is hashed: NFC, so that "é" typed on two keyboards is one passphrase, and
 * without one trailing line break, which a file or a pipe adds. Nothing else is trimmed.
 */
export const cleanPassphrase = (text: string): Result<string, Empty> => {
  const passphrase = text.replace(/\r?\n$/u, "").normalize("NFC");
  return passphrase === "" ? fail({ type: "passphrase-empty" }) : ok(passphrase);
};
