/**
 * Takes in files of any kind, in any order, as often as somebody likes. All are opened first, so that committee
 * files come before what members of theirs have signed; each is taken in by itself, and one that is refused
 * stops no other.
 */
import type { Handle } from "../domain/campaign/campaign.ts";
import type { FileRefused } from "../domain/committee/failures.ts";
import type { FileFailure } from "../domain/files/ports.ts";
import type { Progress } from "../domain/ports.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import { glimpseOf } from "../domain/tallies/known-file.ts";
import type { KnownFile } from "../domain/tallies/known-file.ts";
import type { ReadAhead } from "../domain/tallies/reading.ts";
import type { Hash } from "../domain/tallies/tally.ts";
import { committeeInUse } from "./committee/committee-in-use.ts";
import type { CommitteeInUse } from "./committee/committee-in-use.ts";
import { takeInCommittee } from "./committee/take-in-committee.ts";
import type { CommitteeDeps, CommitteeDifference } from "./committee/take-in-committee.ts";
import { takeInRevocation } from "./committee/take-in-revocation.ts";
import { takeInSigners } from "./letters/take-in-signers.ts";
import { createOpener } from "./open-file.ts";
import type { FileKind, Found, OpenDeps, Opened, Recognition } from "./open-file.ts";
import { takeInBundle } from "./relay/take-in-bundle.ts";
import type { BundleDeps, BundleTakenIn } from "./relay/take-in-bundle.ts";
import { takeInTally } from "./tallies/take-in-tally.ts";
import type { TakeInDeps, TallyTakenIn } from "./tallies/take-in-tally.ts";

export type MergeDeps = TakeInDeps &
  BundleDeps &
  CommitteeDeps &
  OpenDeps & {
    readonly ahead: ReadAhead;
    readonly progress?: Progress;
  };

/** A path to read. What lies in a folder by chance is passed over where it is none of ours. */
export interface MergePath {
  readonly path: string;
  readonly inFolder: boolean;
}

export interface Merged {
  /** `waiting`: a number of the committee file that too few have signed so far. */
  readonly outcome: "merged" | "duplicate" | "stale" | "fork" | "waiting";
  readonly source?: Handle;
  readonly seq?: number;
  /** Of a tally. */
  readonly tally?: TallyTakenIn;
  /** Of a bundle. */
  readonly bundle?: BundleTakenIn;
  /** Of a number that waits: how many signatures more. */
  readonly missing?: number;
  /** Of a number of the committee file that was taken in. */
  readonly difference?: CommitteeDifference;
}

export interface MergedFile {
  readonly file: string;
  readonly inFolder: boolean;
  /** Nothing where the file could not be opened. */
  readonly kind?: FileKind;
  /** Of the payload, where the file could be opened. */
  readonly sha256?: Hash;
  /** How many signatures were over it. */
  readonly signatures?: number;
  readonly result: Result<Merged, FileRefused | FileFailure>;
}

export interface MergeRun {
  /** In the order of the paths. */
  readonly files: readonly MergedFile[];
  /** In a folder: none of ours, and too large to be looked at. */
  readonly passedOver: { readonly other: number; readonly large: number };
  /** The committee after the files. */
  readonly inUse: CommitteeInUse;
}

const takeIn = async (
  deps: MergeDeps,
  inUse: CommitteeInUse,
  { kind, certificate, glimpse, unsealed: reopen }: Opened,
): Promise<Result<Merged, FileRefused | FileFailure>> => {
  if (certificate !== undefined) return takeInRevocation(deps, inUse, certificate);
  if (kind !== "committee" && kind !== "signers" && kind !== "tally" && kind !== "bundle")
    return fail({ type: "file-for-other-command", kind });
  const unsealed = await reopen();
  if (!unsealed.ok) return unsealed;
  if (kind === "committee") {
    const taken = await takeInCommittee(deps, unsealed.value);
    if (!taken.ok) return taken;
    const { number: seq, ...what } = taken.value;
    return ok({ seq, ...what });
  }
  if (kind === "signers") return takeInSigners(deps, inUse, unsealed.value);
  if (kind === "bundle") {
    const taken = await takeInBundle(deps, inUse, unsealed.value);
    if (!taken.ok) return taken;
    const { outcome, source, seq } = taken.value;
    return ok({ outcome, source, seq, bundle: taken.value });
  }
  const taken = await takeInTally(deps, inUse, unsealed.value, glimpse);
  if (!taken.ok) return taken;
  const { outcome, source, seq } = taken.value;
  return ok({ outcome, source, seq, tally: taken.value });
};

/** A file that was opened, at its place among the paths. */
type Placed = Opened & { readonly place: number };

const inOrder = (opened: readonly Placed[], kinds: readonly FileKind[]): readonly Placed[] =>
  opened
    .filter(({ kind }) => kinds.includes(kind))
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.number - b.number);

/** What the work gives for each of them, in their order; some more are begun before it is asked for. */
// oxlint-disable-next-line func-style -- a generator cannot be an arrow
async function* inTurn<T, Done>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<Done>,
): AsyncGenerator<readonly [place: number, done: Done]> {
  const begun: Promise<Done>[] = [];
  for (const place of all.keys()) {
    for (const one of all.slice(begun.length, place + atOnce)) begun.push(work(one));
    const done = await begun[place];
    if (done === undefined) throw new Error("work that was not begun");
    yield [place, done];
  }
}

/** Whether the same people are believed. */
const isSame = (one: CommitteeInUse, other: CommitteeInUse): boolean =>
  one.reference.hash === other.reference.hash && one.revoked.size === other.revoked.size;

/** What is said of a file that was taken in before. */
const again = ({ source, seq, asOf, people, number: committee }: KnownFile): Merged => ({
  outcome: "duplicate",
  source,
  seq,
  tally: { outcome: "duplicate", source, seq, asOf, people, committee },
});

/** `first` is the committee that the vault goes by before any of the files. */
export const mergeFiles = async (
  deps: MergeDeps,
  first: CommitteeInUse,
  paths: readonly MergePath[],
): Promise<MergeRun> => {
  const { vault, progress, ahead } = deps;
  const recognition: Recognition = {
    glimpse: (ends) => glimpseOf(deps.hashes, ends),
    known: (glimpse) => vault.tallies.known({ glimpse, committee: first.reference.hash }),
  };
  const opener = createOpener(deps, ahead.read, recognition, first.identity);
  const known = new Map<number, KnownFile>();
  const results = new Map<number, MergedFile>();
  const passedOver = { other: 0, large: 0 };
  const opened: Placed[] = [];
  const put = (place: number, found: Omit<MergedFile, "file" | "inFolder">): void => {
    const { path: file = "", inFolder = false } = paths[place] ?? {};
    results.set(place, { file, inFolder, ...found });
  };
  // Each file is opened and then taken in: two halves of one.
  let halves = 0;
  const half = (): void => progress?.step(Math.floor((halves += 1) / 2));
  const take = async (inUse: CommitteeInUse, one: Placed): Promise<void> => {
    const { kind, sha256, signatures, place } = one;
    const result = await takeIn(deps, inUse, one);
    put(place, { kind, ...(sha256 === undefined ? {} : { sha256, signatures }), result });
  };
  const takeAll = async (
    before: CommitteeInUse,
    kinds: readonly FileKind[],
  ): Promise<CommitteeInUse> => {
    for (const one of inOrder(opened, kinds)) {
      await take(before, one);
      half();
    }
    const now = committeeInUse(vault);
    return now.ok ? now.value : before;
  };
  progress?.start("files", paths.length);
  try {
    const open = ({ path, inFolder }: MergePath): Promise<Found> => opener.open(path, inFolder);
    for await (const [place, found] of inTurn(paths, ahead.atOnce, open)) {
      if (found.status === "passed-over") passedOver[found.why] += 1;
      else if (found.status === "opened") opened.push({ ...found, place });
      else if (found.status === "known") known.set(place, found.known);
      else put(place, { result: fail(found.failure) });
      half();
    }
    await ahead.end();
    // Keys that were taken back sign no number, and numbers decide whom to believe in the others.
    const revoked = await takeAll(first, ["join"]);
    const inUse = await takeAll(revoked, ["committee"]);
    // Whose key it is may have come with a number of these.
    for (const one of inOrder(opened, ["join"]))
      if (results.get(one.place)?.result.ok === false) await take(inUse, one);
    const last = committeeInUse(vault);
    const isAsBefore = isSame(last.ok ? last.value : inUse, first);
    for (const [place, one] of known) {
      const { path, inFolder } = paths[place] ?? { path: "", inFolder: false };
      const found = isAsBefore ? undefined : await opener.open(path, inFolder, true);
      if (found?.status === "opened") opened.push({ ...found, place });
      else if (found?.status === "refused") put(place, { result: fail(found.failure) });
      else put(place, { kind: "tally", sha256: one.sha256, signatures: 1, result: ok(again(one)) });
      if (isAsBefore) half();
    }
    await takeAll(last.ok ? last.value : inUse, [
      "tally",
      "bundle",
      "signers",
      "audit",
      "opening",
      "handover",
      "share",
      "add",
    ]);
    const files = paths.flatMap((_, place) => results.get(place) ?? []);
    return { files, passedOver, inUse: last.ok ? last.value : inUse };
  } finally {
    progress?.stop();
    await ahead.end();
  }
};
