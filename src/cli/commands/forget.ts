/** `pledge forget`: erases a person from the vault. */
import { showable } from "../../domain/text/clean.ts";
import { forgetPerson } from "../../usecases/forget-person.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { withVault } from "../unlock.ts";
import { whichPerson } from "../which-person.ts";

export const forget = (context: Context, reference?: string): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { talk } = context;
    const person = await whichPerson(context, vault, reference);
    if (!person.ok) return talk.fail(person.failure);
    const { id, name } = person.value;
    const yes = await agreed(
      context,
      `Erase ${showable(name)} and all that is noted of them, for good?`,
    );
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      talk.note("Nothing was changed.");
      return exitCodes.no;
    }
    forgetPerson(vault, id);
    // Not even the name: what is printed here may stay on the screen or in a log.
    talk.answer(
      { v: 1, forgotten: { id } },
      () =>
        `${id} is erased from this vault. Backups, other copies of its folder and letters already written still hold them: ` +
        "make a new backup, and destroy the old ones.",
    );
    return exitCodes.done;
  });
