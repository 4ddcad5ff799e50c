/** A structure test on the screen: numbers first, a percent only beside the two numbers that it is made of. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { Calibration, Rate, Rates, TeamRate } from "../../domain/structure-tests/rates.ts";
import type { StructureTest } from "../../domain/structure-tests/structure-test.ts";
import { sum } from "../../domain/sum.ts";
import { showable } from "../../domain/text/clean.ts";
import { grouped } from "../../domain/text/words.ts";
import { cut, hanging, padded } from "./columns.ts";
import type { Width } from "./columns.ts";
import type { Paint } from "./paint.ts";
import { levelName } from "./words.ts";

interface Screen {
  readonly columns: number;
  readonly width: Width;
  readonly paint: Paint;
}

/** "2 of 3 (66 %)", rounded down: never more than can be shown. */
const outOf = (part: number, whole: number): string =>
  whole === 0
    ? "-"
    : `${grouped(part)} of ${grouped(whole)} (${Math.floor((part * 100) / whole)} %)`;

type Row = readonly [name: string, ...cells: string[]];

const rowOf = (name: string, { asked, yes, did }: Rate, size: number | undefined): Row => [
  name,
  grouped(asked),
  grouped(yes),
  outOf(did, asked),
  size === undefined ? "-" : outOf(did, size),
];

const table = (rows: readonly Row[], { columns, width }: Screen): readonly string[] => {
  const widest = rows[0]?.map((_, at) => Math.max(...rows.map((row) => width(row[at] ?? ""))));
  return rows.map((row) =>
    cut(
      row
        .map((cell, at) => padded(cell, widest?.[at] ?? 0, width))
        .join("  ")
        .trimEnd(),
      columns,
      width,
    ),
  );
};

const nameOf = ({ team }: TeamRate, { teams }: Campaign, columns: number, width: Width): string => {
  if (team === undefined) return "no team";
  const name = teams.find(({ key }) => key === team)?.name ?? team;
  return cut(showable(name), Math.max(8, Math.min(24, columns - 52)), width);
};

const calibrationLine = ({ level, asked, did }: Calibration, campaign: Campaign): string =>
  `  ${level === undefined ? "not assessed" : `${level}, ${levelName(campaign, level)}`}: ${outOf(did, asked)} did it`;

/** Those counted on: whether their number holds is what a test is for. */
const countedOn = (calibration: readonly Calibration[]): string => {
  const there = calibration.filter(({ level }) => level === 1 || level === 2);
  const [asked, did] = [sum(there.map((one) => one.asked)), sum(there.map((one) => one.did))];
  return `  1 or 2, whom you count on: ${asked === 0 ? "nobody was asked" : `${outOf(did, asked)} did it`}`;
};

/** One block a team where there is no room for a table. */
const block = (row: Row): readonly string[] => [
  `${row[0]}:`,
  ...(row[1] === "0"
    ? ["  nobody was asked"]
    : [`  asked ${row[1]}, said yes ${row[2]}`, `  did it, of those asked: ${row[3]}`]),
  ...(row[4] === "-" ? [] : [`  did it, of all: ${row[4]}`]),
];

const roomForTable = 70;

export const structureTestScreen = (
  campaign: Campaign,
  test: StructureTest,
  { total, teams, calibration }: Rates,
  screen: Screen,
): string => {
  const { columns, width, paint } = screen;
  const rows = [
    ...teams.map((team) => rowOf(nameOf(team, campaign, columns, width), team, team.size)),
    rowOf("in all", total, total.size),
  ];
  const heading: Row = ["", "asked", "said yes", "did it, of those asked", "did it, of all"];
  const numbers = columns < roomForTable ? rows.flatMap(block) : table([heading, ...rows], screen);
  const assessed = calibration.filter(({ asked }) => asked > 0);
  return [
    paint.strong(hanging(`${test.name}: ${showable(test.ask)}`, 2, columns, width)),
    `begun ${test.begunOn}`,
    "",
    ...numbers,
    ...(assessed.length === 0
      ? []
      : [
          "",
          hanging(
            "By where they stood when they were asked, whatever was thought later:",
            2,
            columns,
            width,
          ),
          hanging(countedOn(calibration), 4, columns, width),
          ...assessed.map((one) => hanging(calibrationLine(one, campaign), 4, columns, width)),
        ]),
  ].join("\n");
};

export const structureTestJson = (test: StructureTest, { total, teams, calibration }: Rates) => ({
  v: 1,
  test: { ...test },
  total: { ...total },
  teams: teams.map((one) => ({ ...one, team: one.team ?? null, size: one.size ?? null })),
  calibration: calibration.map((one) => ({ ...one, level: one.level ?? null })),
});
