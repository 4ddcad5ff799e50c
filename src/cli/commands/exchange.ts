/** `pledge exchange DIR`: merges what is in a folder, then puts our own files there for whatever carries it. */
import type { FileFailure } from "../../domain/files/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, grouped } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import type { CommitteeInUse } from "../../usecases/committee/committee-in-use.ts";
import type { MergedFile, MergePath, MergeRun } from "../../usecases/merge-files.ts";
import type { Draft } from "../../usecases/tallies/draft-tally.ts";
import { placeCommittee, placeTally } from "../../usecases/tallies/exchange-folder.ts";
import type { OurTally } from "../../usecases/tallies/exchange-folder.ts";
import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { exitCodeOf, mergeWords, runMerge } from "../merging.ts";
import { askToWait, fewChanged } from "../questions/wait-for-more.ts";
import { noteText } from "../render/letter-notes.ts";
import { filesJson } from "../render/merge.ts";
import { tell } from "../tell.ts";
import { withVaultAndOpenPgp } from "../unlock-with-openpgp.ts";

interface Placed {
  readonly tally: OurTally;
  /** Paths of numbers of the committee file. */
  readonly committee: readonly string[];
}

const filesThere = async (
  { world }: Context,
  folder: string,
): Promise<Result<readonly MergePath[], FileFailure>> => {
  const there = await world.files.filesIn(folder);
  if (!there.ok) return there;
  if (there.value === undefined)
    return fail({ type: "file-failed", path: folder, code: "ENOTDIR" });
  return ok(there.value.map((path) => ({ path, inFolder: true })));
};

/** Where there is nobody to ask, it waits. */
const waits = async (context: Context, draft: Draft): Promise<boolean> => {
  const wait = await askToWait(context, draft);
  return !wait.ok || wait.value;
};

const place = async (
  context: Context,
  vault: Vault,
  run: MergeRun,
  folder: string,
): Promise<Result<Placed, Failure>> => {
  const { world } = context;
  const { hashes, random, files } = world;
  const deps = {
    vault,
    hashes,
    random,
    files,
    openpgp: await world.openpgp(),
    universalDay: world.clock.universalDay(),
  };
  const committee = await placeCommittee(deps, run, folder);
  if (!committee.ok) return committee;
  const wait = (draft: Draft): Promise<boolean> => waits(context, draft);
  const tally = await placeTally(deps, { run, folder, wait });
  return tally.ok ? ok({ tally: tally.value, committee: committee.value }) : tally;
};

/** What a folder for all of a committee holds beside what is for us. */
const isForOthers = ({ result }: MergedFile): boolean =>
  !result.ok && result.failure.type === "seal-not-for-us";

const isKnown = ({ result }: MergedFile): boolean =>
  result.ok && (result.value.outcome === "duplicate" || result.value.outcome === "stale");

const untoldNotes = (files: readonly MergedFile[]): readonly string[] => {
  const known = files.filter((file) => isKnown(file)).length;
  const others = files.filter((file) => isForOthers(file)).length;
  return [
    ...(known === 0 ? [] : [`${counted(known, "file", "files")} in the folder: nothing new.`]),
    ...(others === 0 ? [] : [`${counted(others, "file", "files")} in the folder: for others.`]),
  ];
};

const isNoFault = (file: MergedFile): boolean =>
  isForOthers(file) || (!file.result.ok && file.result.failure.type === "file-for-other-command");

const ourLines = ({ tally, committee }: Placed): readonly string[] => {
  const { outcome, file, seq, changed } = tally;
  const number = `number ${grouped(seq)}`;
  const put = committee.length === 0 ? [] : ["The committee file is there now, too."];
  switch (outcome) {
    case "written":
      return [`Your tally, ${number}, is in ${showable(file)}.`, ...put];
    case "unchanged":
      return [`Your tally there is up to date (${number}).`, ...put];
    case "held-back":
      return [
        `Your tally was held back. ${fewChanged(changed)} It goes out with --yes, or once more have changed.`,
        ...put,
      ];
    case "replaced":
      return ["Your tally was not put there: the file there is that of the later vault.", ...put];
    default:
      return outcome satisfies never;
  }
};

const oursJson = ({ tally, committee }: Placed): { readonly [name: string]: Json } => {
  const { outcome, file, seq } = tally;
  return { ours: { outcome, file, seq }, committee };
};

const exchangeIn = async (
  context: Context,
  vault: Vault,
  inUse: CommitteeInUse,
  { folder, paths }: { readonly folder: string; readonly paths: readonly MergePath[] },
): Promise<ExitCode> => {
  const { world, talk } = context;
  const report = await runMerge(context, vault, inUse, paths);
  const { run } = report;
  const placed = await place(context, vault, run, folder);
  // In a folder that is used again and again, what is not new would be most of what is said.
  const told = run.files.filter((file) => !isForOthers(file) && !isKnown(file));
  const words = mergeWords(context, vault, report, told);
  const width = await world.textWidth();
  talk.answer(
    {
      v: 1,
      files: filesJson(run.files),
      ...(placed.ok ? oursJson(placed.value) : { ours: null, committee: [] }),
    },
    () => {
      const ours = placed.ok ? ourLines(placed.value) : [];
      const gap = words.lines.length > 0 && ours.length > 0 ? [""] : [];
      return noteText([...words.lines, ...gap, ...ours], talk.columns, width);
    },
  );
  await tell(context, [...untoldNotes(run.files), ...words.notes]);
  return placed.ok ? exitCodeOf(run.files, isNoFault) : talk.fail(placed.failure);
};

/**
 * JSON: `{"v":1,"files":[as of merge],"ours":{"outcome":"written|unchanged|held-back|replaced","file","seq"}|null,
 * "committee":[paths that were written]}`. Exits as `merge` does, but a file for others or for another command is no fault.
 */
export const exchange = async (context: Context, folder: string): Promise<ExitCode> => {
  const paths = await filesThere(context, folder);
  if (!paths.ok) return context.talk.fail(paths.failure);
  return withVaultAndOpenPgp(context, async (vault) => {
    const inUse = committeeInUse(vault);
    return inUse.ok
      ? exchangeIn(context, vault, inUse.value, { folder, paths: paths.value })
      : context.talk.fail(inUse.failure);
  });
};
