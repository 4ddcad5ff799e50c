/** What `committee remove` says: what changes from now on, and what nothing can change any more. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Committee } from "../../domain/committee/committee.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { counted, listed } from "../../domain/text/words.ts";
import { wrapped } from "./columns.ts";
import type { Screen } from "./committee.ts";
import { mergeLines } from "./for-others.ts";

export interface Removed {
  readonly removed: readonly Handle[];
  readonly committee: Committee;
  readonly self: Fingerprint;
  readonly file: string | undefined;
}

export const removedScreen = (
  { removed, committee, self, file }: Removed,
  screen: Screen,
): string => {
  const { columns, width } = screen;
  const who = listed(removed);
  const [is, has, them, vaults] =
    removed.length === 1
      ? ["is", "has", who, `${who}'s own vault`]
      : ["are", "have", "them", "their own vaults"];
  return [
    `${who} ${is} out: number ${committee.number} of the committee file, for ${counted(committee.members.length, "member", "members")}.`,
    `From now on nothing is encrypted to ${them}, and what ${who} sent counts no longer with anybody who has this number.`,
    `What ${who} ${has} stays with ${them}: who the members are, the campaign, the texts, every tally and list of signers so far, and the people in ${vaults}.`,
  ]
    .flatMap((text) => wrapped(text, columns, width))
    .concat(mergeLines(committee, self, file, screen))
    .join("\n");
};
