import type { Json } from "../../domain/text/canonical-json.ts";
import type { SignatoryList } from "../../domain/letters/signatories.ts";

/** How many a letter shows in each way; names stand in its content only. `{"named","roles","others":{"people","moreThan"},"supporters":{"named","others"}}` */
export const signatoriesJson = ({ named, roles, others, supporters }: SignatoryList): Json => ({
  named: named.length,
  roles: roles.length,
  others: { ...others },
  supporters: { named: supporters.named.length, others: { ...supporters.others } },
});
