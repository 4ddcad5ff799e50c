/** Takes in a number of the committee file that came to us, for `merge`. Adopting one by its words is `join`'s. */
import { chainOf, judgeNumber, mostWaiting, outdatedIn } from "../../domain/committee/chain.ts";
import type { Numbered, NumberVerdict } from "../../domain/committee/chain.ts";
import type { Committee, Definition, KeptCommittee } from "../../domain/committee/committee.ts";
import { differenceOf } from "../../domain/committee/difference.ts";
import type { Difference } from "../../domain/committee/difference.ts";
import type { FileRefused } from "../../domain/committee/failures.ts";
import type { Identity } from "../../domain/committee/identity.ts";
import type { Day } from "../../domain/day.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { OpenPgp, Unsealed } from "../../domain/sealing/ports.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { committeeInUse, keptNumbers } from "./committee-in-use.ts";
import { goByCommittee } from "./go-by-committee.ts";
import { judgeSigners } from "./judge-signers.ts";
import { attestsAsWeDo } from "./read-attesters.ts";
import { readNumber } from "./read-number.ts";
import type { ReadNumber } from "./read-number.ts";

export interface CommitteeDeps {
  readonly vault: Vault;
  readonly openpgp: Pick<
    OpenPgp,
    "readAttestation" | "readCertificate" | "renewCertificate" | "revokedAs" | "verify"
  >;
  readonly hashes: Pick<Hashes, "sha256">;
  /** Today in UTC. */
  readonly universalDay: Day;
}

/** What changed, with what the campaign was and is, so that a screen can say it in numbers. */
export interface CommitteeDifference extends Difference {
  readonly before: Definition;
  readonly after: Definition;
}

export interface CommitteeTakenIn {
  readonly outcome: "merged" | "duplicate" | "stale" | "fork" | "waiting";
  readonly number: number;
  /** Of a number that waits for signatures: how many more. */
  readonly missing?: number;
  /** Of the number that is in use now to the one before; where nothing new is used, nothing. */
  readonly difference?: CommitteeDifference;
}

const differenceFrom = (before: Committee, after: Committee): CommitteeDifference => ({
  ...differenceOf(before, after),
  before: before.definition,
  after: after.definition,
});

/** What is to be done with the number, as things stand in the vault; `signers` are good. */
const judge = (vault: Vault, arriving: Numbered): NumberVerdict => {
  const kept = keptNumbers(vault);
  const chain = chainOf(kept);
  return chain === undefined
    ? {
        outcome: "refused",
        failure: { type: "committee-gap", number: arriving.committee.number, have: 0 },
      }
    : judgeNumber(kept, chain, arriving);
};

/** The number with its signers, each a member of the number before; that one is among those that are kept. */
const signedBy = async (
  { vault, openpgp }: CommitteeDeps,
  identity: Identity,
  { committee, sha256 }: ReadNumber,
  unsealed: Unsealed,
): Promise<Result<Numbered, FileRefused>> => {
  const kept = keptNumbers(vault);
  const before = kept.find((one) => one.sha256 === committee.prev);
  if (before === undefined) throw new Error("a number was judged without the one before it");
  const earlier = kept
    .map((one) => one.committee)
    .filter(({ number }) => number < committee.number);
  const signers = await judgeSigners(
    openpgp,
    {
      committee: before.committee,
      reference: { number: before.committee.number, hash: before.sha256 },
      identity,
      chain: earlier,
      forks: [],
      waiting: [],
      revoked: new Map(),
    },
    unsealed,
  );
  if (!signers.ok) return signers;
  const fingerprints = signers.value.map(({ fingerprint }) => fingerprint);
  return ok({ committee, sha256, signers: fingerprints, anchor: false });
};

/** What is kept already with what came now; of a signature that came twice the first. */
const united = (
  vault: Vault,
  { committee, sha256, signers }: Numbered,
  { payload, signatures }: Unsealed,
): KeptCommittee => {
  const there = vault.committee.all().find((one) => one.sha256 === sha256);
  const fresh = signers.flatMap((signer, index) => {
    const signature = signatures[index];
    return signature === undefined || there?.signers.includes(signer) === true
      ? []
      : [{ signer, signature }];
  });
  return {
    number: committee.number,
    sha256,
    payload,
    signatures: [...(there?.signatures ?? []), ...fresh.map(({ signature }) => signature)],
    signers: [...(there?.signers ?? []), ...fresh.map(({ signer }) => signer)],
    fingerprints: committee.members.map(({ fingerprint }) => fingerprint),
    anchor: false,
  };
};

/** No more than a vault keeps; inside a transaction of the caller. */
const dropOutdated = (vault: Vault): void => {
  const kept = keptNumbers(vault);
  const chain = chainOf(kept);
  const outdated = chain === undefined ? [] : outdatedIn(kept, chain);
  for (const { sha256 } of outdated.slice(0, Math.max(0, outdated.length - mostWaiting)))
    vault.committee.drop(sha256);
};

const keep = (
  { vault, hashes }: CommitteeDeps,
  arriving: Numbered,
  unsealed: Unsealed,
): Result<CommitteeTakenIn, FileRefused> =>
  vault.transaction((): Result<CommitteeTakenIn, FileRefused> => {
    // Once more inside: another pledge may have taken something in meanwhile.
    const verdict = judge(vault, arriving);
    const { number } = arriving.committee;
    if (verdict.outcome === "refused") return fail(verdict.failure);
    if (!("signers" in verdict)) return ok({ outcome: verdict.outcome, number });
    const before = committeeInUse(vault);
    const there = keptNumbers(vault).find(({ sha256 }) => sha256 === arriving.sha256);
    if (verdict.signers.length === there?.signers.length)
      return ok({ outcome: "duplicate", number });
    vault.committee.keep(united(vault, arriving, unsealed));
    dropOutdated(vault);
    goByCommittee(vault, hashes.sha256);
    const after = committeeInUse(vault);
    if (!before.ok || !after.ok) throw new Error("a number was taken in, and none is in use");
    const left = after.value.waiting.find(({ proposed }) => proposed.sha256 === arriving.sha256);
    if (left !== undefined) return ok({ outcome: "waiting", number, missing: left.missing });
    // Of a number that others have taken the place of.
    if (verdict.outcome === "waiting") return ok({ outcome: "stale", number });
    if (verdict.outcome === "fork") return ok({ outcome: "fork", number });
    const difference = differenceFrom(before.value.committee, after.value.committee);
    return ok({ outcome: "merged", number, difference });
  });

/**
 * Judges the number by those that are here, and keeps it with the campaign and the texts of the one that is in use then,
 * in one transaction. A fork is kept as evidence; the vault then goes by the number before it. Refused,
 * with nothing changed: what no member of the number before has signed, is dated ahead, or does not name us.
 */
export const takeInCommittee = async (
  deps: CommitteeDeps,
  unsealed: Unsealed,
): Promise<Result<CommitteeTakenIn, FileRefused>> => {
  const { vault, openpgp, hashes, universalDay } = deps;
  const identity = vault.identity.get();
  if (identity === undefined) return fail({ type: "seal-not-for-us" });
  const read = await readNumber(openpgp, hashes, unsealed.payload);
  if (!read.ok) return read;
  const { committee, sha256 } = read.value;
  // As if nobody had signed it: where that is all that is wrong, or it waits for signatures here, those that came decide.
  const unsigned = judge(vault, { committee, sha256, signers: [], anchor: false });
  if (unsigned.outcome === "duplicate" || unsigned.outcome === "stale")
    return ok({ outcome: unsigned.outcome, number: committee.number });
  if (unsigned.outcome === "refused" && unsigned.failure.type !== "committee-unsigned")
    return fail(unsigned.failure);
  const arriving = await signedBy(deps, identity, read.value, unsealed);
  if (!arriving.ok) return arriving;
  if (committee.asOf > universalDay) return fail({ type: "dated-ahead", day: committee.asOf });
  const self = committee.members.find(({ fingerprint }) => fingerprint === identity.fingerprint);
  if (self === undefined) return fail({ type: "committee-without-us" });
  if (!attestsAsWeDo(vault, self)) return fail({ type: "attestation-other" });
  return keep(deps, arriving.value, unsealed);
};
