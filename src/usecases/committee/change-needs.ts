/** Says how many members must sign each next number of the committee file: by the next number itself. */
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import { nextNumber } from "../../domain/committee/next-number.ts";
import { fail } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { CommitteeInUse } from "./committee-in-use.ts";
import { makeNumber } from "./make-number.ts";
import type { MadeNumber, NumberDeps } from "./make-number.ts";

export const changeNeeds = async (
  deps: NumberDeps,
  { committee, reference, identity }: CommitteeInUse,
  needs: number,
): Promise<Result<MadeNumber, CommitteeFailure>> => {
  const members = committee.members.length;
  if (needs < 1 || needs > members) return fail({ type: "needs-beyond", members });
  const next = nextNumber(committee, reference.hash, { asOf: deps.universalDay, needs });
  return makeNumber(deps, identity, next);
};
