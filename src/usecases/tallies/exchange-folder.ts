/**
 * Our files in a folder that something else carries to the others: one tally, always under the same name that says
 * nothing, and each number of the committee file that is not there yet. Every member writes only files of her own
 * and each at once as a whole, so no lock is needed, and a copy that the carrier made of one is just another file.
 */
import type { KeptCommittee } from "../../domain/committee/committee.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { FileFailure, Files } from "../../domain/files/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Hash } from "../../domain/tallies/tally.ts";
import { toHex } from "../../domain/text/bytes.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { sealProposal } from "../committee/proposals.ts";
import type { MergedFile, MergeRun } from "../merge-files.ts";
import { sealForMembers } from "../seal-for-members.ts";
import { changedThemselves, draftTally, pointsToPeople, saysTheSame } from "./draft-tally.ts";
import type { Draft, DraftDeps } from "./draft-tally.ts";
import { exportTally, sealAgain } from "./export-tally.ts";
import type { Exported, ExportDeps } from "./export-tally.ts";
import { chooseReaders } from "./tally-readers.ts";
import { ownFate } from "./tally-sources.ts";

export type ExchangeDeps = DraftDeps & ExportDeps & { readonly files: Pick<Files, "write"> };

type Failed = CommitteeFailure | FileFailure;

export interface OurTally {
  /**
   * `held-back`: few people changed, and nobody said to go on. `replaced`: a later life of this vault has taken its
   * place, and the file there is that one's. What was there before is there still in both.
   */
  readonly outcome: "written" | "unchanged" | "held-back" | "replaced";
  readonly file: string;
  /** Of the tally in the file; 0 where none was ever sent. */
  readonly seq: number;
  /** People whose lines changed since the last one, without those who were handed over. */
  readonly changed: number;
}

const within = (folder: string, name: string): string =>
  `${folder.endsWith("/") ? folder.slice(0, -1) : folder}/${name}.pgp`;

/** Whether the folder has the payload under that name. */
const holds = (files: readonly MergedFile[], name: string, sha256: Hash): boolean =>
  files.some(
    (one) =>
      // Of the current folder a file has no path before its name.
      one.file.split("/").at(-1) === `${name}.pgp` && one.result.ok && one.sha256 === sha256,
  );

/** Whether to wait until more people have changed; asked where few have. */
export type Wait = (draft: Draft) => Promise<boolean>;

interface Placing {
  readonly run: MergeRun;
  readonly folder: string;
  readonly wait: Wait;
}

/** What was sent last, once more, where the folder lacks it and it is for everybody whom a new one would be for. */
const restoreLast = async (
  deps: ExchangeDeps,
  { run, folder }: Placing,
  { last, tally, readers }: Draft,
): Promise<Result<"written" | "unchanged", Failed>> => {
  const { exchangeName } = run.inUse.identity;
  const isForAll = last?.header.to.join(" ") === tally.to.join(" ");
  if (last === undefined || !isForAll || holds(run.files, exchangeName, last.snapshot.sha256))
    return ok("unchanged");
  const sealed = await sealAgain(deps, last.snapshot, readers);
  if (!sealed.ok) return sealed;
  const written = await deps.files.write(within(folder, exchangeName), sealed.value.bytes, true);
  return written.ok ? ok("written") : written;
};

const exportNew = async (
  deps: ExchangeDeps,
  { run, folder, wait }: Placing,
  first: Draft,
): Promise<Result<Exported | "held-back", Failed>> => {
  for (let draft = first; ;) {
    if (pointsToPeople(draft) && (await wait(draft))) return ok("held-back");
    const exported = await exportTally(deps, run.inUse, draft, false);
    if (exported.ok) {
      const path = within(folder, run.inUse.identity.exchangeName);
      const written = await deps.files.write(path, exported.value.bytes, true);
      return written.ok ? exported : written;
    }
    if (exported.failure.type !== "draft-outdated") return fail(exported.failure);
    draft = draftTally(deps, run.inUse, draft.readers);
  }
};

/** Puts our tally where it is to be, after everything in the folder was merged. Takes a number only for something new. */
export const placeTally = async (
  deps: ExchangeDeps,
  placing: Placing,
): Promise<Result<OurTally, Failed>> => {
  const { run, folder } = placing;
  const { inUse } = run;
  const file = within(folder, inUse.identity.exchangeName);
  const readers = chooseReaders(inUse, {});
  if (!readers.ok) return readers;
  const draft = draftTally(deps, inUse, readers.value);
  const changed = changedThemselves(draft);
  const seq = draft.last?.snapshot.seq ?? 0;
  const { vault } = deps;
  if (ownFate(vault, inUse, vault.tallies.sources())?.type === "replaced")
    return ok({ outcome: "replaced", file, seq, changed });
  if (saysTheSame(draft, inUse.committee.definition.settings)) {
    const outcome = await restoreLast(deps, placing, draft);
    return outcome.ok ? ok({ outcome: outcome.value, file, seq, changed }) : outcome;
  }
  const exported = await exportNew(deps, placing, draft);
  if (!exported.ok) return exported;
  if (exported.value !== "held-back")
    return ok({ outcome: "written", file, seq: exported.value.snapshot.seq, changed });
  const outcome = await restoreLast(deps, placing, draft);
  return outcome.ok ? ok({ outcome: "held-back", file, seq, changed }) : outcome;
};

/** The numbers of the chain as they are kept, the first one first, and those after it that contradict each other: all must see them. */
const keptNumbers = (
  vault: Vault,
  { chain, reference, forks }: CommitteeInUse,
): readonly KeptCommittee[] => {
  const used = [reference.hash, ...chain.slice(1).map(({ prev }) => prev)];
  const hashes = new Set([...used, ...forks.map(({ hash }) => hash)]);
  return vault.committee.all().filter(({ sha256 }) => hashes.has(sha256));
};

/** Whether a file there has the number with as many signatures as are known here: after a merge those are all that any file has. */
const isThere = (
  { files }: MergeRun,
  { sha256, signers }: Pick<KeptCommittee, "sha256" | "signers">,
): boolean =>
  files.some(
    (file) => file.result.ok && file.sha256 === sha256 && (file.signatures ?? 0) >= signers.length,
  );

/**
 * Puts each number of the committee file there that nobody has put there yet, and what waits for signatures with all that we know; gives the
 * paths.
 */
export const placeCommittee = async (
  { vault, openpgp, random, files, universalDay }: ExchangeDeps,
  run: MergeRun,
  folder: string,
): Promise<Result<readonly string[], Failed>> => {
  const { inUse } = run;
  const { members } = inUse.committee;
  const paths: string[] = [];
  const place = async (bytes: Uint8Array): Promise<Result<void, Failed>> => {
    const path = within(folder, toHex(random.bytes(8)));
    const written = await files.write(path, bytes);
    if (written.ok) paths.push(path);
    return written.ok ? ok(undefined) : written;
  };
  for (const kept of keptNumbers(vault, inUse).filter((one) => !isThere(run, one))) {
    const { payload, signatures } = kept;
    const message = { payload, signatures, named: false, day: universalDay };
    const sealed = await sealForMembers(openpgp, message, members);
    const placed = sealed.ok ? await place(sealed.value) : sealed;
    if (!placed.ok) return placed;
  }
  for (const waiting of inUse.waiting.filter(({ proposed }) => !isThere(run, proposed))) {
    const sealed = await sealProposal({ vault, openpgp, universalDay }, inUse, waiting);
    const placed = sealed.ok ? await place(sealed.value.file) : sealed;
    if (!placed.ok) return placed;
  }
  return ok(paths);
};
