/**
 * Whose signature is under a file. The committee in use decides whom to believe: a member is trusted because the
 * committee file names her, and whoever was removed counts for nothing, however old the file is.
 */
import type { Member } from "../domain/committee/committee.ts";
import type { FileRefused } from "../domain/committee/failures.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Verdict } from "../domain/sealing/failures.ts";
import type { OpenPgp, Unsealed } from "../domain/sealing/ports.ts";
import type { CommitteeInUse } from "./committee/committee-in-use.ts";

type Refusal = { readonly ok: false; readonly failure: FileRefused };

/** Those who were members once and are none now, each as the last committee that had them named them. */
const formerMembers = ({ committee, chain }: CommitteeInUse): readonly Member[] => {
  const present = new Set(committee.members.map(({ fingerprint }) => fingerprint));
  const former = new Map(
    chain
      .flatMap(({ members }) => members)
      .filter(({ fingerprint }) => !present.has(fingerprint))
      .map((member) => [member.fingerprint, member]),
  );
  return [...former.values()];
};

/** What a verdict other than "by another key" means for a file of this member. */
const refusalOf = (
  verdict: Exclude<Verdict, "good" | "other-key">,
  { handle }: Member,
): Refusal => {
  switch (verdict) {
    case "bad":
      return fail({ type: "signature-bad" });
    case "ahead":
      return fail({ type: "signature-ahead" });
    case "expired":
      return fail({ type: "signer-expired", handle });
    case "revoked":
      return fail({ type: "signer-revoked", handle });
    default:
      return verdict satisfies never;
  }
};

/** The member who signed what was in the file, or why the file is refused. Exactly one signature is taken. */
export const judgeSignature = async (
  openpgp: Pick<OpenPgp, "verify">,
  inUse: CommitteeInUse,
  { payload, signatures }: Unsealed,
): Promise<Result<Member, FileRefused>> => {
  const [signature] = signatures;
  if (signature === undefined) return fail({ type: "unsigned" });
  if (signatures.length > 1) return fail({ type: "signed-twice" });
  for (const member of inUse.committee.members) {
    const verdict = await openpgp.verify(payload, signature, member.certificate);
    if (verdict === "good") return ok(member);
    if (verdict !== "other-key") return refusalOf(verdict, member);
  }
  for (const { handle, certificate, fingerprint: key } of formerMembers(inUse)) {
    const verdict = await openpgp.verify(payload, signature, certificate);
    if (verdict === "other-key") continue;
    const holder = inUse.committee.members.find(({ replaces = [] }) => replaces.includes(key));
    return holder === undefined
      ? fail({ type: "signer-removed", handle })
      : fail({ type: "signer-replaced", handle: holder.handle });
  }
  return fail({ type: "signer-unknown" });
};
