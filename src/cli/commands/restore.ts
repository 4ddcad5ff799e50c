/** `pledge restore FILE`. */
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { unlockWith } from "../unlock.ts";

export const restore = async (context: Context, file: string): Promise<ExitCode> => {
  const { world, talk, folder } = context;
  const vaults = await world.vaults();
  if (vaults.exists(folder)) return talk.fail({ type: "vault-exists", folder });
  const unlock = await unlockWith(context);
  if (!unlock.ok) return talk.fail(unlock.failure);
  const restored = await vaults.restore(file, folder, unlock.value);
  if (!restored.ok) return talk.fail(restored.failure);
  talk.answer(
    { v: 1, vault: folder },
    () => `The vault is back in ${folder}, as it was on the day of the backup.`,
  );
  talk.note("What was recorded after that day is not in it.");
  return exitCodes.done;
};
