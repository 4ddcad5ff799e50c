/** `pledge passphrase change`. */
import type { KdfStrength } from "../../domain/vault/vault.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { newPassphrase } from "../new-passphrase.ts";
import { withUnlock } from "../unlock.ts";

interface Options {
  readonly newPassphraseFile?: string;
  readonly kdf?: KdfStrength;
}

export const passphraseChange = (context: Context, options: Options): Promise<ExitCode> =>
  withUnlock(context, async (vaults, unlock) => {
    const { talk, folder } = context;
    // Tried before a new one is asked for: a wrong passphrase should show at once.
    const opened = await vaults.open(folder, unlock);
    if (!opened.ok) return talk.fail(opened.failure);
    opened.value.close();
    const passphrase = await newPassphrase(context, options.newPassphraseFile);
    if (!passphrase.ok) return talk.fail(passphrase.failure);
    const changed = await vaults.changePassphrase(
      folder,
      unlock,
      passphrase.value,
      options.kdf ?? "keep",
    );
    if (!changed.ok) return talk.fail(changed.failure);
    talk.answer({ v: 1, changed: true }, () => "The vault has a new passphrase.");
    talk.note(
      "Copies and backups made before still open with the old one: make a new backup and destroy those.",
    );
    return exitCodes.done;
  });
