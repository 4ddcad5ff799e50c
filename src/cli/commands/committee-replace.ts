/** `pledge committee replace HANDLE FILE`: another key for a member who lost hers, or a newer certificate of the same one. */
import type { Vault } from "../../domain/vault/vault.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { CommitteeInUse } from "../../usecases/committee/committee-in-use.ts";
import { handleOf, readCertificates } from "../../usecases/committee/joiners.ts";
import { committeeToChange } from "../../usecases/committee/make-number.ts";
import { replaceMember, replacementFor } from "../../usecases/committee/replace-member.ts";
import type { Replacement } from "../../usecases/committee/replace-member.ts";
import { readFingerprints } from "../assignments.ts";
import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { compareJoiners } from "../questions/joiners.ts";
import type { Known } from "../questions/joiners.ts";
import { replacedScreen } from "../render/replaced.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";
import { outputObstacle } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";
import { writeNumber } from "../write-number.ts";

interface Options extends OutputOptions {
  readonly fingerprint?: readonly string[];
}

/** A certificate is a few kilobytes. */
const largestFile = 1024 * 1024;

/** Read, held against the committee, and compared with the person behind it where the key is another one. */
const replacement = async (
  context: Context,
  inUse: CommitteeInUse,
  {
    handle,
    path,
    known,
  }: { readonly handle: string; readonly path: string; readonly known: Known },
): Promise<Result<Replacement, Failure>> => {
  const { world } = context;
  const openpgp = await world.openpgp();
  const bytes = await world.files.readBytes(path, largestFile);
  if (!bytes.ok) return bytes;
  const read = await readCertificates(openpgp, [{ path, bytes: bytes.value }]);
  if (!read.ok) return read;
  const [certificates] = read.value;
  if (certificates === undefined) throw new Error("a file was read that is not there");
  const found = await replacementFor({ openpgp }, inUse, handle, certificates);
  if (!found.ok || found.value.renewed) return found;
  const { member: certificate } = certificates;
  const joiner = {
    handle: found.value.member.handle,
    certificate,
    plain: handleOf(certificate) === undefined,
  };
  const compared = await compareJoiners(context, [joiner], known, inUse.identity);
  return compared.ok ? ok(found.value) : compared;
};

const replace = async (
  context: Context,
  vault: Vault,
  given: { readonly handle: string; readonly path: string; readonly known: Known },
  options: OutputOptions,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const inUse = committeeToChange(vault);
  if (!inUse.ok) return talk.fail(inUse.failure);
  const found = await replacement(context, inUse.value, given);
  if (!found.ok) return talk.fail(found.failure);
  const openpgp = await world.openpgp();
  const deps = {
    vault,
    openpgp,
    hashes: world.hashes,
    universalDay: world.clock.universalDay(),
  };
  const made = await replaceMember(deps, inUse.value, found.value);
  if (!made.ok) return talk.fail(made.failure);
  const { committee, reference } = made.value;
  const { instead, renewed } = found.value;
  const { fingerprint: self } = inUse.value.identity;
  const words = await openpgp.words(inUse.value.identity);
  const screen = { columns: talk.columns, width: await world.textWidth() };
  return writeNumber(context, options, made.value, {
    self,
    json: {
      v: 1,
      handle: instead.handle,
      fingerprint: instead.fingerprint,
      renewed,
      number: reference.number,
      hash: reference.hash,
    },
    text: (file) =>
      replacedScreen({ handle: instead.handle, renewed, committee, self, file, words }, screen),
  });
};

/** JSON: `{"v":1,"handle","fingerprint","renewed","number","hash","file"|"content"}`; `renewed` says that the key is the same one. */
export const committeeReplace = async (
  context: Context,
  handle: string,
  path: string,
  options: Options,
): Promise<ExitCode> => {
  const { talk } = context;
  const known = readFingerprints(options.fingerprint ?? []);
  if (!known.ok) return talk.fail(known.failure);
  const obstacle =
    options.output === undefined ? undefined : await outputObstacle(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  return withVaultAndOpenPgp(context, (vault) =>
    replace(context, vault, { handle, path, known: known.value }, options),
  );
};
