/** Inside the open vault, `pledge tally publish`: the count, the question, the files, and the ledger. */
import type { Attestation } from "../../domain/committee/attestation.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import { ensureAttestation } from "../../usecases/committee/ensure-attestation.ts";
import { recordCount } from "../../usecases/counts/draft-count.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { isLookedAt, prepareCount } from "../prepare-count.ts";
import type { GivenToPublish, LeavingCount, PublishOptions } from "../prepare-count.ts";
import { agreed } from "../questions/terminal.ts";
import {
  countLines,
  heldBackNotes,
  letterNote,
  receiptsWords,
  shownJson,
} from "../render/count.ts";
import { tell } from "../tell.ts";
import { signatureObstacle, signedText, writeSigned } from "../write-signed.ts";

const jsonOf = ({ published, held }: LeavingCount, { format }: GivenToPublish) => {
  const { number, after = null, on } = published.count;
  return {
    v: 1,
    number,
    after,
    on,
    format,
    shown: shownJson(published.count),
    heldBack: {
      lower: held.lower.map((one) => ({ ...one })),
      folded: held.folded.map((one) => ({ ...one })),
    },
  };
};

/** On a screen it is looked at, as a preview is; nothing is kept of it. */
const show = async (
  { world, talk, globals }: Context,
  leaving: LeavingCount,
  given: GivenToPublish,
): Promise<ExitCode> => {
  const { content } = leaving;
  if (globals.json) talk.answer({ ...jsonOf(leaving, given), content }, () => "");
  else world.stdout.write(content);
  talk.note("Nothing was published: this only shows.");
  return exitCodes.done;
};

const sayWhatLeaves = async (
  context: Context,
  { published, receipts, held }: LeavingCount,
): Promise<void> => {
  await tell(context, [
    `Count number ${published.count.number}, for anybody:`,
    ...countLines(published.count).map((line) => `  ${line}`),
    ...(receipts === undefined ? [] : [`  ${receiptsWords(receipts.length)}`]),
    ...letterNote(published.count),
    ...heldBackNotes(held),
  ]);
};

const toStandardOutput = async (
  context: Context,
  leaving: LeavingCount,
  given: GivenToPublish,
  own: Attestation,
): Promise<void> => {
  const { world, talk, globals } = context;
  const { content } = leaving;
  if (!globals.json) {
    world.stdout.write(content);
    talk.note("It is not signed: a signature goes beside a file, so name one with -o.");
    return;
  }
  const bytes = await signedText(context, content, own);
  const signature = await (await world.openpgp()).armor("signature", bytes);
  const { fingerprint } = own;
  const json = { ...jsonOf(leaving, given), receipts: null, fingerprint, content, signature };
  talk.answer(json, () => "");
};

const publish = async (
  context: Context,
  vault: Vault,
  leaving: LeavingCount,
  { output = "-", receipts: receiptsPath, force }: PublishOptions,
  given: GivenToPublish,
  own: Attestation,
): Promise<ExitCode> => {
  const { talk } = context;
  const { published, receipts, content } = leaving;
  if (output === "-") {
    const recorded = recordCount(vault, leaving);
    if (!recorded.ok) return talk.fail(recorded.failure);
    await toStandardOutput(context, leaving, given, own);
    return exitCodes.done;
  }
  const signing = { own, force };
  // Before the first of up to four files is written.
  for (const path of [output, receiptsPath]) {
    const obstacle =
      path === undefined ? undefined : await signatureObstacle(context, path, signing);
    if (obstacle !== undefined) return talk.fail(obstacle);
  }
  const recorded = recordCount(vault, leaving);
  if (!recorded.ok) return talk.fail(recorded.failure);
  const list =
    receipts === undefined || receiptsPath === undefined
      ? undefined
      : await writeSigned(context, receiptsPath, receipts.text, signing);
  if (list?.ok === false) return talk.fail(list.failure);
  const written = await writeSigned(context, output, content, signing);
  if (!written.ok) return talk.fail(written.failure);
  const { file, signature } = written.value;
  const entries = receipts?.length ?? 0;
  const json = {
    ...jsonOf(leaving, given),
    receipts: list === undefined ? null : { ...list.value, entries },
    fingerprint: own.fingerprint,
    file,
    signature,
  };
  talk.answer(json, () =>
    [
      `${file}: count number ${published.count.number}.`,
      `${signature}: your signature of it.`,
      ...(list === undefined
        ? []
        : [
            `${list.value.file}: the list of receipts.`,
            `${list.value.signature}: your signature of it.`,
          ]),
    ].join("\n"),
  );
  if (given.format !== "json")
    await tell(context, [
      'Whoever publishes next needs it as JSON too: the same command with "--format json" writes the same count again today.',
    ]);
  return exitCodes.done;
};

/** As `tallyPublish` says. */
export const publishTally = async (
  context: Context,
  vault: Vault,
  options: PublishOptions,
  given: GivenToPublish,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const inUse = committeeInUse(vault);
  if (!inUse.ok) return talk.fail(inUse.failure);
  const openpgp = await world.openpgp();
  const universalDay = world.clock.universalDay();
  const own = await ensureAttestation({ vault, openpgp, universalDay });
  const leaving = await prepareCount(context, vault, inUse.value, options, given, own);
  if (!leaving.ok) return talk.fail(leaving.failure);
  if (isLookedAt(context, options)) return show(context, leaving.value, given);
  await sayWhatLeaves(context, leaving.value);
  const yes = await agreed(context, "What is published cannot be taken back. Publish it?");
  if (!yes.ok) return talk.fail(yes.failure);
  if (!yes.value) {
    talk.note("Nothing was published.");
    return exitCodes.no;
  }
  return publish(context, vault, leaving.value, options, given, own);
};
