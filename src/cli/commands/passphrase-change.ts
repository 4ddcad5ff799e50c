/** `pledge passphrase change`: a new passphrase in the place of the one that was typed. */
import type { KdfStrength } from "../../domain/vault/vault.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { wantedPassphrase } from "../new-passphrase.ts";
import { withUnlock } from "../unlock.ts";

export interface PassphraseOptions {
  readonly newPassphraseFile?: string;
  /** The new passphrase opens the vault together with this file alone. */
  readonly withKeyFile?: string;
  readonly kdf?: KdfStrength;
  readonly force: boolean;
}

export const passphraseChange = (context: Context, options: PassphraseOptions): Promise<ExitCode> =>
  withUnlock(context, async (vaults, unlock) => {
    const { talk, folder } = context;
    // Tried before a new one is asked for: a wrong passphrase should show at once.
    const opened = await vaults.open(folder, unlock);
    if (!opened.ok) return talk.fail(opened.failure);
    opened.value.close();
    const wanted = await wantedPassphrase(context, options);
    if (!wanted.ok) return talk.fail(wanted.failure);
    const changed = await vaults.changePassphrase(folder, unlock, wanted.value);
    if (!changed.ok) return talk.fail(changed.failure);
    talk.answer({ v: 1, changed: true }, () => "The vault has a new passphrase.");
    talk.note(
      "Copies and backups made before still open with the old one: make a new backup and destroy those.",
    );
    return exitCodes.done;
  });
