/** Somebody of an exported file as far as this campaign knows what is said of her: its teams, and its actions. */
import type { Campaign } from "../../campaign/campaign.ts";
import type { InputFault } from "../../input/fault.ts";
import type { ExportedPerson } from "../export/exported.ts";
import { inputOf } from "../export/outgoing.ts";
import type { PersonInput } from "../person-input.ts";

export const knownHere = (
  { person, assessments, pledges, changes, signatures }: ExportedPerson,
  { teams, actions }: Pick<Campaign, "teams" | "actions">,
  line: number,
  passOver: (fault: InputFault) => void,
): PersonInput => {
  const { team, ...rest } = person;
  const isKnownTeam = teams.some(({ key }) => key === team);
  if (team !== undefined && !isKnownTeam) {
    const known = teams.map(({ key }) => key);
    passOver({ line, path: "team", fault: { type: "not-one-of", known } });
  }
  const isKnown = ({ action }: { readonly action: string }): boolean =>
    actions.some((one) => one === action);
  if (!changes.every(isKnown) || !pledges.every(isKnown))
    passOver({ line, path: "pledges", fault: { type: "not-one-of", known: actions } });
  const assessment = assessments.at(-1)?.level;
  const standing = pledges.filter(isKnown);
  return {
    ...inputOf({
      person: isKnownTeam ? person : rest,
      pledges: standing,
      ...(assessment === undefined ? {} : { assessment }),
    }),
    line,
    past: { assessments, changes: changes.filter(isKnown), pledges: standing, signatures },
  };
};
