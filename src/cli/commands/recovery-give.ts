/** `pledge recovery give FILE -o OUT`: gives a share that somebody left with us back to her. */
import { openShareText } from "../../domain/recovery/share.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import { openShare } from "../../usecases/recovery/open-share.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";
import { outputObstacle } from "../write-output.ts";

interface Options {
  readonly output: string;
  readonly force: boolean;
}

/** JSON: `{"v":1,"from","number","need","of","file"}`. */
export const recoveryGive = async (
  context: Context,
  path: string,
  options: Options,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const bytes = await world.files.readBytes(path);
  if (!bytes.ok) return talk.fail(bytes.failure);
  const obstacle = await outputObstacle(context, options);
  if (obstacle !== undefined) return talk.fail(obstacle);
  return withVaultAndOpenPgp(context, async (vault) => {
    const inUse = committeeInUse(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const deps = { openpgp: await world.openpgp(), universalDay: world.clock.universalDay() };
    const opened = await openShare(deps, inUse.value, bytes.value);
    if (!opened.ok) return talk.fail(opened.failure);
    const { file, from } = opened.value;
    const { number, set } = file.share;
    const yes = await agreed(
      context,
      `This is share ${number} of ${set.of} of ${from.handle}'s recovery key, as of ${file.asOf}. Whoever has any ${set.need} of them reads all of ${from.handle}'s vault. Did you speak with ${from.handle}, and is it ${from.handle} who wants it?`,
    );
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      talk.note("Nothing was written.");
      return exitCodes.no;
    }
    const { output, force } = options;
    const written = await world.files.write(output, openShareText(file.share), force);
    if (!written.ok) return talk.fail(written.failure);
    talk.answer(
      { v: 1, from: from.handle, number, need: set.need, of: set.of, file: output },
      () => `${output}: for ${from.handle} alone, who takes it to "pledge recovery combine".`,
    );
    talk.note(
      "It is plain text now, so hand it over in person or by a messenger that encrypts, and then delete it here.",
    );
    return exitCodes.done;
  });
};
