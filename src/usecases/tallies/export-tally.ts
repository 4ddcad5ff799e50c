/**
 * A tally on its way out. Its number and its payload are in the vault before a file exists, so that no
 * number ever stands for two payloads; a file that was lost is made again from the same payload.
 */
import type { Member } from "../../domain/committee/committee.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { faultClause } from "../../domain/sealing/payload.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { OwnSnapshot } from "../../domain/tallies/store.ts";
import type { Hash } from "../../domain/tallies/tally.ts";
import { tallyFault } from "../../domain/tallies/parse-tally.ts";
import { mostPeople } from "../../domain/tallies/tally-shape.ts";
import { writeTally } from "../../domain/tallies/write-tally.ts";
import { toHex } from "../../domain/text/bytes.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import type { Draft, DraftDeps } from "./draft-tally.ts";
import { sealForMembers } from "../seal-for-members.ts";
import { checkUsable } from "./tally-readers.ts";

export type ExportDeps = Omit<DraftDeps, "random"> & {
  readonly openpgp: Pick<OpenPgp, "sign" | "seal" | "unusable">;
};

/** Another pledge has sent a tally, or somebody was erased, since the draft was made: make another. */
export interface DraftOutdated {
  readonly type: "draft-outdated";
}

/** Read as whoever merges it would: nobody could have a file under a number that was used up for one beyond the bounds. */
const beyondFormat = ({ tally }: Draft, payload: Uint8Array): Result<void, CommitteeFailure> => {
  const refuse = (what: string) =>
    fail({ type: "file-beyond-format", kind: "tally", what } as const);
  // Else the first line would be said to be wrong, and by how much nobody knows.
  if (tally.lines.length > mostPeople) return refuse("there are too many people in it");
  const fault = tallyFault(payload);
  return fault === undefined ? ok(undefined) : refuse(faultClause(fault));
};

/** Signs the draft and keeps it as our last snapshot, with what opens its lines. */
const keepDraft = async (
  { vault, openpgp, hashes, universalDay }: ExportDeps,
  { identity }: CommitteeInUse,
  draft: Draft,
  named: boolean,
): Promise<Result<OwnSnapshot, CommitteeFailure | DraftOutdated>> => {
  const { tally, texts, openings, commitments, inVault } = draft;
  const payload = writeTally(tally, texts);
  const within = beyondFormat(draft, payload);
  if (!within.ok) return within;
  const signature = await openpgp.sign(payload, identity.secret, universalDay);
  const { from, incarnation, seq, prev } = tally;
  const sha256 = toHex(hashes.sha256(payload)) as Hash;
  const snapshot = { from, incarnation, seq, prev, sha256, payload, signature, named };
  return vault.transaction((): Result<OwnSnapshot, DraftOutdated> => {
    const isLast =
      vault.tallies.ownHash(seq - 1) === prev && vault.tallies.ownHash(seq) === undefined;
    const isCurrent = isLast && vault.people.count() === inVault;
    if (!isCurrent) return fail({ type: "draft-outdated" });
    vault.tallies.keepOwn(snapshot, openings, commitments);
    return ok(snapshot);
  });
};

export interface Exported {
  readonly bytes: Uint8Array;
  readonly snapshot: OwnSnapshot;
}

/** A snapshot that is kept, under its own number, for those of its readers who are given. */
export const sealAgain = async (
  { openpgp, universalDay }: Pick<ExportDeps, "openpgp" | "universalDay">,
  snapshot: OwnSnapshot,
  readers: readonly Member[],
): Promise<Result<Exported, CommitteeFailure>> => {
  const { payload, signature, named } = snapshot;
  const message = { payload, signatures: [signature], named, day: universalDay };
  const bytes = await sealForMembers(openpgp, message, readers);
  return bytes.ok ? ok({ bytes: bytes.value, snapshot }) : bytes;
};

/**
 * Takes the draft's number and gives the file's bytes. Fails by name, and takes no number, for a reader that
 * cannot be used, and with `file-beyond-format` for what no reader would take. `named` shows on the outside who can read it.
 */
export const exportTally = async (
  deps: ExportDeps,
  inUse: CommitteeInUse,
  draft: Draft,
  named: boolean,
): Promise<Result<Exported, CommitteeFailure | DraftOutdated>> => {
  const usable = await checkUsable(deps.openpgp, draft.readers);
  if (!usable.ok) return usable;
  const kept = await keepDraft(deps, inUse, draft, named);
  if (!kept.ok) return kept;
  return sealAgain(deps, kept.value, draft.readers);
};
