/** `pledge tally total FILE...`: published counts of several campaigns, added up. Opens no vault and keeps nothing. */
import { largestCount } from "../../domain/counts/count-shape.ts";
import type { PublishedCount } from "../../domain/counts/count.ts";
import { parseCount } from "../../domain/counts/parse-count.ts";
import { totals } from "../../domain/counts/total.ts";
import { writeCount } from "../../domain/counts/write-count.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { totalLines, totalsJson } from "../render/total.ts";
import { noteText } from "../render/letter-notes.ts";

/**
 * JSON: `{"v":1,"totals":[{"action","atLeast","size","campaigns":[{"campaign","name","employer","number","on","atLeast","size","added"}]}]}`.
 * One file that is no count stops it: a sum without it would be told as the whole.
 */
export const tallyTotal = async (context: Context, paths: readonly string[]): Promise<ExitCode> => {
  const { world, talk } = context;
  const counts: PublishedCount[] = [];
  for (const path of paths) {
    const text = await world.files.read(path, largestCount);
    if (!text.ok) return talk.fail(text.failure);
    const count = parseCount(text.value);
    if (!count.ok) return talk.fail(count.failure);
    counts.push(count.value);
  }
  const same = (a: PublishedCount, b: PublishedCount): boolean => writeCount(a) === writeCount(b);
  const found = totals(counts, same);
  if (!found.ok) return talk.fail(found.failure);
  const width = await world.textWidth();
  talk.answer({ v: 1, totals: totalsJson(found.value) }, () =>
    noteText(totalLines(found.value), talk.columns, width),
  );
  talk.note('Nobody has checked here who signed these counts: "pledge tally attested FILE".');
  return exitCodes.done;
};
