/** `pledge list`: a table where there is room for one, else a few lines a person. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { ListedPerson } from "../../domain/people/store.ts";
import { showable } from "../../domain/text/clean.ts";
import { cut, hanging, nameCell, padded } from "./columns.ts";
import type { Width } from "./columns.ts";
import type { Paint } from "./paint.ts";
import { handedWords, inLadderOrder, pledgeWords, standingWords, teamName } from "./words.ts";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly level: string;
  readonly pledges: string;
}

interface Settings {
  readonly columns: number;
  readonly width: Width;
  readonly paint: Paint;
  /** Where a terminal puts letters in order by itself; a file or a pipe gets the names as they are. */
  readonly isTerminal: boolean;
}

/** Below this a table has no room for what people will do. */
const roomForTable = 60;

const widest = { name: 26, team: 14 };

const rowOf = (
  campaign: Campaign,
  { person, assessment, pledges, handedOver }: ListedPerson,
): Row => {
  const [standing] = standingWords(person).split(",");
  const said = inLadderOrder(campaign, pledges).map(pledgeWords);
  return {
    id: person.id,
    name: showable(person.alias === undefined ? person.name : `${person.name} (${person.alias})`),
    team: teamName(campaign, person.team) ?? "-",
    level: assessment === undefined ? "-" : String(assessment),
    pledges: [
      ...(handedOver === undefined ? [] : [`[${handedWords(handedOver)}]`]),
      ...(standing ? [`[${standing}]`] : []),
      said.join(", ") || "no pledge",
    ].join(" "),
  };
};

const table = (rows: readonly Row[], { columns, width, paint, isTerminal }: Settings): string => {
  const cell = isTerminal ? nameCell : cut;
  const widthOf = (of: (row: Row) => string, least: number, most: number): number =>
    Math.min(
      most,
      rows.reduce((so, row) => Math.max(so, width(of(row))), least),
    );
  const name = widthOf((row) => row.name, 4, widest.name);
  const team = widthOf((row) => row.team, 4, widest.team);
  const indent = 8 + name + team + 5 + 8;
  const line = (row: Row): string =>
    [
      padded(row.id, 8, width),
      padded(cell(row.name, name, width), name, width),
      padded(cell(row.team, team, width), team, width),
      padded(row.level, 5, width),
      hanging(row.pledges, indent, columns, width),
    ].join("  ");
  const heading = line({
    id: "id",
    name: "name",
    team: "team",
    level: "stand",
    pledges: "will do",
  });
  return [paint.strong(heading), ...rows.map(line)].join("\n");
};

const blocks = (rows: readonly Row[], { columns, width, paint }: Settings): string =>
  rows
    .map((row) =>
      [
        `${paint.strong(row.id)}  ${cut(row.name, Math.max(10, columns - 10), width)}`,
        `  ${hanging(`team ${row.team}, stand ${row.level}; ${row.pledges}`, 2, columns, width)}`,
      ].join("\n"),
    )
    .join("\n");

export const peopleList = (
  campaign: Campaign,
  people: readonly ListedPerson[],
  settings: Settings,
): string => {
  const rows = people.map((one) => rowOf(campaign, one));
  return settings.columns < roomForTable ? blocks(rows, settings) : table(rows, settings);
};
