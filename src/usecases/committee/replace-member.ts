/** Another key for a member who lost hers, or a newer certificate of the same key: the next number of the committee file. */
import type { Member } from "../../domain/committee/committee.ts";
import { mostReplaced } from "../../domain/committee/committee-shape.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import { nextNumber } from "../../domain/committee/next-number.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { sameBytes } from "../../domain/sealing/payload.ts";
import type { JoinCertificates, OpenPgp } from "../../domain/sealing/ports.ts";
import type { CommitteeInUse } from "./committee-in-use.ts";
import { makeNumber } from "./make-number.ts";
import type { MadeNumber, NumberDeps } from "./make-number.ts";

export interface Replacement {
  readonly member: Member;
  readonly instead: Member;
  /** The key is the same one, and itself says what is new: there is nothing to compare by voice. */
  readonly renewed: boolean;
}

interface Deps {
  readonly openpgp: Pick<OpenPgp, "renewCertificate" | "unusable">;
}

const renewal = async (
  { openpgp }: Deps,
  member: Member,
  { member: { bytes: file }, attests }: JoinCertificates,
): Promise<Result<Replacement, CommitteeFailure>> => {
  const both = await openpgp.renewCertificate(member.certificate, file);
  if (!both.ok) return both;
  if (both.value === undefined) throw new Error("one key has two fingerprints");
  const certificate = both.value.bytes;
  // To a key that was taken back nothing can be encrypted, so no number can name it.
  const why = await openpgp.unusable(certificate);
  if (why !== undefined) return fail({ type: "member-unusable", handle: member.handle, why });
  const instead = { ...member, certificate, ...(attests && { attests: attests.bytes }) };
  const attestsSame =
    attests === undefined ||
    (member.attests !== undefined && sameBytes(member.attests, attests.bytes));
  return sameBytes(member.certificate, certificate) && attestsSame
    ? fail({ type: "certificate-same", handle: member.handle })
    : ok({ member, instead, renewed: true });
};

const otherKey = (
  member: Member,
  { member: certificate, attests }: JoinCertificates,
): Replacement => ({
  member,
  instead: {
    handle: member.handle,
    fingerprint: certificate.fingerprint,
    certificate: certificate.bytes,
    ...(attests && { attests: attests.bytes }),
    turf: member.turf,
    replaces: [...(member.replaces ?? []), member.fingerprint],
  },
  renewed: false,
});

/** What would change, before anybody has compared a word. Fails for a key that is a member's already, lost ones among them, and for our own. */
export const replacementFor = async (
  deps: Deps,
  { committee, identity }: Pick<CommitteeInUse, "committee" | "identity">,
  typed: string,
  certificates: JoinCertificates,
): Promise<Result<Replacement, CommitteeFailure>> => {
  const { members } = committee;
  const member = members.find(({ handle }) => handle === typed);
  if (member === undefined)
    return fail({ type: "handle-unknown", known: members.map(({ handle }) => handle) });
  const { fingerprint } = certificates.member;
  if (fingerprint === member.fingerprint) return renewal(deps, member, certificates);
  if (member.fingerprint === identity.fingerprint) return fail({ type: "replace-self" });
  const holder = members.find(
    (one) => one.fingerprint === fingerprint || one.replaces?.includes(fingerprint) === true,
  );
  if (holder !== undefined) return fail({ type: "member-already", handle: holder.handle });
  const { handle, replaces = [] } = member;
  if (replaces.length === mostReplaced) return fail({ type: "replaced-too-often", handle });
  const why = await deps.openpgp.unusable(certificates.member.bytes);
  return why === undefined
    ? ok(otherKey(member, certificates))
    : fail({ type: "member-unusable", handle, why });
};

/** What the old key has sent counts until the new one speaks; what it signs from now on is refused. */
export const replaceMember = (
  deps: NumberDeps,
  { committee, reference, identity }: CommitteeInUse,
  { member, instead }: Replacement,
): Promise<Result<MadeNumber, CommitteeFailure>> => {
  const members = committee.members.map((one) => (one === member ? instead : one));
  const next = nextNumber(committee, reference.hash, { asOf: deps.universalDay, members });
  return makeNumber(deps, identity, next);
};
