/** `pledge undo`: takes the last import back, with what was noted later of people whom it brought. */
import type { Person } from "../../domain/people/person.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import { planUndo, undoImport } from "../../usecases/undo-import.ts";
import type { PlannedUndo } from "../../usecases/undo-import.ts";
import { heldFailure } from "../../usecases/retention/held.ts";
import { renewBackups } from "../../usecases/retention/renew-backups.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { handlesIn } from "../handles-in.ts";
import { backupLines, erasedJson, traceLines } from "../render/erased.ts";
import { hanging, hangingLines } from "../render/columns.ts";
import type { Width } from "../render/columns.ts";
import { withVault } from "../unlock.ts";

const shown = 12;

/** Ids and no names: what is printed here may stay on the screen. */
const idsOf = (people: readonly Person[]): string => {
  const ids = people.slice(0, shown).map(({ id }) => id);
  const more = people.length - ids.length;
  return listed(more > 0 ? [...ids, `${grouped(more)} more`] : ids);
};

const undoText = (
  { last, putBack, keepLater }: PlannedUndo,
  columns: number,
  width: Width,
): string =>
  [
    `The last import: ${showable(last.file)} on ${last.day}, ${counted(last.added, "person", "people")} added, ${grouped(putBack.length)} changed.`,
    ...(last.editedSince.length === 0
      ? []
      : [
          `Added by it, and noted about or changed since: ${idsOf(last.editedSince)}. They go with all of that.`,
        ]),
    ...(last.coveredSince.length === 0
      ? []
      : [
          `Covered by somebody who goes: ${idsOf(last.coveredSince)}. Nobody will keep in touch with them.`,
        ]),
    ...(keepLater.length === 0
      ? []
      : [`Changed by it, and again since: ${idsOf(keepLater)}. What was said later stays.`]),
  ]
    .map((line) => hanging(line, 2, columns, width))
    .join("\n");

const ids = (people: readonly Person[]): readonly string[] => people.map(({ id }) => id);

const undoJson = ({ last, putBack, keepLater }: PlannedUndo) => ({
  file: last.file,
  day: last.day,
  added: last.added,
  changed: putBack.map(({ id }) => id),
  editedSince: [...ids(last.editedSince)],
  coveredSince: [...ids(last.coveredSince)],
  keptLater: [...ids(keepLater)],
});

/** JSON: `{"v":1,"undone","import"}`, with the ids of whom it is about, and once it is done what `forget` has of traces and backups. */
export const undo = (context: Context): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk, globals } = context;
    const held = heldFailure(vault);
    if (held !== undefined) return talk.fail(held);
    const planned = planUndo(vault);
    if (!planned.ok) return talk.fail(planned.failure);
    const width = await world.textWidth();
    const answer = (undone: boolean, text: string): void =>
      talk.answer({ v: 1, undone, import: undoJson(planned.value) }, () => text);
    if (!globals.json) answer(false, undoText(planned.value, talk.columns, width));
    const yes = await agreed(context, "Take all of it back?");
    if (!yes.ok || !yes.value) {
      if (globals.json) answer(false, "");
      if (!yes.ok) return talk.fail(yes.failure);
      talk.note("Nothing was changed.");
      return exitCodes.no;
    }
    const { last, putBack } = planned.value;
    const done = undoImport(vault, planned.value);
    if (!done.ok) return talk.fail(done.failure);
    const backups = renewBackups(vault, world.clock.today());
    const traces = done.value;
    talk.answer(
      { v: 1, undone: true, import: undoJson(planned.value), ...erasedJson(traces, backups) },
      () =>
        hangingLines(
          [
            `${counted(last.added, "person", "people")} taken out, ${grouped(putBack.length)} put back as they were.`,
            ...traceLines(traces, handlesIn(vault)),
            ...backupLines(backups),
          ],
          { columns: talk.columns, width },
        ),
    );
    return exitCodes.done;
  });
