/** `pledge committee needs COUNT`: how many members must sign what changes the committee. */
import { counted } from "../../domain/text/words.ts";
import { changeNeeds } from "../../usecases/committee/change-needs.ts";
import { committeeToChange } from "../../usecases/committee/make-number.ts";
import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import { wrapped } from "../render/columns.ts";
import { mergeLines } from "../render/for-others.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";
import { outputObstacle } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";
import { writeNumber } from "../write-number.ts";

const neededWords = (needs: number, members: number): string =>
  needs === 1
    ? "From now on any one member can change the committee."
    : `From now on ${needs} of ${counted(members, "member", "members")} must sign what changes the committee: who is in it, who answers for what, the campaign, the texts.`;

/** JSON: `{"v":1,"number","hash","needs","file"|"content"}`. */
export const committeeNeeds = async (
  context: Context,
  needs: number,
  options: OutputOptions,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const obstacle =
    options.output === undefined ? undefined : await outputObstacle(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  return withVaultAndOpenPgp(context, async (vault) => {
    const inUse = committeeToChange(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const { hashes, clock } = world;
    const openpgp = await world.openpgp();
    const deps = { vault, openpgp, hashes, universalDay: clock.universalDay() };
    const made = await changeNeeds(deps, inUse.value, needs);
    if (!made.ok) return talk.fail(made.failure);
    const { committee, reference } = made.value;
    const { fingerprint: self } = inUse.value.identity;
    const screen = { columns: talk.columns, width: await world.textWidth() };
    return writeNumber(context, options, made.value, {
      self,
      json: { v: 1, number: reference.number, hash: reference.hash, needs: committee.needs },
      text: (file) =>
        [
          ...wrapped(
            `Number ${committee.number} of the committee file. ${neededWords(committee.needs, committee.members.length)}`,
            screen.columns,
            screen.width,
          ),
          ...mergeLines(committee, self, file, screen),
        ].join("\n"),
    });
  });
};
