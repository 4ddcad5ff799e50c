/** `pledge merge PATH...`: takes in files of any kind that other members sent. */
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import { exitCodeOf, mergeWords, pathsOf, runMerge } from "../merging.ts";
import { noteText } from "../render/letter-notes.ts";
import { filesJson } from "../render/merge.ts";
import { tell } from "../tell.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";

/**
 * JSON: `{"v":1,"files":[{"file","kind","outcome":"merged|duplicate|stale|fork|waiting|refused","reason","source","seq"}]}` in
 * the order given; `kind` is "committee", "tally", "bundle", "signers", "join" or "add", `reason` a failure's type; what is
 * not known or does not apply is null. Exits with 5 when a file was refused, with 1 when there is a fork.
 */
export const merge = async (context: Context, given: readonly string[]): Promise<ExitCode> => {
  const { world, talk } = context;
  // Before the passphrase: nobody should type it for files that are not there.
  const paths = await pathsOf(context, given);
  if (!paths.ok) return talk.fail(paths.failure);
  return withVaultAndOpenPgp(context, async (vault) => {
    const inUse = committeeInUse(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const report = await runMerge(context, vault, inUse.value, paths.value);
    const { files } = report.run;
    const width = await world.textWidth();
    const { lines, notes } = mergeWords(context, vault, report);
    talk.answer({ v: 1, files: filesJson(files) }, () =>
      lines.length === 0 ? "Nothing to take in." : noteText(lines, talk.columns, width),
    );
    await tell(context, notes);
    return exitCodeOf(files);
  });
};
