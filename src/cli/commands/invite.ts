/** `pledge invite FILES -o FILE`: lets people in, each compared with the person behind the file before anything is kept. */
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { newIdentity } from "../../usecases/committee/ensure-identity.ts";
import { inviteMembers, thoseThere } from "../../usecases/committee/invite-members.ts";
import type { Host } from "../../usecases/committee/invite-members.ts";
import { readCertificates, refusalOf } from "../../usecases/committee/joiners.ts";
import type { Joiner } from "../../usecases/committee/joiners.ts";
import { committeeToChange } from "../../usecases/committee/make-number.ts";
import type { MadeNumber } from "../../usecases/committee/make-number.ts";
import { readFingerprints, readTurfs } from "../assignments.ts";
import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { compareJoiners, gatherTurfs, nameJoiners } from "../questions/joiners.ts";
import type { Known } from "../questions/joiners.ts";
import { invitedScreen } from "../render/invited.ts";
import { memberJson } from "../render/member-json.ts";
import { withVault } from "../unlock.ts";
import { outputObstacle } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";
import { writeNumber } from "../write-number.ts";

interface Options extends OutputOptions {
  readonly fingerprint?: readonly string[];
  readonly turf?: readonly string[];
}

/** A certificate is a few kilobytes. */
const largestFile = 1024 * 1024;

const readFiles = async (
  { world }: Context,
  paths: readonly string[],
): Promise<Result<Parameters<typeof readCertificates>[1], Failure>> => {
  const files: { readonly path: string; readonly bytes: Uint8Array }[] = [];
  for (const path of paths) {
    const bytes = await world.files.readBytes(path, largestFile);
    if (!bytes.ok) return bytes;
    files.push({ path, bytes: bytes.value });
  }
  return ok(files);
};

/** The committee that lets them in, or the founder of a new one, whose key is kept with its first number. */
const hostIn = async (
  { world }: Context,
  vault: Vault,
): Promise<Result<Host, CommitteeFailure>> => {
  const inUse = committeeToChange(vault);
  if (inUse.ok) return ok({ identity: inUse.value.identity, inUse: inUse.value });
  if (inUse.failure.type !== "committee-missing") return inUse;
  const { random, clock } = world;
  const key = { openpgp: await world.openpgp(), random, universalDay: clock.universalDay() };
  const { organizer } = vault.campaign.get();
  const identity = vault.identity.get() ?? (await newIdentity(key, organizer));
  return ok({ identity, inUse: undefined });
};

interface LetIn {
  readonly host: Host;
  readonly joiners: readonly Joiner[];
  readonly made: MadeNumber;
}

const letIn = async (
  context: Context,
  vault: Vault,
  paths: readonly string[],
  { known, turf = [] }: { readonly known: Known; readonly turf: readonly string[] | undefined },
): Promise<Result<LetIn, Failure>> => {
  const { world } = context;
  const openpgp = await world.openpgp();
  const { teams } = vault.campaign.get();
  const given = readTurfs(turf, teams);
  if (!given.ok) return given;
  const files = await readFiles(context, paths);
  if (!files.ok) return files;
  const certificates = await readCertificates(openpgp, files.value);
  if (!certificates.ok) return certificates;
  const host = await hostIn(context, vault);
  if (!host.ok) return host;
  const named = await nameJoiners(context, certificates.value, known);
  if (!named.ok) return named;
  const joiners = named.value;
  const refusal = await refusalOf(openpgp, thoseThere(host.value), joiners);
  if (refusal !== undefined) return fail(refusal);
  const compared = await compareJoiners(context, joiners, known, host.value.identity);
  if (!compared.ok) return compared;
  const turfs = await gatherTurfs(context, teams, given.value, {
    joiners: joiners.map(({ handle }) => handle),
    own: host.value.inUse === undefined ? host.value.identity.handle : undefined,
  });
  if (!turfs.ok) return turfs;
  const deps = {
    vault,
    openpgp,
    hashes: world.hashes,
    universalDay: world.clock.universalDay(),
    templates: await world.templates(),
  };
  const made = await inviteMembers(deps, host.value, joiners, turfs.value);
  return made.ok ? ok({ host: host.value, joiners, made: made.value }) : made;
};

/**
 * JSON: `{"v":1,"campaign","number","hash","members":[{"handle","fingerprint","turf"}],"words":[15],"file"|"content"}`;
 * `words` are our own. Nothing is kept unless every joiner is let in; the number is kept before its file is written.
 */
export const invite = async (
  context: Context,
  paths: readonly string[],
  options: Options,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const { fingerprint = [], turf, output } = options;
  if (output === undefined) {
    return talk.fail({
      type: "usage",
      message: "-o is missing: the committee's file goes to everybody in it",
      hint: "say where it shall be: -o committee.pledge",
    });
  }
  const known = readFingerprints(fingerprint);
  if (!known.ok) return talk.fail(known.failure);
  const obstacle = await outputObstacle(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  return withVault(context, async (vault) => {
    const done = await letIn(context, vault, paths, { known: known.value, turf });
    if (!done.ok) return talk.fail(done.failure);
    const { host, joiners, made } = done.value;
    const { committee, reference } = made;
    const { fingerprint: self } = host.identity;
    const words = await (await world.openpgp()).words(host.identity);
    const width = await world.textWidth();
    const handlesOf = (plain: boolean) =>
      joiners.filter((one) => one.plain === plain).map(({ handle }) => handle);
    const before = thoseThere(host).filter((one) => one.fingerprint !== self);
    return writeNumber(context, options, made, {
      self,
      json: {
        v: 1,
        campaign: committee.definition.id,
        number: reference.number,
        hash: reference.hash,
        members: committee.members.map(memberJson),
        words,
      },
      text: (file) =>
        invitedScreen(
          {
            committee,
            self,
            file,
            joiners: handlesOf(false),
            plain: handlesOf(true),
            before: before.map(({ handle }) => handle),
            words,
          },
          { columns: talk.columns, width },
        ),
    });
  });
};
