import type { TeamKey } from "../../domain/campaign/campaign.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import type { CommitteeReference } from "../../domain/tallies/tally.ts";
import type { CommitteeInUse } from "./committee-in-use.ts";

/** The turf that a member had in the committee file that a file of hers went by; none where that number is not on our chain. */
export const turfThen =
  ({ chain, reference }: Pick<CommitteeInUse, "chain" | "reference">) =>
  (from: Fingerprint, { number, hash }: CommitteeReference): readonly TeamKey[] => {
    const at = chain.findIndex((committee) => committee.number === number);
    // A number is named by the one that follows it; the last one by the reference.
    const named = at === chain.length - 1 ? reference.hash : chain[at + 1]?.prev;
    if (named !== hash) return [];
    return chain[at]?.members.find(({ fingerprint }) => fingerprint === from)?.turf ?? [];
  };
