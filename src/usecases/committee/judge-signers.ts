/** Whose signatures are under a committee file: unlike any other file of ours it may carry several. */
import type { Member } from "../../domain/committee/committee.ts";
import type { FileRefused } from "../../domain/committee/failures.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { OpenPgp, Unsealed } from "../../domain/sealing/ports.ts";
import { judgeSignature } from "../judge-signature.ts";
import type { CommitteeInUse } from "./committee-in-use.ts";

/**
 * The signers, in the order of the signatures. Each signature must be good and by another of the members; one
 * that is not refuses the file, so that nobody wonders later what it was for.
 */
export const judgeSigners = async (
  openpgp: Pick<OpenPgp, "verify">,
  inUse: CommitteeInUse,
  unsealed: Unsealed,
): Promise<Result<readonly Member[], FileRefused>> => {
  const { signatures } = unsealed;
  if (signatures.length === 0) return fail({ type: "unsigned" });
  // Counted first: what comes next costs a check by every member for each of them.
  if (signatures.length > inUse.committee.members.length) return fail({ type: "signed-twice" });
  const signers: Member[] = [];
  for (const signature of signatures) {
    const signer = await judgeSignature(openpgp, inUse, { ...unsealed, signatures: [signature] });
    if (!signer.ok) return signer;
    if (signers.some(({ fingerprint }) => fingerprint === signer.value.fingerprint))
      return fail({ type: "signed-twice" });
    signers.push(signer.value);
  }
  return ok(signers);
};
