/** `pledge join FILE`: takes in a committee file after its signer's words were compared, and so completes the vault. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Member } from "../../domain/committee/committee.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import {
  adoptCommittee,
  isOurCampaign,
  keyToJoin,
} from "../../usecases/committee/adopt-committee.ts";
import { openCommitteeFile } from "../../usecases/committee/open-committee-file.ts";
import { attestsAsWeDo } from "../../usecases/committee/read-attesters.ts";
import type { OpenedCommittee } from "../../usecases/committee/open-committee-file.ts";
import { readFingerprints } from "../assignments.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { terminalFor } from "../questions/terminal.ts";
import { comparedAloud, inWords } from "../questions/words.ts";
import { completedScreen } from "../render/joined.ts";
import { memberJson } from "../render/member-json.ts";
import { withVault } from "../unlock.ts";

const askAloud = async (
  context: Context,
  { handle, fingerprint }: Member,
  { committee }: OpenedCommittee,
): Promise<Result<void, Failure>> => {
  const { world } = context;
  const ask = await terminalFor(context, `--fingerprint ${handle}=FINGERPRINT`);
  if (!ask.ok) return ask;
  ask.value.say(
    `This is number ${committee.number} of the committee file, signed by ${handle}. Call ${handle}, whose voice you know, and ask for two words that "pledge key show" shows there.`,
  );
  const aloud = await inWords(await world.openpgp(), handle, { fingerprint });
  return (await comparedAloud(ask.value, world.random, aloud))
    ? ok(undefined)
    : fail({ type: "fingerprint-other", handle });
};

/** That one of the signers is who she should be: by the fingerprint that was given, else by voice. Our own file needs no voice. */
const compareSigner = async (
  context: Context,
  opened: OpenedCommittee,
  known: ReadonlyMap<Handle, Fingerprint>,
): Promise<Result<void, Failure>> => {
  const { signers, self } = opened;
  const [given] = known;
  if (given !== undefined) {
    const signer = signers.find(({ handle }) => handle === given[0]);
    if (signer === undefined)
      return fail({ type: "handle-unknown", known: signers.map(({ handle }) => handle) });
    return signer.fingerprint === given[1]
      ? ok(undefined)
      : fail({ type: "fingerprint-other", handle: signer.handle });
  }
  return signers.includes(self) ? ok(undefined) : askAloud(context, signers[0], opened);
};

export const completeVault = async (
  context: Context,
  path: string,
  fingerprint: string | undefined,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const known = readFingerprints(fingerprint === undefined ? [] : [fingerprint]);
  if (!known.ok) return talk.fail(known.failure);
  const file = await world.files.readBytes(path);
  if (!file.ok) return talk.fail(file.failure);
  return withVault(context, async (vault) => {
    const identity = keyToJoin(vault);
    if (!identity.ok) return talk.fail(identity.failure);
    const { hashes, clock } = world;
    const deps = { openpgp: await world.openpgp(), hashes, universalDay: clock.universalDay() };
    const opened = await openCommitteeFile(deps, identity.value, file.value);
    if (!opened.ok) return talk.fail(opened.failure);
    if (!isOurCampaign(vault, opened.value)) return talk.fail({ type: "campaign-other" });
    if (!attestsAsWeDo(vault, opened.value.self)) return talk.fail({ type: "attestation-other" });
    const compared = await compareSigner(context, opened.value, known.value);
    if (!compared.ok) return talk.fail(compared.failure);
    const again = vault.campaign.find() !== undefined;
    adoptCommittee({ vault, hashes }, identity.value, opened.value);
    const { committee, reference, self } = opened.value;
    const width = await world.textWidth();
    talk.answer(
      {
        v: 1,
        campaign: committee.definition.id,
        number: reference.number,
        hash: reference.hash,
        handle: self.handle,
        turf: self.turf,
        members: committee.members.map(memberJson),
      },
      () => completedScreen({ committee, self, again }, { columns: talk.columns, width }),
    );
    return exitCodes.done;
  });
};
