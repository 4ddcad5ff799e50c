/** `pledge tally bundle`: passes on what others let us pass on, each as it was signed. */
import { counted, grouped } from "../../domain/text/words.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import { draftBundle, exportBundle } from "../../usecases/relay/export-bundle.ts";
import type { BundleDraft } from "../../usecases/relay/export-bundle.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { readersWords } from "../render/tally.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";
import { answerWritten, outputObstacle, writeOutput } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";

interface Options extends OutputOptions {
  readonly to?: readonly string[];
  readonly without?: readonly string[];
  readonly relay: boolean;
  readonly named: boolean;
}

const within = ({ writers, bundles }: BundleDraft): string =>
  [
    ...(writers.length === 0
      ? []
      : [counted(writers.length, "organizer's tally", "organizers' tallies")]),
    ...(bundles === 0 ? [] : [counted(bundles, "bundle", "bundles")]),
  ].join(" and ");

/**
 * JSON: `{"v":1,"seq","tallies","bundles","readers":[handle],"file"|"content"}`. Fails with `bundle-empty` where nothing that is
 * here may be passed on.
 */
export const tallyBundle = async (context: Context, options: Options): Promise<ExitCode> => {
  const { world, talk } = context;
  const obstacle = await outputObstacle(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  return withVaultAndOpenPgp(context, async (vault) => {
    const inUse = committeeInUse(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const { hashes } = world;
    const universalDay = world.clock.universalDay();
    const draft = draftBundle({ vault, universalDay }, inUse.value, options, options.relay);
    if (!draft.ok) return talk.fail(draft.failure);
    const openpgp = await world.openpgp();
    const deps = { vault, openpgp, hashes, universalDay };
    const bytes = await exportBundle(deps, inUse.value, draft.value, options.named);
    if (!bytes.ok) return talk.fail(bytes.failure);
    const written = await writeOutput(context, options, { kind: "message", bytes: bytes.value });
    if (!written.ok) return talk.fail(written.failure);
    const { bundle, readers, bundles } = draft.value;
    answerWritten(
      context,
      written.value,
      {
        v: 1,
        seq: bundle.seq,
        tallies: bundle.parts.length - bundles,
        bundles,
        readers: readers.map(({ handle }) => handle),
      },
      () =>
        `Bundle number ${grouped(bundle.seq)} with ${within(draft.value)}, and the committee file, for ${readersWords(readers, inUse.value.identity.fingerprint)}.`,
    );
    return exitCodes.done;
  });
};
