/** Says anew which teams members answer for: the next number of the committee file. */
import type { Handle, TeamKey } from "../../domain/campaign/campaign.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import { nextNumber } from "../../domain/committee/next-number.ts";
import { fail } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { CommitteeInUse } from "./committee-in-use.ts";
import { makeNumber } from "./make-number.ts";
import type { MadeNumber, NumberDeps } from "./make-number.ts";

/** Each handle gets the teams that are given for it, none among them; the others keep theirs. */
export const changeTurf = async (
  deps: NumberDeps,
  { committee, reference, identity }: CommitteeInUse,
  turfs: ReadonlyMap<Handle, readonly TeamKey[]>,
): Promise<Result<MadeNumber, CommitteeFailure>> => {
  const known = committee.members.map(({ handle }) => handle);
  if (![...turfs.keys()].every((handle) => known.includes(handle)))
    return fail({ type: "handle-unknown", known });
  const members = committee.members.map((member) => ({
    ...member,
    turf: turfs.get(member.handle) ?? member.turf,
  }));
  const next = nextNumber(committee, reference.hash, { asOf: deps.universalDay, members });
  return makeNumber(deps, identity, next);
};
