/** The committee that this vault goes by now, worked out from every number it has accepted. */
import { chainOf, waitingIn } from "../../domain/committee/chain.ts";
import type { Numbered, Waiting } from "../../domain/committee/chain.ts";
import type { Committee, KeptCommittee } from "../../domain/committee/committee.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Identity } from "../../domain/committee/identity.ts";
import { parseCommittee, withFingerprints } from "../../domain/committee/parse-committee.ts";
import type { RevokedKey } from "../../domain/committee/store.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Fingerprint, Revoked } from "../../domain/sealing/certificate.ts";
import type { CommitteeReference } from "../../domain/tallies/tally.ts";
import type { Vault } from "../../domain/vault/vault.ts";

export interface CommitteeInUse {
  readonly committee: Committee;
  readonly reference: CommitteeReference;
  readonly identity: Identity;
  /** Every committee of the chain that is used, the current one last: tells who was a member before. */
  readonly chain: readonly Committee[];
  /** Numbers above the current one that contradict each other, and so are not used. */
  readonly forks: readonly CommitteeReference[];
  /** Next numbers that too few have signed so far, sorted by hash. */
  readonly waiting: readonly Waiting[];
  /** Keys that their holders took back. */
  readonly revoked: ReadonlyMap<Fingerprint, Revoked>;
}

export const referenceTo = ({ committee, sha256 }: Numbered): CommitteeReference => ({
  number: committee.number,
  hash: sha256,
});

/**
 * A number as it was taken in; that it can be read was seen then. A key that its holder took back has the certificate that says so, whatever
 * the number has.
 */
export const readKept = (
  { payload, fingerprints, ...kept }: KeptCommittee,
  revoked: readonly RevokedKey[],
): Numbered => {
  const written = parseCommittee(payload);
  const committee = written.ok ? withFingerprints(written.value, fingerprints) : written;
  if (!committee.ok) throw new Error("a committee file that was taken in cannot be read");
  const certificates = new Map(revoked.map((key) => [key.fingerprint, key.certificate]));
  const members = committee.value.members.map((member) => ({
    ...member,
    certificate: certificates.get(member.fingerprint) ?? member.certificate,
  }));
  return { ...kept, committee: { ...committee.value, members } };
};

/** Every number that was taken in, sorted by number, then hash. */
export const keptNumbers = ({ committee }: Pick<Vault, "committee">): readonly Numbered[] => {
  const revoked = committee.revoked();
  return committee.all().map((kept) => readKept(kept, revoked));
};

/** Fails with `committee-missing` for a vault that is in none. Only reads, and loads no OpenPGP. */
export const committeeInUse = (vault: Vault): Result<CommitteeInUse, CommitteeFailure> => {
  const identity = vault.identity.get();
  const kept = keptNumbers(vault);
  const chain = chainOf(kept);
  if (identity === undefined || chain === undefined) return fail({ type: "committee-missing" });
  const { current, used, forks } = chain;
  return ok({
    committee: current.committee,
    reference: referenceTo(current),
    identity,
    chain: used.map(({ committee }) => committee),
    forks: forks.map(referenceTo),
    waiting: waitingIn(kept, chain),
    revoked: new Map(vault.committee.revoked().map((key) => [key.fingerprint, key.as])),
  });
};
