/** `pledge handover take FILE`: people whom another organizer hands over. What it would do is shown first. */
import type { Vault } from "../../domain/vault/vault.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import { openHandover } from "../../usecases/handovers/open-handover.ts";
import { planHandover } from "../../usecases/handovers/plan-handover.ts";
import type { PlannedTake } from "../../usecases/handovers/plan-handover.ts";
import { takeHandover } from "../../usecases/handovers/take-handover.ts";
import { counted } from "../../domain/text/words.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { noteText } from "../render/letter-notes.ts";
import { plannedJson, takePreview } from "../render/handover.ts";
import { tell } from "../tell.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";

const take = async (context: Context, vault: Vault, planned: PlannedTake): Promise<ExitCode> => {
  const { world, talk } = context;
  const { handle } = planned.opened.from;
  const { takenOn } = planned;
  const width = await world.textWidth();
  if (takenOn !== undefined) {
    talk.answer({ v: 1, taken: false, takenOn, ...plannedJson(planned) }, () =>
      noteText(
        [`This handover of ${handle} was taken in on ${takenOn}; nothing was changed.`],
        talk.columns,
        width,
      ),
    );
    return exitCodes.done;
  }
  await tell(context, takePreview(vault.campaign.get(), planned));
  const people = counted(planned.people.length, "person", "people");
  const yes = await agreed(context, `Take in ${people}, with names, into this vault?`);
  if (!yes.ok) return talk.fail(yes.failure);
  if (!yes.value) {
    talk.note("Nothing was changed.");
    return exitCodes.no;
  }
  const { random, clock } = world;
  const deps = { vault, random, today: clock.today(), progress: await world.progress() };
  const taken = takeHandover(deps, planned);
  if (!taken.ok) return talk.fail(taken.failure);
  talk.answer({ v: 1, taken: true, takenOn: null, ...plannedJson(planned) }, () =>
    noteText(
      [`${people} taken in from ${handle}: yours now, and counted with you.`],
      talk.columns,
      width,
    ),
  );
  await tell(context, [
    `Send your tally ("pledge tally export"), and tell ${handle} that you have them: her next tally leaves them out. Destroy the file: it opens with your key for good.`,
  ]);
  return exitCodes.done;
};

/**
 * JSON: `{"v":1,"taken","takenOn":day|null,"from","teams":[key],"people","new","known","comingBack","alike","withoutAlias",
 * "signaturesLeftOut"}`; `taken` is false, with the day, for a file that was taken in before.
 */
export const handoverTake = async (context: Context, path: string): Promise<ExitCode> => {
  const { world, talk } = context;
  const file = await world.files.readBytes(path);
  if (!file.ok) return talk.fail(file.failure);
  return withVaultAndOpenPgp(context, async (vault) => {
    const inUse = committeeInUse(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const { hashes, clock } = world;
    const deps = { openpgp: await world.openpgp(), hashes, universalDay: clock.universalDay() };
    const opened = await openHandover(deps, inUse.value, file.value);
    if (!opened.ok) return talk.fail(opened.failure);
    const planned = planHandover(vault, opened.value);
    return planned.ok ? take(context, vault, planned.value) : talk.fail(planned.failure);
  });
};
