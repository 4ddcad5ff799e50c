/** Our signature under a number that waits for it: the last one that is missing brings it into use. */
import type { Waiting } from "../../domain/committee/chain.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { committeeInUse } from "./committee-in-use.ts";
import type { CommitteeInUse } from "./committee-in-use.ts";
import { exportNumber } from "./export-number.ts";
import { goByCommittee } from "./go-by-committee.ts";
import type { MadeNumber } from "./make-number.ts";
import { keptProposal, sealProposal } from "./proposals.ts";

interface Deps {
  readonly vault: Vault;
  readonly openpgp: Pick<OpenPgp, "sign" | "seal">;
  readonly hashes: Pick<Hashes, "sha256">;
  /** Today in UTC. */
  readonly universalDay: Day;
}

/** Whether we have signed it already. */
export const hasSigned = (
  { identity }: Pick<CommitteeInUse, "identity">,
  { proposed }: Waiting,
): boolean => proposed.signers.includes(identity.fingerprint);

/** Others that we have signed: with two of one number signed by enough, neither would be used. */
export const signedBesides = (inUse: CommitteeInUse, { proposed }: Waiting): readonly Waiting[] =>
  inUse.waiting.filter(
    (other) =>
      other.proposed.sha256 !== proposed.sha256 &&
      other.proposed.committee.number === proposed.committee.number &&
      hasSigned(inUse, other),
  );

/** Signs, keeps, and seals it anew: to those who can sign next, or to everybody whom it names once it is in use. */
export const signProposal = async (
  deps: Deps,
  inUse: CommitteeInUse,
  waiting: Waiting,
): Promise<Result<MadeNumber, CommitteeFailure>> => {
  const { vault, openpgp, hashes, universalDay } = deps;
  const { identity } = inUse;
  const { payload } = keptProposal(vault, waiting);
  const signature = await openpgp.sign(payload, identity.secret, universalDay);
  const { sha256 } = waiting.proposed;
  const kept = vault.transaction((): Result<void, CommitteeFailure> => {
    // Once more inside: another pledge may have signed it, or taken in another number, meanwhile.
    const now = committeeInUse(vault);
    const still = now.ok && now.value.waiting.some(({ proposed }) => proposed.sha256 === sha256);
    if (!still) return fail({ type: "committee-moved" });
    const before = keptProposal(vault, waiting);
    if (before.signers.includes(identity.fingerprint)) return fail({ type: "committee-moved" });
    vault.committee.keep({
      ...before,
      signatures: [...before.signatures, signature],
      signers: [...before.signers, identity.fingerprint],
    });
    goByCommittee(vault, hashes.sha256);
    return ok(undefined);
  });
  if (!kept.ok) return kept;
  const now = committeeInUse(vault);
  if (!now.ok) return now;
  const left = now.value.waiting.find(({ proposed }) => proposed.sha256 === sha256);
  return left === undefined
    ? exportNumber(deps, { hash: sha256, without: [], named: false })
    : sealProposal(deps, now.value, left);
};
