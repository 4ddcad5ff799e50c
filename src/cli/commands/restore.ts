/** `pledge restore FILE`. */
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Unlock } from "../../domain/vault/vault.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { wordsOf } from "../recovery-words.ts";
import { unlockByShares } from "../shares.ts";
import { unlockWith } from "../unlock.ts";

interface Options {
  /** Open the backup with the recovery words. */
  readonly recovery: boolean;
  /** A file with the words. */
  readonly wordsFile?: string;
  /** Files with shares. */
  readonly shares?: readonly string[];
}

/** A lost machine and a forgotten passphrase come together: words and shares open a backup too. */
const unlockFor = async (
  context: Context,
  { recovery, wordsFile, shares }: Options,
): Promise<Result<Unlock, Failure>> => {
  if (shares !== undefined) return unlockByShares(context.world, shares);
  if (!recovery && wordsFile === undefined) return unlockWith(context);
  const words = await wordsOf(context, wordsFile, "--words-file PATH");
  return words.ok ? ok({ by: "recovery", words: words.value }) : words;
};

export const restore = async (
  context: Context,
  file: string,
  options: Options,
): Promise<ExitCode> => {
  const { world, talk, folder } = context;
  const vaults = await world.vaults();
  if (vaults.exists(folder)) return talk.fail({ type: "vault-exists", folder });
  const unlock = await unlockFor(context, options);
  if (!unlock.ok) return talk.fail(unlock.failure);
  const restored = await vaults.restore(file, folder, unlock.value);
  if (!restored.ok) return talk.fail(restored.failure);
  talk.answer(
    { v: 1, vault: folder },
    () => `The vault is back in ${folder}, as it was on the day of the backup.`,
  );
  talk.note("What was recorded after that day is not in it.");
  if (unlock.value.by === "recovery") talk.note('Give it a new passphrase: "pledge recovery".');
  if (unlock.value.by === "shares")
    talk.note('Give it a new passphrase: "pledge recovery combine", with the same files.');
  return exitCodes.done;
};
