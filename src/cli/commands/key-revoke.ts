/** `pledge key revoke`: a file with which one takes one's own key back, for everybody who merges it. */
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { noteText } from "../render/letter-notes.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";
import { answerWritten, outputObstacle, writeOutput } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";

const said = [
  "Whoever merges it believes nothing any more that your key has signed, what you sent before among it, and nothing can be encrypted to you. Nobody can undo that.",
  'To go on, make a new vault with "pledge join", and let another member put its key in the place of this one: "pledge committee replace".',
];

/** JSON: `{"v":1,"handle","fingerprint","file"|"content"}`. */
export const keyRevoke = async (context: Context, options: OutputOptions): Promise<ExitCode> => {
  const { world, talk } = context;
  const obstacle =
    options.output === undefined ? undefined : await outputObstacle(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  return withVault(context, async (vault) => {
    const identity = vault.identity.get();
    if (identity === undefined) return talk.fail({ type: "committee-missing" });
    await tell(context, said);
    const yes = await agreed(context, "Write the file that takes your key back?");
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      await tell(context, ["Nothing was written."]);
      return exitCodes.no;
    }
    const { handle, fingerprint, certificate, revocation } = identity;
    const openpgp = await world.openpgp();
    const bytes = await openpgp.withRevocation({ bytes: certificate }, revocation);
    const written = await writeOutput(context, options, { kind: "certificate", bytes });
    if (!written.ok) return talk.fail(written.failure);
    const { value } = written;
    const width = await world.textWidth();
    const name = "file" in value ? value.file : "The file";
    answerWritten(context, value, { v: 1, handle, fingerprint }, () =>
      noteText(
        [
          `${name} takes ${handle}'s key back for everybody who runs "pledge merge" with it. It shows your handle to whoever sees it.`,
        ],
        talk.columns,
        width,
      ),
    );
    return exitCodes.done;
  });
};
