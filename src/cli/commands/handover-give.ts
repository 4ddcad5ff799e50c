/** `pledge handover give --team KEY --to HANDLE`: the people of some teams, whole, for one other member. Asked twice. */
import { contentsOf } from "../../domain/handovers/contents.ts";
import { counted } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import { draftHandover } from "../../usecases/handovers/draft-handover.ts";
import type { HandoverDraft } from "../../usecases/handovers/draft-handover.ts";
import { dropHandover, giveHandover } from "../../usecases/handovers/give-handover.ts";
import { checkUsable } from "../../usecases/tallies/tally-readers.ts";
import type { Result } from "../../domain/result.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { agreed } from "../questions/terminal.ts";
import { typedHandle } from "../questions/typed-handle.ts";
import { beforeGiving, contentsJson } from "../render/handover.ts";
import { tell } from "../tell.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";
import { answerWritten, outputObstacle, writeOutput } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";

interface Options extends OutputOptions {
  readonly team?: readonly string[];
  readonly to?: string;
  readonly confirm?: string;
  readonly named: boolean;
}

/** Both questions; each with Enter alone leaves everything as it is. */
const sure = async (
  context: Context,
  { handover, reader }: HandoverDraft,
  { confirm }: Options,
): Promise<Result<boolean, Failure>> => {
  const { people, contacts } = contentsOf(handover);
  const reach = counted(contacts, "way to reach them", "ways to reach them");
  const message = `Hand over ${counted(people, "person", "people")}, by name and with ${reach}, to ${reader.handle}?`;
  const first = await agreed(context, message);
  return first.ok && first.value ? typedHandle(context, reader.handle, confirm) : first;
};

const give = async (context: Context, vault: Vault, options: Options): Promise<ExitCode> => {
  const { world, talk } = context;
  const { hashes, clock } = world;
  const inUse = committeeInUse(vault);
  if (!inUse.ok) return talk.fail(inUse.failure);
  const universalDay = clock.universalDay();
  const wanted = { teams: options.team ?? [], to: options.to ?? "" };
  const draft = draftHandover({ vault, universalDay }, inUse.value, wanted);
  if (!draft.ok) return talk.fail(draft.failure);
  const { handover, reader } = draft.value;
  const openpgp = await world.openpgp();
  const usable = await checkUsable(openpgp, [reader]);
  if (!usable.ok) return talk.fail(usable.failure);
  const obstacle = await outputObstacle(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  const campaign = vault.campaign.get();
  await tell(context, beforeGiving(campaign, draft.value, vault.retention.get().heldSince));
  const yes = await sure(context, draft.value, options);
  if (!yes.ok) return talk.fail(yes.failure);
  if (!yes.value) {
    talk.note("Nothing was written.");
    return exitCodes.no;
  }
  const deps = { vault, openpgp, hashes, today: clock.today(), universalDay };
  const bytes = await giveHandover(deps, inUse.value, draft.value, options.named);
  if (!bytes.ok) return talk.fail(bytes.failure);
  const written = await writeOutput(context, options, { kind: "message", bytes: bytes.value });
  if (!written.ok) {
    dropHandover(vault, draft.value);
    return talk.fail(written.failure);
  }
  const { number } = handover;
  answerWritten(
    context,
    written.value,
    { v: 1, to: reader.handle, number, ...contentsJson(handover) },
    () =>
      `${"file" in written.value ? `${written.value.file}: for` : "For"} ${reader.handle} alone, who takes it in with "pledge handover take FILE".`,
  );
  await tell(context, [
    `If the file is lost, or ${reader.handle} does not want it: "pledge handover take-back". Once ${reader.handle} has everybody: "pledge handover erase".`,
  ]);
  return exitCodes.done;
};

/**
 * JSON: `{"v":1,"to","number","teams":[key],"people","contacts","assessed","pledging","doNotContact","supervisors",
 * "file"|"content"}`. Without a terminal it wants --yes and --confirm HANDLE.
 */
export const handoverGive = (context: Context, options: Options): Promise<ExitCode> => {
  const { talk } = context;
  const { team = [], to, confirm } = options;
  if (team.length === 0)
    return talk.fail({
      type: "usage",
      message: "--team is missing",
      hint: 'say whose people go: --team KEY, again for each team; the keys are in "pledge campaign show"',
    });
  if (to === undefined)
    return talk.fail({
      type: "usage",
      message: "--to is missing",
      hint: 'say for which member it is: --to HANDLE; the handles are in "pledge committee show"',
    });
  if (confirm !== undefined && confirm !== to) return talk.fail({ type: "handover-confirm-other" });
  return withVaultAndOpenPgp(context, (vault) => give(context, vault, options));
};
