/** A published count as the rows of a table, for a spreadsheet: a row a number. Cells that it would calculate are made text. */
import { neutralised } from "../people/import/neutralised.ts";
import type { PublishedCount } from "./count.ts";
import { inOrder } from "./count-words.ts";

const header = ["campaign", "employer", "day", "pledged", "team", "name", "at least", "of about"];

/** The first row names the columns. `team` is "" for the whole unit, and `name` is the unit's then. */
export const countTable = (count: PublishedCount): readonly (readonly string[])[] => {
  const { name, employer, unit, on } = count;
  const rows = inOrder(count).flatMap(({ action, atLeast, teams }) => [
    [action, "", unit.name, String(atLeast), String(unit.size)],
    ...teams.map((one) => [action, one.team, one.name, String(one.atLeast), String(one.size)]),
  ]);
  return [header, ...rows.map((cells) => [name, employer, on, ...cells].map(neutralised))];
};
