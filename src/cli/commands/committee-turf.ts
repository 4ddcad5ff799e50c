/** `pledge committee turf HANDLE=TEAMS`: who answers for which teams, as the next number of the committee file. */
import { changeTurf } from "../../usecases/committee/change-turf.ts";
import { committeeToChange } from "../../usecases/committee/make-number.ts";
import { readTurfs } from "../assignments.ts";
import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import { memberLines } from "../render/committee.ts";
import { mergeLines } from "../render/for-others.ts";
import { memberJson } from "../render/member-json.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";
import { outputObstacle } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";
import { writeNumber } from "../write-number.ts";

/** JSON: `{"v":1,"number","hash","members":[{"handle","fingerprint","turf"}],"file"|"content"}`. */
export const committeeTurf = async (
  context: Context,
  assignments: readonly string[],
  options: OutputOptions,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const obstacle =
    options.output === undefined ? undefined : await outputObstacle(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  return withVaultAndOpenPgp(context, async (vault) => {
    const inUse = committeeToChange(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const { teams } = inUse.value.committee.definition;
    const turfs = readTurfs(assignments, teams);
    if (!turfs.ok) return talk.fail(turfs.failure);
    const { hashes, clock } = world;
    const openpgp = await world.openpgp();
    const deps = { vault, openpgp, hashes, universalDay: clock.universalDay() };
    const made = await changeTurf(deps, inUse.value, turfs.value);
    if (!made.ok) return talk.fail(made.failure);
    const { committee, reference } = made.value;
    const { fingerprint: self } = inUse.value.identity;
    const screen = { columns: talk.columns, width: await world.textWidth() };
    return writeNumber(context, options, made.value, {
      self,
      json: {
        v: 1,
        number: reference.number,
        hash: reference.hash,
        members: committee.members.map(memberJson),
      },
      text: (file) =>
        [
          `Number ${committee.number} of the committee file:`,
          ...memberLines({ members: committee.members, teams, self, keys: false }, screen),
          ...mergeLines(committee, self, file, screen),
        ].join("\n"),
    });
  });
};
