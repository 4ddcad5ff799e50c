/** `pledge handover take-back` and `erase`: whoever was handed over is ours again, or is erased here. */
import { counted } from "../../domain/text/words.ts";
import {
  eraseHandover,
  peopleGoneBy,
  standingHandover,
  takeBackHandover,
} from "../../usecases/handovers/end-handover.ts";
import { heldFailure } from "../../usecases/retention/held.ts";
import { renewBackups } from "../../usecases/retention/renew-backups.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { handlesIn } from "../handles-in.ts";
import { agreed } from "../questions/terminal.ts";
import { hangingLines } from "../render/columns.ts";
import { backupLines, erasedJson, traceLines } from "../render/erased.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";

const people = (n: number): string => counted(n, "person", "people");

/** JSON: `{"v":1,"number","to","people"}`: how many are ours again. */
export const handoverTakeBack = (context: Context, number?: number): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const given = standingHandover(vault, number);
    if (!given.ok) return talk.fail(given.failure);
    const { handle } = given.value;
    const back = takeBackHandover(vault, given.value, world.clock.today());
    talk.answer(
      { v: 1, number: given.value.number, to: handle, people: back },
      () => `${people(back)} count with you again.`,
    );
    await tell(context, [
      `What ${handle} has, ${handle} keeps: tell ${handle} to destroy the file. If it was taken in, each of you counts them, and together they are counted once, by their codes.`,
    ]);
    return exitCodes.done;
  });

/** JSON: `{"v":1,"number","to","people"}`, and what `forget` has of traces and backups. */
export const handoverErase = (context: Context, number?: number): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const held = heldFailure(vault);
    if (held !== undefined) return talk.fail(held);
    const given = standingHandover(vault, number);
    if (!given.ok) return talk.fail(given.failure);
    const { handle } = given.value;
    const gone = peopleGoneBy(vault, given.value).length;
    const backups = vault.backups.all().length;
    const anew =
      backups === 0
        ? ""
        : ` ${counted(backups, "backup is", "backups are")} made anew without them.`;
    await tell(context, [
      `Only once ${handle} has told you that they are taken in: after this you have no record of them, notes and structure tests included, and the file cannot be made again.`,
    ]);
    const yes = await agreed(
      context,
      `Erase ${people(gone)} handed over to ${handle} from this vault, for good?${anew}`,
    );
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      talk.note("Nothing was changed.");
      return exitCodes.no;
    }
    const today = world.clock.today();
    const { people: erased, traces } = eraseHandover(vault, given.value, today);
    const renewed = renewBackups(vault, today);
    const width = await world.textWidth();
    talk.answer(
      {
        v: 1,
        number: given.value.number,
        to: handle,
        people: erased,
        ...erasedJson(traces, renewed),
      },
      () =>
        hangingLines(
          [
            `${people(erased)} ${erased === 1 ? "is" : "are"} erased from this vault; ${handle} has them.`,
            ...traceLines(traces, handlesIn(vault)),
            ...backupLines(renewed),
            "Copies of its folder, other backups and letters that went out are out of reach: destroy what you can.",
          ],
          { columns: talk.columns, width },
        ),
    );
    return exitCodes.done;
  });
