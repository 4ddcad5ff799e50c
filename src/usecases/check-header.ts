/** What the first line of a tally or of a list of signers says of itself, against who signed it and who reads it. */
import type { FileRefused } from "../domain/committee/failures.ts";
import type { Day } from "../domain/day.ts";
import type { Fingerprint } from "../domain/sealing/certificate.ts";
import type { TallyHeader } from "../domain/tallies/tally.ts";
import type { CommitteeInUse } from "./committee/committee-in-use.ts";

/** What needs no other file to be wrong, in the order in which it is told; nothing when it is right. */
export const headerRefusal = (
  { campaign, from, to, asOf }: Pick<TallyHeader, "campaign" | "from" | "to" | "asOf">,
  signer: Fingerprint,
  { committee, identity }: CommitteeInUse,
  universalDay: Day,
): FileRefused | undefined => {
  if (campaign !== committee.definition.id) return { type: "campaign-other" };
  if (from !== signer) return { type: "signer-other" };
  if (!to.includes(identity.fingerprint)) return { type: "reader-other" };
  return asOf > universalDay ? { type: "dated-ahead", day: asOf } : undefined;
};
