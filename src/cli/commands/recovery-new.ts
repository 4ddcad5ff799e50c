/** `pledge recovery new`: twenty-four words on paper. */
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { makeRecovery } from "../recovery-words.ts";
import { withUnlock } from "../unlock.ts";

export const recoveryNew = (context: Context): Promise<ExitCode> =>
  withUnlock(context, async (_vaults, unlock) => {
    const { talk } = context;
    const made = await makeRecovery(context, unlock);
    if (!made.ok) return talk.fail(made.failure);
    const { words, shown } = made.value;
    // What the terminal has shown is not printed once more.
    talk.answer({ v: 1, ...(shown ? {} : { words }) }, () =>
      shown ? "The words open the vault from now on." : words,
    );
    talk.note(
      "Keep the paper where neither your employer nor a guest finds it, and not beside the computer.",
    );
    return exitCodes.done;
  });
