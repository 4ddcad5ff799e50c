/** `pledge recovery combine FILES...`: opens the vault with shares that members gave back, and gives it a new passphrase. */
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { openAnew } from "../open-anew.ts";
import type { NewPassphraseOptions } from "../open-anew.ts";
import { unlockByShares } from "../shares.ts";

/** JSON: `{"v":1,"changed":true}`. */
export const recoveryCombine = async (
  context: Context,
  files: readonly string[],
  options: NewPassphraseOptions,
): Promise<ExitCode> => {
  const { world, talk, folder } = context;
  if (!(await world.vaults()).exists(folder)) return talk.fail({ type: "vault-missing", folder });
  const unlock = await unlockByShares(world, files, folder);
  if (!unlock.ok) return talk.fail(unlock.failure);
  const exitCode = await openAnew(context, unlock.value, options, "The shares still hold.");
  if (exitCode === exitCodes.done)
    talk.note(
      "Delete the files that they gave back: any of them that somebody else saw is one less to find. New shares make these void.",
    );
  return exitCode;
};
