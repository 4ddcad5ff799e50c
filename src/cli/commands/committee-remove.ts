/** `pledge committee remove HANDLES`: the next number without them, encrypted to those who stay. */
import { listed } from "../../domain/text/words.ts";
import { committeeToChange } from "../../usecases/committee/make-number.ts";
import { membersToRemove, removeMembers } from "../../usecases/committee/remove-members.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { memberJson } from "../render/member-json.ts";
import { removedScreen } from "../render/removed.ts";
import { tell } from "../tell.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";
import { outputObstacle } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";
import { writeNumber } from "../write-number.ts";

/** JSON: `{"v":1,"removed":[handle],"number","hash","members":[{"handle","fingerprint","turf"}],"file"|"content"}`. */
export const committeeRemove = async (
  context: Context,
  handles: readonly string[],
  options: OutputOptions,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const obstacle =
    options.output === undefined ? undefined : await outputObstacle(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  return withVaultAndOpenPgp(context, async (vault) => {
    const inUse = committeeToChange(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const found = membersToRemove(inUse.value, handles);
    if (!found.ok) return talk.fail(found.failure);
    const removed = found.value.map(({ handle }) => handle);
    const yes = await agreed(context, `Take ${listed(removed)} out of the committee?`);
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      await tell(context, ["Nobody was taken out."]);
      return exitCodes.no;
    }
    const { hashes, clock } = world;
    const openpgp = await world.openpgp();
    const deps = { vault, openpgp, hashes, universalDay: clock.universalDay() };
    const made = await removeMembers(deps, inUse.value, found.value);
    if (!made.ok) return talk.fail(made.failure);
    const { committee, reference } = made.value;
    const width = await world.textWidth();
    return writeNumber(context, options, made.value, {
      self: inUse.value.identity.fingerprint,
      json: {
        v: 1,
        removed,
        number: reference.number,
        hash: reference.hash,
        members: committee.members.map(memberJson),
      },
      text: (file) =>
        removedScreen(
          { removed, committee, self: inUse.value.identity.fingerprint, file },
          { columns: talk.columns, width },
        ),
    });
  });
};
