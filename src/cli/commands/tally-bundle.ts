/** `pledge tally bundle`: passes on what others let us pass on, each as it was signed. */
import { grouped } from "../../domain/text/words.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import { draftBundle, exportBundle } from "../../usecases/relay/export-bundle.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { chosenJson, goingWords, stayedLines } from "../render/bundle.ts";
import { readersWords } from "../render/tally.ts";
import { tell } from "../tell.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";
import { answerWritten, outputObstacle, writeOutput } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";

interface Options extends OutputOptions {
  readonly to?: readonly string[];
  readonly without?: readonly string[];
  readonly only?: readonly string[];
  readonly omit?: readonly string[];
  readonly relay: boolean;
  readonly named: boolean;
}

/**
 * JSON: `{"v":1,"seq","tallies","bundles","whose":[handle],"partial","stayed":[{"handle","why":"nothing|not-let|not-counted|holds-others",
 * "holds":[handle]}],"readers":[handle],"file"|"content"}`. Fails with `bundle-empty` where nothing that is here may be passed on, with
 * `bundle-of-nobody` where nothing of those who were chosen may.
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
    const { bundle, readers, chosen } = draft.value;
    const whom = readersWords(readers, inUse.value.identity.fingerprint);
    await tell(context, stayedLines(chosen));
    const message = `For ${whom} to read, each as it was signed: ${goingWords(chosen)}; and the committee file.`;
    const yes = await agreed(context, `${message} Write the file?`);
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      talk.note("Nothing was written.");
      return exitCodes.no;
    }
    const openpgp = await world.openpgp();
    const deps = { vault, openpgp, hashes, universalDay };
    const bytes = await exportBundle(deps, inUse.value, draft.value, options.named);
    if (!bytes.ok) return talk.fail(bytes.failure);
    const written = await writeOutput(context, options, { kind: "message", bytes: bytes.value });
    if (!written.ok) return talk.fail(written.failure);
    answerWritten(
      context,
      written.value,
      {
        v: 1,
        seq: bundle.seq,
        ...chosenJson(chosen),
        readers: readers.map(({ handle }) => handle),
      },
      () =>
        `Bundle number ${grouped(bundle.seq)}: ${goingWords(chosen)}; and the committee file, for ${whom}.`,
    );
    return exitCodes.done;
  });
};
