/** What a reader finds in a bundle, in sentences. */
import type { Bundle } from "../../domain/relay/bundle.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";

type Called = (fingerprint: Fingerprint) => string;

export const toldBundle = (
  { from, asOf, to, parts, committee, relay, partial }: Bundle,
  called: Called,
  other: readonly string[],
): { readonly member: readonly string[]; readonly memberWithStaffList: readonly string[] } => {
  const bundles = parts.filter(({ of }) => of === "bundle").length;
  const tallies = parts.length - bundles;
  return {
    member: [
      "This is what the file says. Who signed it, and what is in it, is checked only when you merge it.",
      ...other,
      `A bundle of ${called(from)}, as of ${asOf}, for ${listed(to.map(called).toSorted())}${relay ? ", who may pass it on" : ""}.`,
      `${counted(tallies, "tally", "tallies")} of others, each as it was signed${bundles === 0 ? "" : `, and ${counted(bundles, "bundle", "bundles")} that others wrote, with what is in them`}. Each says what a tally says: what a line's person pledged, and under which condition, without a name.`,
      ...(partial
        ? [
            `${called(from)} chose whose tallies are in it, and left out others that might be. What an earlier bundle of ${called(from)} has of them still counts.`,
          ]
        : []),
      `Number ${grouped(committee.number)} of the committee file by which ${called(from)} goes: what that campaign is, its members by handle and certificate, who answers for which team, and the texts that people sign.`,
    ],
    memberWithStaffList: [
      "As in each of the tallies. A handle that its owner uses elsewhere tells who she is.",
    ],
  };
};
