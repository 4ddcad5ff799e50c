/** What `merge` and `exchange` say of each file, and what changed by all of them. */
import type { FileFailure } from "../../domain/files/ports.ts";
import type { FileRefused } from "../../domain/committee/failures.ts";
import type { ActionReadiness, Readiness } from "../../domain/pledges/readiness.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, grouped } from "../../domain/text/words.ts";
import type { Merged, MergedFile, MergeRun } from "../../usecases/merge-files.ts";
import { explain } from "../explain/explain.ts";
import { rangeWords } from "./readiness.ts";

const fileJson = ({ file, kind, result }: MergedFile): Json => {
  const known = { file, kind: kind ?? null };
  if (!result.ok)
    return { ...known, outcome: "refused", reason: result.failure.type, source: null, seq: null };
  const { outcome, source, seq } = result.value;
  return { ...known, outcome, reason: null, source: source ?? null, seq: seq ?? null };
};

export const filesJson = (files: readonly MergedFile[]): readonly Json[] =>
  files.map((one) => fileJson(one));

/** Whose it is, and of what. */
const subject = (kind: MergedFile["kind"], { source, seq = 0, tally, bundle }: Merged): string => {
  const whose = source === undefined ? "" : `${source}'s `;
  switch (kind) {
    case "committee":
      return `number ${grouped(seq)} of the committee file`;
    case "signers":
      return `${whose}signatures`;
    case "join":
      return `${whose}key, taken back`;
    case "bundle":
      return bundle === undefined
        ? `${whose}bundle`
        : `${whose}bundle of ${bundle.asOf}, with ${counted(bundle.parts, "tally", "tallies")} of others`;
    default:
      return tally === undefined
        ? `${whose}tally`
        : `${whose}tally of ${tally.asOf}, ${counted(tally.people, "person", "people")}`;
  }
};

const fate = (
  kind: MergedFile["kind"],
  { outcome, source, seq = 0, missing = 0 }: Merged,
): string => {
  switch (outcome) {
    case "merged":
      return "taken in";
    case "duplicate":
      return "here already";
    case "stale":
      return "older than what is here";
    case "waiting":
      return `waits for ${counted(missing, "more signature", "more signatures")}: "pledge committee sign"`;
    case "fork":
      if (kind === "committee")
        return `there is another number ${grouped(seq)}, and neither is used: ask the others which one holds`;
      return kind === "bundle"
        ? `contradicts another one of ${source ?? "somebody"}, and what both say is counted: "pledge tally show"`
        : `${source ?? "somebody"} has sent another one under the same number; what both say is counted`;
    default:
      return outcome satisfies never;
  }
};

const refusal = (failure: FileRefused | FileFailure): string => {
  const { message, hint } = explain(failure);
  return `refused: ${message}${hint === undefined ? "" : `; ${hint}`}`;
};

/** In a folder the name is enough. */
const calledFile = ({ file, inFolder }: MergedFile): string =>
  showable(inFolder ? (file.split("/").at(-1) ?? file) : file);

/** One line for each file, in words. */
export const fileLines = (files: readonly MergedFile[]): readonly string[] =>
  files.map((one) => {
    const { kind, result } = one;
    const called = calledFile(one);
    if (!result.ok) return `${called}: ${refusal(result.failure)}`;
    return `${called}: ${subject(kind, result.value)}: ${fate(kind, result.value)}`;
  });

/** What lay in a folder by chance. */
export const passedOverNotes = ({
  passedOver,
}: Pick<MergeRun, "passedOver">): readonly string[] => {
  const { other, large } = passedOver;
  return [
    ...(other === 0
      ? []
      : [
          `${counted(other, "other file", "other files")} in the folder: none of ours, passed over.`,
        ]),
    ...(large === 0
      ? []
      : [
          `${counted(large, "file", "files")} in the folder: larger than any of ours can be, passed over.`,
        ]),
  ];
};

/** Whose key was taken back, and what can be done. */
export const revokedNotes = ({ files }: Pick<MergeRun, "files">): readonly string[] =>
  files.flatMap(({ kind, result }) => {
    const handle = result.ok ? result.value.source : undefined;
    return kind !== "join" ||
      !result.ok ||
      result.value.outcome !== "merged" ||
      handle === undefined
      ? []
      : [
          `${handle} has taken a key back: what it signs is believed no more, and nothing can be encrypted to it. Give ${handle} another one with "pledge committee replace ${handle} FILE", or take ${handle} out with "pledge committee remove ${handle}".`,
        ];
  });

/** Members who go by a newer committee file than ours. */
export const newerCommitteeNotes = ({ files, inUse }: MergeRun): readonly string[] => {
  const ours = inUse.committee.number;
  const ahead = files.flatMap(({ result }) => (result.ok ? (result.value.tally ?? []) : []));
  const newest = Math.max(0, ...ahead.map(({ committee }) => committee));
  if (newest <= ours) return [];
  const first = ahead.find(({ committee }) => committee === newest);
  return [
    `${first?.source ?? "Somebody"} goes by number ${grouped(newest)} of the committee file and this vault by number ${grouped(ours)}: ask for the newer one.`,
  ];
};

const same = (a: ActionReadiness | undefined, b: ActionReadiness, of: "active" | "pledged") =>
  a !== undefined && a[of].low === b[of].low && a[of].high === b[of].high;

/** "sign: 123-140 of 400, was 100" for each action of which the numbers are others now. */
export const changeLines = (before: Readiness, after: Readiness): readonly string[] =>
  after.actions.flatMap((now) => {
    const was = before.actions.find(({ action }) => action === now.action);
    const of = now.threshold === undefined ? "" : ` of ${grouped(now.threshold)}`;
    const stand = `${now.action}: ${rangeWords(now.active)}${of}`;
    const then = was === undefined ? "" : `, was ${rangeWords(was.active)}`;
    if (!same(was, now, "active")) return [`${stand}${then}`];
    if (same(was, now, "pledged")) return [];
    // Nobody more would act by now, but more have pledged to, once others do.
    const pledged = was === undefined ? "" : `, was ${rangeWords(was.pledged)}`;
    return [`${stand}; pledged ${rangeWords(now.pledged)}${pledged}`];
  });
