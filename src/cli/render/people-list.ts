/** `pledge list`: a table where there is room for one, else a few lines a person. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { PersonSummary } from "../../domain/people/store.ts";
import { showable } from "../../domain/text/clean.ts";
import { cut, hanging, padded } from "./columns.ts";
import type { Width } from "./columns.ts";
import type { Paint } from "./paint.ts";
import { inLadderOrder, pledgeWords, standingWords, teamName } from "./words.ts";

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
}

/** Below this a table has no room for what people will do. */
const roomForTable = 60;

const widest = { name: 26, team: 14 };

const rowOf = (campaign: Campaign, { person, assessment, pledges }: PersonSummary): Row => {
  const [standing] = standingWords(person).split(",");
  const said = inLadderOrder(campaign, pledges).map(pledgeWords);
  return {
    id: person.id,
    name: showable(person.alias === undefined ? person.name : `${person.name} (${person.alias})`),
    team: teamName(campaign, person.team) ?? "-",
    level: assessment === undefined ? "-" : String(assessment),
    pledges: [...(standing ? [`[${standing}]`] : []), said.join(", ") || "no pledge"].join(" "),
  };
};

const table = (rows: readonly Row[], { columns, width, paint }: Settings): string => {
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
      padded(cut(row.name, name, width), name, width),
      padded(cut(row.team, team, width), team, width),
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
  people: readonly PersonSummary[],
  settings: Settings,
): string => {
  if (people.length === 0) return 'Nobody is recorded yet: begin with "pledge add".';
  const rows = people.map((one) => rowOf(campaign, one));
  return settings.columns < roomForTable ? blocks(rows, settings) : table(rows, settings);
};
