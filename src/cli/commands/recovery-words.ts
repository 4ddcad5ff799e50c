/** `pledge recovery` and `pledge recovery words`: opens the vault with the twenty-four words and gives it a new passphrase. */
import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import { openAnew } from "../open-anew.ts";
import type { NewPassphraseOptions } from "../open-anew.ts";
import { wordsOf } from "../recovery-words.ts";

interface Options extends NewPassphraseOptions {
  /** A file with the words. */
  readonly from?: string;
}

export const recoveryWords = async (context: Context, options: Options): Promise<ExitCode> => {
  const { world, talk, folder } = context;
  if (!(await world.vaults()).exists(folder)) return talk.fail({ type: "vault-missing", folder });
  const words = await wordsOf(context, options.from, "--from FILE");
  if (!words.ok) return talk.fail(words.failure);
  const unlock = { by: "recovery" as const, words: words.value };
  return openAnew(context, unlock, options, "The words still hold.");
};
