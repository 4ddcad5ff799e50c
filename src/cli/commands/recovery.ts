/** `pledge recovery`: opens the vault with the twenty-four words and gives it a new passphrase. */
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { newPassphrase } from "../new-passphrase.ts";
import { recoveryWords } from "../recovery-words.ts";

interface Options {
  /** A file with the words. */
  readonly from?: string;
  readonly newPassphraseFile?: string;
}

export const recovery = async (context: Context, options: Options): Promise<ExitCode> => {
  const { world, talk, folder } = context;
  const vaults = await world.vaults();
  if (!vaults.exists(folder)) return talk.fail({ type: "vault-missing", folder });
  const words = await recoveryWords(context, options.from, "--from FILE");
  if (!words.ok) return talk.fail(words.failure);
  const unlock = { by: "recovery" as const, words: words.value };
  // Tried before a new passphrase is asked for: wrong words should show at once.
  const opened = await vaults.open(folder, unlock);
  if (!opened.ok) return talk.fail(opened.failure);
  opened.value.close();
  const passphrase = await newPassphrase(context, options.newPassphraseFile);
  if (!passphrase.ok) return talk.fail(passphrase.failure);
  const changed = await vaults.changePassphrase(folder, unlock, passphrase.value, "keep");
  if (!changed.ok) return talk.fail(changed.failure);
  talk.answer(
    { v: 1, changed: true },
    () => "The vault is open again and has a new passphrase. The words still hold.",
  );
  return exitCodes.done;
};
