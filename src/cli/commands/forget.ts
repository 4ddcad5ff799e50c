/** `pledge forget`: erases a person from the vault, and from the backups that it knows of. */
import { showable } from "../../domain/text/clean.ts";
import { counted } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { forgetPerson } from "../../usecases/forget-person.ts";
import { heldFailure } from "../../usecases/retention/held.ts";
import { renewBackups } from "../../usecases/retention/renew-backups.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { handlesIn } from "../handles-in.ts";
import { agreed } from "../questions/terminal.ts";
import { hangingLines } from "../render/columns.ts";
import { backupLines, erasedJson, traceLines } from "../render/erased.ts";
import { withVault } from "../unlock.ts";
import { whichPerson } from "../which-person.ts";

const question = (vault: Vault, name: string): string => {
  const backups = vault.backups.all().length;
  const anew =
    backups === 0 ? "" : ` ${counted(backups, "backup is", "backups are")} made anew without them.`;
  return `Erase ${showable(name)} and all that is noted of them, for good?${anew}`;
};

/** JSON: `{"v":1,"forgotten":{"id"},"takenOutOf","stillIn","perhapsIn":[{"in", ...}],"backups":{"renewed":[path],"left":[{"path","why"}]}}`. */
export const forget = (context: Context, reference?: string): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const held = heldFailure(vault);
    if (held !== undefined) return talk.fail(held);
    const person = await whichPerson(context, vault, reference);
    if (!person.ok) return talk.fail(person.failure);
    const { id, name } = person.value;
    const yes = await agreed(context, question(vault, name));
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      talk.note("Nothing was changed.");
      return exitCodes.no;
    }
    const traces = forgetPerson(vault, person.value);
    const backups = renewBackups(vault, world.clock.today());
    const width = await world.textWidth();
    // Not even the name: what is printed here may stay on the screen or in a log.
    talk.answer({ v: 1, forgotten: { id }, ...erasedJson(traces, backups) }, () =>
      hangingLines(
        [
          `${id} is erased from this vault.`,
          ...traceLines(traces, handlesIn(vault)),
          ...backupLines(backups),
          "Copies of its folder, other backups and letters that went out are out of reach: destroy what you can.",
        ],
        { columns: talk.columns, width },
      ),
    );
    return exitCodes.done;
  });
