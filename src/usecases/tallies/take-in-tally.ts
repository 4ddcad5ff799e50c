/**
 * Takes in one opened tally. Everything about it is checked before a byte of the vault changes: who
 * signed it, that it is of this campaign, that its signer wrote it, and wrote it for us.
 */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { FileRefused } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { ReadFile } from "../../domain/tallies/reading.ts";
import { supersedesCycle, supersedesForeign } from "../../domain/tallies/live-sources.ts";
import type { Snapshot } from "../../domain/tallies/snapshot.ts";
import { takeIn } from "../../domain/tallies/take-in.ts";
import type { TakenIn } from "../../domain/tallies/take-in.ts";
import type { CountedLines } from "../../domain/tallies/store.ts";
import type { Hash, Source, TallyHeader } from "../../domain/tallies/tally.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { headerRefusal } from "../check-header.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { judgeSignature } from "../judge-signature.ts";
import { readHead } from "./read-tallies.ts";

export interface TakeInDeps {
  readonly vault: Vault;
  readonly openpgp: Pick<OpenPgp, "verify">;
  /** Today in UTC. */
  readonly universalDay: Day;
}

export interface TallyTakenIn {
  readonly outcome: TakenIn;
  readonly source: Handle;
  readonly seq: number;
  readonly asOf: Day;
  readonly people: number;
  /** The number of the committee file that the writer went by. */
  readonly committee: number;
}

/** Every life of a vault that is known here, with whose it is. */
const knownLives = (
  vault: Vault,
  { identity }: CommitteeInUse,
  tally: TallyHeader,
): readonly Source[] => {
  const { fingerprint: from, incarnation, supersedes } = identity;
  return [
    ...[incarnation, ...supersedes].map((life) => ({ from, incarnation: life })),
    ...vault.tallies.sources(),
    ...tally.seen,
  ];
};

const livesRefusal = (
  vault: Vault,
  inUse: CommitteeInUse,
  tally: TallyHeader,
): FileRefused | undefined => {
  if (tally.supersedes.length === 0) return undefined;
  if (supersedesForeign(knownLives(vault, inUse, tally), tally))
    return { type: "supersedes-foreign" };
  const heads = vault.tallies
    .sources()
    .filter(({ from, incarnation }) => from === tally.from && incarnation !== tally.incarnation)
    .flatMap(({ tops }) => tops.map(readHead));
  return supersedesCycle(heads, tally) ? { type: "supersedes-cycle" } : undefined;
};

/** What is to be said of a file of our own; nothing for one that we did not write. */
const ownOutcome = (
  vault: Vault,
  { identity }: CommitteeInUse,
  { from, incarnation, seq, sha256 }: Snapshot,
): TakenIn | undefined => {
  if (from !== identity.fingerprint) return undefined;
  if (identity.supersedes.includes(incarnation)) return "stale";
  return incarnation === identity.incarnation && vault.tallies.ownHash(seq) === sha256
    ? "duplicate"
    : undefined;
};

/** What is here already leaves the vault as it is, byte for byte. */
const keepTally = (
  vault: Vault,
  snapshot: Snapshot,
  counted: Pick<CountedLines, "head" | "lines" | "file">,
): TakenIn => {
  const kept = vault.transaction((): Result<TakenIn, "duplicate"> => {
    const { outcome, held } = takeIn(vault.tallies.held(snapshot), snapshot);
    if (outcome === "duplicate") return fail(outcome);
    vault.tallies.keep(held, { ...counted, sha256: snapshot.sha256 });
    return ok(outcome);
  });
  return kept.ok ? kept.value : kept.failure;
};

/**
 * Takes the tally in, in a transaction of its own where something changes. A file of ours is a `duplicate`, one of an
 * earlier life of our vault `stale`; one in our name that this vault did not write is kept like
 * anybody's, because it is evidence: of a vault that was rolled back, or of somebody who has our key. By `glimpse` the file is known again.
 */
export const takeInTally = async (
  deps: TakeInDeps,
  inUse: CommitteeInUse,
  file: ReadFile,
  glimpse?: Hash,
): Promise<Result<TallyTakenIn, FileRefused>> => {
  const { vault, openpgp, universalDay } = deps;
  const signer = await judgeSignature(openpgp, inUse, file);
  if (!signer.ok) return signer;
  const { payload, signatures, sha256, tally: read } = file;
  if (read === undefined) throw new Error("no tally was read");
  if (!read.ok) return read;
  const { header: tally, people, head, lines } = read.value;
  const { handle, fingerprint } = signer.value;
  const refusal =
    headerRefusal(tally, fingerprint, inUse, universalDay) ?? livesRefusal(vault, inUse, tally);
  if (refusal !== undefined) return fail(refusal);
  const [signature] = signatures;
  if (signature === undefined) throw new Error("a signature that was judged is gone");
  const { from, incarnation, seq, prev, asOf, committee } = tally;
  const snapshot = { from, incarnation, seq, prev, sha256, payload, signature };
  const number = committee.number;
  const known = { sha256, source: handle, seq, asOf, people, number };
  const outside =
    glimpse === undefined ? {} : { file: { glimpse, committee: inUse.reference.hash, ...known } };
  const outcome =
    ownOutcome(vault, inUse, snapshot) ?? keepTally(vault, snapshot, { head, lines, ...outside });
  return ok({
    outcome,
    source: handle,
    seq,
    asOf,
    people,
    committee: number,
  });
};
