/**
 * People as a file that leaves the vault in plain text and can come back without loss: JSON Lines, UTF-8, each line
 * ended by LF. A line a person, so that a file of 100,000 is read and written person by person, and a fault in it
 * has a line; the first line says how many follow, so that a file cut off between two lines is noticed.
 *
 * ```
 * {"v":1,"type":"pledge-people","campaign":UUID,"people":2}
 * {"id":"kqfmwtab","name":...,"date":"2026-11-20",
 *  "assessments":[{"level":1,"basis":"conversation","day":"2026-11-20"}],
 *  "pledges":[{"action":"walkout","atLeast":30,"display":"named","state":"pledged","since":"2026-11-20"}],
 *  "changes":[...],
 *  "signatures":[{"text":SHA256,"signedOn":"2026-11-21"}]}
 * ```
 *
 * - What a person is stands in the members of `add --from`, without `assessment`, `actions` and `display`; `id`, `name`,
 *   `contacts`, `supporter`, `supervisor`, `code` and `date` (the day on which she was added) always, the others where there is
 *   something to say. `coveredBy` is an id; with some of the people only, that person need not be in the file.
 * - `assessments`: every one, the oldest first.
 * - `pledges`: what she says now, taken back or not, one an action in the order of their names. A condition is one of `atLeast`,
 *   `atLeastPercent`, `atLeastInTeam`, or none.
 * - `changes`: every change of these, the first one first; the last one of each action is its pledge.
 * - `signatures`: which fixed texts she signed; the texts themselves are not in the file.
 *
 * `parse-exported.ts` takes it back and refuses what is not so.
 */
import type { Signature } from "../../letters/letter.ts";
import { conditionToMembers } from "../../pledges/condition.ts";
import type { Pledge } from "../../pledges/pledge.ts";
import { personToInput } from "../person-to-input.ts";
import type { Assessment, Person } from "../person.ts";

/** Everything that a vault holds of a person. */
export interface ExportedPerson {
  readonly person: Person;
  /** Oldest first. */
  readonly assessments: readonly Assessment[];
  /** In the order of the actions' names. */
  readonly pledges: readonly Pledge[];
  /** The first one first. */
  readonly changes: readonly Pledge[];
  readonly signatures: readonly Signature[];
}

export interface ExportedPeople {
  /** The id of the campaign that they are in. */
  readonly campaign: string;
  readonly people: readonly ExportedPerson[];
}

export const exportedType = "pledge-people";
export const exportedVersion = 1;

const pledgeMembers = ({ action, condition, display, state, since }: Pledge): object => ({
  action,
  ...conditionToMembers(condition),
  display,
  state,
  since,
});

const personLine = (exported: ExportedPerson): object => {
  const { person, assessments, pledges, changes, signatures } = exported;
  const { actions: _, ...members } = personToInput({ person, pledges: [] });
  return {
    ...members,
    assessments: assessments.map(({ level, basis, day }) => ({ level, basis, day })),
    pledges: pledges.map(pledgeMembers),
    changes: changes.map(pledgeMembers),
    signatures: signatures.map(({ text, signedOn }) => ({ text, signedOn })),
  };
};

/** The whole text of the file. */
export const writeExported = ({ campaign, people }: ExportedPeople): string =>
  [
    { v: exportedVersion, type: exportedType, campaign, people: people.length },
    ...people.map(personLine),
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
