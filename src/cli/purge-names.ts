/** `pledge purge --names`: the counts stay, and nobody is named in the vault any more. */
import { counted } from "../domain/text/words.ts";
import type { Vault } from "../domain/vault/vault.ts";
import { purgeNames } from "../usecases/retention/purge-names.ts";
import { renewBackups } from "../usecases/retention/renew-backups.ts";
import type { Context } from "./context.ts";
import { exitCodes } from "./exit-codes.ts";
import type { ExitCode } from "./exit-codes.ts";
import { handlesIn } from "./handles-in.ts";
import { typedName } from "./questions/campaign-name.ts";
import { terminalFor } from "./questions/terminal.ts";
import { hangingLines } from "./render/columns.ts";
import { backupLines, erasedJson, traceLines } from "./render/erased.ts";
import { tell } from "./tell.ts";

const beforeNotes = (vault: Vault): readonly string[] => {
  const backups = vault.backups.all().length;
  return [
    "Names, contacts, roles, notes, and what leads to somebody go for good. Stay: how many there are, by team, what they pledged, did and signed, and where they stood. Letters that you write afterwards show numbers alone.",
    ...(backups === 0
      ? []
      : [`${counted(backups, "backup is", "backups are")} made anew without names.`]),
  ];
};

/** JSON: `{"v":1,"purged":"names","people","takenOutOf","stillIn","perhapsIn","backups"}`. */
export const purgeTheNames = async (context: Context, vault: Vault): Promise<ExitCode> => {
  const { world, talk } = context;
  const { name } = vault.campaign.get();
  const ask = await terminalFor(context, "a terminal: the name of the campaign is asked for");
  if (!ask.ok) return talk.fail(ask.failure);
  await tell(context, beforeNotes(vault));
  const sure = await typedName(ask.value, "Take every name out of this vault?", name);
  if (!sure) {
    talk.note("Nothing was changed.");
    return exitCodes.no;
  }
  const people = vault.people.count();
  const traces = purgeNames(vault);
  const backups = renewBackups(vault, world.clock.today());
  const width = await world.textWidth();
  talk.answer({ v: 1, purged: "names", people, ...erasedJson(traces, backups) }, () =>
    hangingLines(
      [
        `Nobody is named in this vault any more: ${counted(people, "person is", "people are")} a number now.`,
        ...traceLines(traces, handlesIn(vault)),
        ...backupLines(backups),
      ],
      { columns: talk.columns, width },
    ),
  );
  await tell(context, [
    "Copies of its folder, other backups, exports, lists that you imported and letters that went out are out of reach: destroy what you can. A pledge code still leads whoever knows it to a line.",
  ]);
  return exitCodes.done;
};
