/** What `merge` and `exchange` have in common: the files that paths stand for, the run over them, and what it says. */
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { FileFailure } from "../domain/files/ports.ts";
import type { Hash } from "../domain/tallies/tally.ts";
import type { Vault } from "../domain/vault/vault.ts";
import type { CommitteeInUse } from "../usecases/committee/committee-in-use.ts";
import { mergeFiles } from "../usecases/merge-files.ts";
import type { MergedFile, MergePath, MergeRun } from "../usecases/merge-files.ts";
import { createTallyReader } from "../usecases/tallies/read-tallies.ts";
import type { TallyReader } from "../usecases/tallies/read-tallies.ts";
import type { Context } from "./context.ts";
import { countIn } from "./count-together.ts";
import type { CountedTogether } from "./count-together.ts";
import { exitCodes } from "./exit-codes.ts";
import type { ExitCode } from "./exit-codes.ts";
import { aboveLine } from "./render/above-sizes.ts";
import { differenceLines } from "./render/committee-difference.ts";
import {
  changeLines,
  fileLines,
  newerCommitteeNotes,
  passedOverNotes,
  revokedNotes,
} from "./render/merge.ts";
import { fateNote } from "./render/together.ts";

/**
 * The files themselves and what lies in the folders; `-` is standard input. A path that leads nowhere is refused
 * like a file, beside the others; only where all of them do is that a failure.
 */
export const pathsOf = async (
  { world }: Context,
  given: readonly string[],
): Promise<Result<readonly MergePath[], FileFailure>> => {
  const paths: MergePath[] = [];
  const failures: FileFailure[] = [];
  for (const path of given) {
    const there = path === "-" ? ok(undefined) : await world.files.filesIn(path);
    if (!there.ok) failures.push(there.failure);
    const inside = there.ok ? there.value : undefined;
    if (inside === undefined) paths.push({ path, inFolder: false });
    else for (const file of inside) paths.push({ path: file, inFolder: true });
  }
  const [first] = failures;
  return first !== undefined && failures.length === given.length ? fail(first) : ok(paths);
};

/** What was merged, with what is needed to say what changed by it. */
export interface MergeReport {
  readonly run: MergeRun;
  readonly reader: TallyReader;
  /** What was counted before, and by which committee file; nothing under --json, where nobody reads it. */
  readonly before: (CountedTogether & { readonly committee: Hash }) | undefined;
}

/** Merges, with a bar where it takes long. */
export const runMerge = async (
  { world, globals }: Context,
  vault: Vault,
  inUse: CommitteeInUse,
  paths: readonly MergePath[],
): Promise<MergeReport> => {
  const reader = createTallyReader(vault);
  const before = globals.json
    ? undefined
    : { ...countIn(world, vault, inUse, { reader }), committee: inUse.reference.hash };
  const deps = {
    vault,
    hashes: world.hashes,
    files: world.files,
    openpgp: await world.openpgp(),
    ahead: await world.readAhead(paths.length),
    universalDay: world.clock.universalDay(),
    ...(globals.quiet || globals.json ? {} : { progress: await world.progress() }),
  };
  return { run: await mergeFiles(deps, inUse, paths), reader, before };
};

/** The lines of the answer, and the notes beside it; none under --json. `told` are the files that get a line. */
export const mergeWords = (
  { world }: Context,
  vault: Vault,
  { run, reader, before }: MergeReport,
  told: readonly MergedFile[] = run.files,
): { readonly lines: readonly string[]; readonly notes: readonly string[] } => {
  if (before === undefined) return { lines: [], notes: [] };
  // Our own lines are others only by another committee file.
  const isSame = before.committee === run.inUse.reference.hash;
  const known = isSame ? { reader, own: before.merged.own } : { reader };
  const after = countIn(world, vault, run.inUse, known);
  const differences = run.files.flatMap(({ result }) =>
    result.ok && result.value.difference !== undefined
      ? differenceLines(result.value.difference)
      : [],
  );
  const parts = [
    fileLines(told),
    changeLines(before.readiness, after.readiness),
    differences,
  ].filter((part) => part.length > 0);
  return {
    lines: parts.flatMap((part, index) => (index === 0 ? part : ["", ...part])),
    notes: [
      ...passedOverNotes(run),
      ...revokedNotes(run),
      ...newerCommitteeNotes(run),
      ...aboveLine(after.together),
      ...fateNote(after.together.sources.fate),
    ],
  };
};

/** 5 when any file was refused, else 1 when there is a fork. `isPassable` says of a refused file that it is no fault. */
export const exitCodeOf = (
  files: readonly MergedFile[],
  isPassable: (file: MergedFile) => boolean = () => false,
): ExitCode => {
  if (files.some((file) => !file.result.ok && !isPassable(file))) return exitCodes.refused;
  const forked = files.some(({ result }) => result.ok && result.value.outcome === "fork");
  return forked ? exitCodes.no : exitCodes.done;
};
