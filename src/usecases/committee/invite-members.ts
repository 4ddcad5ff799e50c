/** Lets joiners in: the first number of the committee file, or its next one. */
import type { Handle, TeamKey } from "../../domain/campaign/campaign.ts";
import type { Member } from "../../domain/committee/committee.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Identity } from "../../domain/committee/identity.ts";
import { definitionOf } from "../../domain/committee/definition.ts";
import { firstNumber, nextNumber } from "../../domain/committee/next-number.ts";
import type { Templates } from "../../domain/letters/ports.ts";
import type { Result } from "../../domain/result.ts";
import { textsToShare } from "../letters/shared-letters.ts";
import type { CommitteeInUse } from "./committee-in-use.ts";
import type { Joiner } from "./joiners.ts";
import { makeNumber } from "./make-number.ts";
import type { MadeNumber, NumberDeps } from "./make-number.ts";

/** Who lets them in, and into what: nothing for a committee that is founded with this number. */
export interface Host {
  readonly identity: Identity;
  readonly inUse: CommitteeInUse | undefined;
}

/** Those who are there before the joiners come: the members, or the founder alone. */
export const thoseThere = ({
  identity,
  inUse,
}: Host): readonly Pick<Member, "handle" | "fingerprint">[] =>
  inUse?.committee.members ?? [identity];

/** Makes and keeps the number. Every text that is fixed in the vault goes with it. */
export const inviteMembers = (
  deps: NumberDeps & { readonly templates: Templates },
  { identity, inUse }: Host,
  joiners: readonly Joiner[],
  turfs: ReadonlyMap<Handle, readonly TeamKey[]>,
): Promise<Result<MadeNumber, CommitteeFailure>> => {
  const { vault, hashes, universalDay } = deps;
  const turfOf = (handle: Handle): readonly TeamKey[] => turfs.get(handle) ?? [];
  const invited = joiners.map(({ handle, certificate, attests }): Member => ({
    handle,
    fingerprint: certificate.fingerprint,
    certificate: certificate.bytes,
    ...(attests === undefined ? {} : { attests: attests.bytes }),
    turf: turfOf(handle),
  }));
  const texts = textsToShare({ ...deps, sha256: hashes.sha256 }, inUse?.committee.texts ?? []);
  const { handle, fingerprint, certificate } = identity;
  const founder: Member = { handle, fingerprint, certificate, turf: turfOf(handle) };
  const next =
    inUse === undefined
      ? firstNumber({
          asOf: universalDay,
          definition: definitionOf(vault.campaign.get()),
          members: [founder, ...invited],
          texts,
        })
      : nextNumber(inUse.committee, inUse.reference.hash, {
          asOf: universalDay,
          members: [...inUse.committee.members, ...invited],
          texts,
        });
  return makeNumber(deps, identity, next);
};
