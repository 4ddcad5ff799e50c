/** `pledge committee sign [FILE]`: our signature under a next number that others propose. */
import type { Waiting } from "../../domain/committee/chain.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Hash } from "../../domain/tallies/tally.ts";
import { counted, listed } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import type { CommitteeInUse } from "../../usecases/committee/committee-in-use.ts";
import { committeeToChange } from "../../usecases/committee/make-number.ts";
import { findProposal, shortProposal } from "../../usecases/committee/proposals.ts";
import { hasSigned, signedBesides, signProposal } from "../../usecases/committee/sign-proposal.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { runMerge } from "../merging.ts";
import { agreed } from "../questions/terminal.ts";
import { differenceLines } from "../render/committee-difference.ts";
import { mergeLines } from "../render/for-others.ts";
import { noteText } from "../render/letter-notes.ts";
import { fileLines } from "../render/merge.ts";
import { proposalSentences } from "../render/proposal.ts";
import { tell } from "../tell.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";
import { outputObstacle } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";
import { writeNumber } from "../write-number.ts";

interface Options extends OutputOptions {
  readonly hash?: string;
}

/** Takes the file in as `merge` does: it may be the last signature that is missing, or none at all. */
const takeIn = async (
  context: Context,
  vault: Vault,
  inUse: CommitteeInUse,
  path: string,
): Promise<Result<{ readonly hash?: Hash; readonly told: readonly string[] }, Failure>> => {
  const { run } = await runMerge(context, vault, inUse, [{ path, inFolder: false }]);
  const [file] = run.files;
  if (file === undefined) throw new Error("a file was merged that is not there");
  if (!file.result.ok) return file.result;
  if (file.kind !== "committee")
    return fail({
      type: "usage",
      message: `${path} is no committee file`,
      hint: 'it has been taken in as "pledge merge" would',
    });
  const { difference } = file.result.value;
  const told = [
    ...fileLines([file]),
    ...(difference === undefined ? [] : differenceLines(difference)),
  ];
  return ok({ told, ...(file.sha256 === undefined ? {} : { hash: file.sha256 }) });
};

/** What is asked before a signature is given: everything that it would change, and what else we have signed. */
const consent = async (
  context: Context,
  inUse: CommitteeInUse,
  waiting: Waiting,
): Promise<Result<boolean, Failure>> => {
  const besides = signedBesides(inUse, waiting).map(({ proposed }) =>
    shortProposal(proposed.sha256),
  );
  await tell(context, [
    ...proposalSentences(inUse, waiting),
    ...(besides.length === 0
      ? []
      : [
          `You have signed ${listed(besides)} already: if enough members sign both, neither is used until you all have agreed on one.`,
        ]),
  ]);
  const { number } = waiting.proposed.committee;
  return agreed(context, `Sign number ${number} of the committee file?`);
};

const sign = async (
  context: Context,
  vault: Vault,
  inUse: CommitteeInUse,
  { waiting, options }: { readonly waiting: Waiting; readonly options: Options },
): Promise<ExitCode> => {
  const { world, talk } = context;
  if (hasSigned(inUse, waiting)) {
    const { sha256 } = waiting.proposed;
    const short = shortProposal(sha256);
    const width = await world.textWidth();
    const left = counted(waiting.missing, "more member has", "more members have");
    const text = `You have signed ${short} before; ${left} to. Its file once more: "pledge committee propose ${short} -o FILE".`;
    talk.answer({ v: 1, signed: false, missing: waiting.missing }, () =>
      noteText([text], talk.columns, width),
    );
    return exitCodes.done;
  }
  const yes = await consent(context, inUse, waiting);
  if (!yes.ok) return talk.fail(yes.failure);
  if (!yes.value) {
    await tell(context, ["Not signed. It waits here all the same."]);
    return exitCodes.no;
  }
  const openpgp = await world.openpgp();
  const deps = { vault, openpgp, hashes: world.hashes, universalDay: world.clock.universalDay() };
  const made = await signProposal(deps, inUse, waiting);
  if (!made.ok) return talk.fail(made.failure);
  const { committee, reference } = made.value;
  const { fingerprint: self } = inUse.identity;
  const screen = { columns: talk.columns, width: await world.textWidth() };
  return writeNumber(context, options, made.value, {
    self,
    json: { v: 1, signed: true, number: reference.number, hash: reference.hash },
    text: (file) =>
      [
        `Number ${reference.number} of the committee file is signed by enough members and in use.`,
        ...mergeLines(committee, self, file, screen),
      ].join("\n"),
  });
};

/**
 * JSON: `{"v":1,"signed":true,"number","hash","file"|"content"}`; of one that still waits that of a proposal; where nothing is left to be signed
 * `{"v":1,"signed":false,"missing"}`.
 */
export const committeeSign = async (
  context: Context,
  path: string | undefined,
  options: Options,
): Promise<ExitCode> => {
  const { talk, world } = context;
  const obstacle =
    options.output === undefined ? undefined : await outputObstacle(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  return withVaultAndOpenPgp(context, async (vault) => {
    const inUse = committeeToChange(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const taken = path === undefined ? undefined : await takeIn(context, vault, inUse.value, path);
    if (taken?.ok === false) return talk.fail(taken.failure);
    const now = committeeInUse(vault);
    if (!now.ok) return talk.fail(now.failure);
    const hash = taken?.value.hash ?? options.hash;
    const isLeft = now.value.waiting.some(({ proposed }) => proposed.sha256 === hash);
    if (taken !== undefined && !isLeft) {
      // In use by now, or too late: nothing in it is left to be signed.
      const width = await world.textWidth();
      talk.answer({ v: 1, signed: false, missing: 0 }, () =>
        noteText(taken.value.told, talk.columns, width),
      );
      return exitCodes.done;
    }
    const found = findProposal(now.value, hash);
    if (!found.ok) return talk.fail(found.failure);
    return sign(context, vault, now.value, { waiting: found.value, options });
  });
};
