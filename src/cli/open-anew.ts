/** A vault that something else than its passphrase opens gets a new passphrase. */
import type { Unlock } from "../domain/vault/vault.ts";
import type { Context } from "./context.ts";
import { exitCodes } from "./exit-codes.ts";
import type { ExitCode } from "./exit-codes.ts";
import { newPassphrase } from "./new-passphrase.ts";

export interface NewPassphraseOptions {
  readonly newPassphraseFile?: string;
  readonly force: boolean;
}

/** `hold` says that what opened it still does. JSON: `{"v":1,"changed":true}`. */
export const openAnew = async (
  context: Context,
  unlock: Unlock,
  options: NewPassphraseOptions,
  hold: string,
): Promise<ExitCode> => {
  const { world, talk, folder } = context;
  const vaults = await world.vaults();
  // Tried before a new passphrase is asked for: what does not open it should show at once.
  const opened = await vaults.open(folder, unlock);
  if (!opened.ok) return talk.fail(opened.failure);
  opened.value.close();
  const passphrase = await newPassphrase(context, options);
  if (!passphrase.ok) return talk.fail(passphrase.failure);
  const changed = await vaults.changePassphrase(folder, unlock, {
    passphrase: passphrase.value,
    kdf: "keep",
  });
  if (!changed.ok) return talk.fail(changed.failure);
  talk.answer(
    { v: 1, changed: true },
    () => `The vault is open again and has a new passphrase. ${hold}`,
  );
  return exitCodes.done;
};
