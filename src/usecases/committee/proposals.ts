/** Next numbers of the committee file that wait for signatures: which one is meant, and their files. */
import type { Waiting } from "../../domain/committee/chain.ts";
import type { KeptCommittee } from "../../domain/committee/committee.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import { proposalReaders } from "../../domain/committee/proposal-readers.ts";
import type { Day } from "../../domain/day.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { sealForMembers } from "../seal-for-members.ts";
import { referenceTo } from "./committee-in-use.ts";
import type { CommitteeInUse } from "./committee-in-use.ts";
import type { MadeNumber } from "./make-number.ts";

/** Enough digits to tell any two apart that somebody has not made on purpose. */
export const shortProposal = (sha256: string): string => sha256.slice(0, 8);

/** The one that is meant by the first digits of its hash, or the only one. */
export const findProposal = (
  { waiting }: Pick<CommitteeInUse, "waiting">,
  digits: string | undefined,
): Result<Waiting, CommitteeFailure> => {
  const begun = digits?.toLowerCase() ?? "";
  const found = waiting.filter(({ proposed }) => proposed.sha256.startsWith(begun));
  const [only, ...others] = found;
  if (only === undefined) return fail({ type: "proposal-unknown" });
  const hashes = found.map(({ proposed }) => shortProposal(proposed.sha256));
  return others.length === 0 ? ok(only) : fail({ type: "proposal-unclear", hashes });
};

interface Deps {
  readonly vault: Pick<Vault, "committee">;
  readonly openpgp: Pick<OpenPgp, "seal">;
  /** Today in UTC. */
  readonly universalDay: Day;
}

export const keptProposal = (
  vault: Pick<Vault, "committee">,
  { proposed }: Waiting,
): KeptCommittee => {
  const kept = vault.committee.all().find(({ sha256 }) => sha256 === proposed.sha256);
  if (kept === undefined) throw new Error("a number that waits is not kept");
  return kept;
};

/** Its file with every signature that is known here, for whoever signs next. */
export const sealProposal = async (
  { vault, openpgp, universalDay: day }: Deps,
  { committee }: Pick<CommitteeInUse, "committee">,
  waiting: Waiting,
): Promise<Result<MadeNumber, CommitteeFailure>> => {
  const { payload, signatures } = keptProposal(vault, waiting);
  const { proposed, missing } = waiting;
  const readers = proposalReaders(committee, proposed.committee);
  const sealed = await sealForMembers(openpgp, { payload, signatures, named: false, day }, readers);
  if (!sealed.ok) return sealed;
  const reference = referenceTo(proposed);
  return ok({ committee: proposed.committee, reference, file: sealed.value, missing, readers });
};
