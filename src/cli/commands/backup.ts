/** `pledge backup FILE`. */
import { counted } from "../../domain/text/words.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { withUnlock } from "../unlock.ts";

export const backup = (context: Context, file: string): Promise<ExitCode> =>
  withUnlock(context, async (vaults, unlock) => {
    const { talk, folder } = context;
    const written = await vaults.backup(folder, unlock, file);
    if (!written.ok) return talk.fail(written.failure);
    const { bytes } = written.value;
    talk.answer(
      { v: 1, file, bytes },
      () => `The whole vault, encrypted, is in ${file} (${counted(bytes, "byte", "bytes")}).`,
    );
    talk.note(
      "Today's passphrase opens it, also after the vault has a new one. Who is forgotten later is still in it.",
    );
    return exitCodes.done;
  });
