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
import type { Held } from "../../domain/tallies/snapshot.ts";
import type { TakenIn } from "../../domain/tallies/take-in.ts";
import type { Hash, Source, TallyHeader } from "../../domain/tallies/tally.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { headerRefusal } from "../check-header.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { judgeSignature } from "../judge-signature.ts";
import { keepSnapshot } from "../keep-snapshot.ts";
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

/** Takes the tally in, as `keepSnapshot` says. By `glimpse` the file is known again. */
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
  const keep = (held: Held, taken: TakenIn): TakenIn => {
    vault.tallies.keep(held, { head, lines, ...outside, sha256 });
    return taken;
  };
  const outcome = keepSnapshot(vault, { ...vault.tallies, keep }, inUse, snapshot);
  return ok({
    outcome,
    source: handle,
    seq,
    asOf,
    people,
    committee: number,
  });
};
