/** Takes members out: the next number of the committee file, which they can no longer open. */
import type { Member } from "../../domain/committee/committee.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import { nextNumber } from "../../domain/committee/next-number.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { CommitteeInUse } from "./committee-in-use.ts";
import { makeNumber } from "./make-number.ts";
import type { MadeNumber, NumberDeps } from "./make-number.ts";

/** The members of these handles, as typed; fails for one that nobody has, and for our own. */
export const membersToRemove = (
  { committee, identity }: CommitteeInUse,
  handles: readonly string[],
): Result<readonly Member[], CommitteeFailure> => {
  const { members } = committee;
  if (!handles.every((typed) => members.some(({ handle }) => handle === typed)))
    return fail({ type: "handle-unknown", known: members.map(({ handle }) => handle) });
  const leaving = members.filter(({ handle }) => handles.includes(handle));
  return leaving.some(({ fingerprint }) => fingerprint === identity.fingerprint)
    ? fail({ type: "remove-self" })
    : ok(leaving);
};

export const removeMembers = (
  deps: NumberDeps,
  { committee, reference, identity }: CommitteeInUse,
  leaving: readonly Member[],
): Promise<Result<MadeNumber, CommitteeFailure>> => {
  const members = committee.members.filter((member) => !leaving.includes(member));
  const next = nextNumber(committee, reference.hash, { asOf: deps.universalDay, members });
  return makeNumber(deps, identity, next);
};
