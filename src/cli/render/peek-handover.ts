/** What a reader finds in a handover, in sentences. */
import { contentsOf } from "../../domain/handovers/contents.ts";
import type { Handover } from "../../domain/handovers/handover.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";

export const toldHandover = (
  handover: Handover,
  {
    called,
    teamCalled,
    other,
  }: {
    readonly called: (fingerprint: Fingerprint) => string;
    readonly teamCalled: (key: string) => string;
    /** Said where it is of another campaign. */
    readonly other: readonly string[];
  },
): { readonly member: readonly string[]; readonly memberWithStaffList: readonly string[] } => {
  const { from, to, asOf, number, teams } = handover;
  const { people, contacts, assessed, pledging } = contentsOf(handover);
  return {
    member: [
      'This is what the file says. Who signed it is checked only by "pledge handover take".',
      ...other,
      `Handover number ${grouped(number)} of ${called(from)}, as of ${asOf}, for ${listed(to.map(called))} alone: ${listed(teams.map(teamCalled))}.`,
      `${counted(people, "person", "people")} by name, with ${counted(contacts, "way to reach them", "ways to reach them")}, what ${grouped(pledging)} of them pledged, how ${grouped(assessed)} were assessed and when, and their pledge codes.`,
      "No note, nothing of what moves them, and no time of day.",
    ],
    memberWithStaffList: [
      "No list is needed: these are the names. With the codes their lines are found in every tally, earlier and later ones.",
    ],
  };
};
