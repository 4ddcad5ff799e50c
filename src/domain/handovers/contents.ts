/** What a handover gives away, in numbers: for whoever must decide it, and never a name. */
import type { Handover } from "./handover.ts";

export interface HandedContents {
  readonly people: number;
  readonly contacts: number;
  /** People of whom it says how they were assessed. */
  readonly assessed: number;
  /** People of whom it says what they pledged, taken back or not. */
  readonly pledging: number;
  /** Who asked that nobody write or call. */
  readonly doNotContact: number;
  /** Who is a supervisor, or may be one. */
  readonly supervisors: number;
}

export const contentsOf = ({ people }: Pick<Handover, "people">): HandedContents => {
  const count = (is: (one: Handover["people"][number]) => boolean): number =>
    people.filter(is).length;
  return {
    people: people.length,
    contacts: people.reduce((sum, { record }) => sum + record.contacts.length, 0),
    assessed: count(({ assessments }) => assessments.length > 0),
    pledging: count(({ pledges }) => pledges.length > 0),
    doNotContact: count(({ record }) => record.doNotContact),
    supervisors: count(({ record }) => record.supervisor !== "no"),
  };
};
