import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import type { VaultFailure } from "./failures.ts";

type Empty = Extract<VaultFailure, { readonly type: "passphrase-empty" }>;
type Weak = Extract<VaultFailure, { readonly type: "passphrase-weak" }>;

/**
 * A passphrase as it is hashed: NFC, so that "é" typed on two keyboards is one passphrase, and
 * without one trailing line break, which a file or a pipe adds. Nothing else is trimmed.
 */
export const cleanPassphrase = (text: string): Result<string, Empty> => {
  const passphrase = text.replace(/\r?\n$/u, "").normalize("NFC");
  return passphrase === "" ? fail({ type: "passphrase-empty" }) : ok(passphrase);
};

/**
 * log10 of the guesses that a passphrase must take at the least. A guess costs a processor core about a second, so a
 * thousand of them try 10^11 in three years.
 */
const leastGuesses = 11;

/** Whether somebody who has the vault's files would guess it; `guesses` is log10 of how many tries that takes. */
export const weakness = (guesses: number): Weak | undefined =>
  guesses < leastGuesses ? { type: "passphrase-weak", guesses: Math.floor(guesses) } : undefined;
