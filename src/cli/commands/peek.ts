/** `pledge peek FILE`: what a file tells, said from the file itself. */
import type { Vault } from "../../domain/vault/vault.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import { peekInside, peekOutside } from "../../usecases/peek-file.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { handlesIn } from "../handles-in.ts";
import type { Known, Told } from "../render/peek.ts";
import { peekScreen, toldInside } from "../render/peek.ts";
import { toldOutside } from "../render/peek-outside.ts";
import { withVault } from "../unlock.ts";

interface Options {
  readonly inside: boolean;
}

const answer = async (context: Context, told: Told): Promise<ExitCode> => {
  const { talk, world } = context;
  const width = await world.textWidth();
  talk.answer({ v: 1, ...told }, () => peekScreen(told, { columns: talk.columns, width }));
  return exitCodes.done;
};

const knownIn = (vault: Vault): Known => {
  const committee = committeeInUse(vault);
  const members = committee.ok ? committee.value.committee.members : [];
  const campaign = vault.campaign.find();
  return {
    teams: campaign?.teams ?? [],
    campaign: campaign?.id,
    handleOf: handlesIn(vault),
    turfOf: (fingerprint) =>
      members.find((member) => member.fingerprint === fingerprint)?.turf ?? [],
  };
};

/** JSON: `{"v":1,"kind","stranger":[sentence],"member":[sentence],"memberWithStaffList":[sentence]}`. */
export const peek = async (
  context: Context,
  path: string,
  { inside }: Options,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const file = await world.files.readBytes(path);
  if (!file.ok) return talk.fail(file.failure);
  const openpgp = await world.openpgp();
  const peeked = await peekOutside(openpgp, file.value);
  const stranger = toldOutside(peeked);
  if (!inside || peeked.kind !== "message") {
    const exitCode = await answer(context, stranger);
    if (peeked.kind === "message")
      talk.note("What its readers learn, --inside says: it opens the file with your vault.");
    else if (inside)
      talk.note("--inside opens nothing here: it is for files that are encrypted to a key.");
    return exitCode;
  }
  return withVault(context, async (vault) => {
    const opened = await peekInside({ openpgp, vault }, file.value);
    if (!opened.ok) return talk.fail(opened.failure);
    return answer(context, { ...stranger, ...toldInside(opened.value, knownIn(vault)) });
  });
};
