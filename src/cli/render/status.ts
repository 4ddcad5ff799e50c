/** `pledge status`: the campaign on one screen of 24 lines. */
import type { ActionKey, Campaign } from "../../domain/campaign/campaign.ts";
import { daysBetween } from "../../domain/age.ts";
import type { AssessedCounts } from "../../domain/people/standing.ts";
import type { Readiness } from "../../domain/pledges/readiness.ts";
import type { OverdueAnswer } from "../../domain/letters/overdue.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import { aboveLine } from "./above-sizes.ts";
import { cut, wrapped } from "./columns.ts";
import { overdueText } from "./deliveries.ts";
import { forkLine } from "./forks.ts";
import { rangeWords, waitingWords } from "./readiness.ts";
import { actionBlocks, actionTable } from "./status-actions.ts";
import type { Settings, States } from "./status-actions.ts";
import { ageWords, assumptionLine, compareLine, leftOutLine, provenance } from "./together.ts";
import type { Together } from "./together.ts";

/** Of 24 the prompt has the last. */
const screenLines = 23;

/** Below this many columns no bar stands beside its numbers. */
const roomForTable = 64;

/** What would bring in those who wait; actions of which the same is true share a line. */
const tippingLines = ({ actions }: Readiness): readonly string[] => {
  const alike = new Map<string, ActionKey[]>();
  for (const one of actions) {
    const waiting = waitingWords(one);
    if (waiting === "") continue;
    const how =
      one.tipping === undefined ? " for more of their own team, or for more than there are" : "";
    const words = `${waiting}${how}`;
    alike.set(words, [...(alike.get(words) ?? []), one.action]);
  }
  return [...alike].map(
    ([words, [first, ...others]]) =>
      `${others.length === 0 ? first : `${listed([first ?? "", ...others])}, each`}: ${words}`,
  );
};

/** Items after a label, comma by comma, in `room` lines; what does not fit is a number. */
const inLines = (
  label: string,
  items: readonly string[],
  room: number,
  { columns, width }: Settings,
  where = "",
): readonly string[] => {
  const more = (left: number): string => `and ${grouped(left)} more${where}`;
  // What is said where the next item finds no room.
  let fits: readonly string[] = [`${label} ${more(items.length)}`];
  const lines: string[] = [];
  let line = label;
  for (const [index, item] of items.entries()) {
    const left = items.length - index - 1;
    const piece = left === 0 ? item : `${item},`;
    if (width(`${line} ${piece}`) <= columns) {
      line = `${line} ${piece}`;
    } else {
      lines.push(line);
      line = `  ${piece}`;
    }
    if (lines.length === room) return fits;
    if (left > 0 && width(`${line} ${more(left)}`) <= columns)
      fits = [...lines, `${line} ${more(left)}`];
    else if (left > 0 && lines.length + 1 < room) fits = [...lines, line, `  ${more(left)}`];
  }
  return [...lines, line];
};

const headingLines = (
  campaign: Campaign,
  { asOf, unit }: Readiness,
  settings: Settings,
): readonly string[] => {
  const { columns, width, paint } = settings;
  const where = showable(`${unit.name} at ${campaign.employer}`);
  const size = `about ${counted(unit.size, "worker", "workers")} (${unit.asOf}, ${ageWords(daysBetween(unit.asOf, asOf))})`;
  return [
    paint.strong(cut(showable(campaign.name), columns, width)),
    ...wrapped(`${cut(where, columns, width)}, ${size}`, columns, width),
  ];
};

/** What only this vault knows; with a committee, that it is not the committee's. */
const ownLines = (
  { assessed, stale, unassessed }: AssessedCounts,
  merged: boolean,
  without: readonly string[],
  { columns, width }: Settings,
): readonly string[] => {
  const counts = `ssessed ${grouped(assessed)}, ${grouped(stale)} of them too long ago; not assessed ${grouped(unassessed)}`;
  const states = merged && !without.includes("confirmed") ? ", as confirmed and done are" : "";
  const left = without.length === 0 ? "" : ` In --json: ${without.join(", ")}.`;
  return wrapped(
    merged ? `Of your own list${states}: a${counts}.${left}` : `A${counts}.${left}`,
    columns,
    width,
  );
};

const teamLines = (readiness: Readiness, room: number, settings: Settings): readonly string[] => {
  const { columns, width } = settings;
  const called = (name: string): string => cut(showable(name), Math.min(24, columns - 20), width);
  const some = readiness.teams.filter(({ people }) => people.high > 0);
  const empty = readiness.teams.filter(({ people }) => people.high === 0);
  const where = " (--json)";
  const items = some.map(
    ({ name, size, people }) =>
      `${called(name)} ${rangeWords(people)}${size === undefined ? "" : ` of ${grouped(size)}`}`,
  );
  const nobody = empty.map(({ name }) => called(name));
  // What is in few lines leaves the rest of the room to the other.
  const first =
    items.length === 0
      ? []
      : inLines(
          "Pledged in teams:",
          items,
          Math.max(1, room - Number(empty.length > 0)),
          settings,
          where,
        );
  return [
    ...first,
    ...(nobody.length === 0
      ? []
      : inLines("Nobody yet in:", nobody, Math.max(1, room - first.length), settings, where)),
  ];
};

/** Where merged numbers come from, in lines of the screen. */
const togetherLines = (together: Together | undefined, settings: Settings): readonly string[] => {
  if (together === undefined) return [];
  const { label, items } = provenance(together);
  const sentences = [
    ...assumptionLine(together),
    ...compareLine(together),
    ...forkLine(together.sources),
    ...leftOutLine(together),
    ...aboveLine(together),
  ];
  return [
    ...(items.length === 0 ? [] : inLines(label, items, 2, settings)),
    ...sentences.flatMap((line) => wrapped(line, settings.columns, settings.width)),
  ];
};

/** What the screen shows of the campaign. */
export interface Standing {
  readonly readiness: Readiness;
  readonly overdue: readonly OverdueAnswer[];
  readonly states: States;
  readonly assessed: AssessedCounts;
}

/**
 * The screen. A long ladder may need more than 24 lines; teams take what is left of them. `together` is there where
 * the numbers are those of a committee.
 */
export const statusScreen = (
  campaign: Campaign,
  { readiness, overdue, states, assessed }: Standing,
  settings: Settings,
  together?: Together,
): string => {
  const table =
    settings.columns < roomForTable ? undefined : actionTable(readiness, states, settings);
  const actions = table?.lines ?? actionBlocks(readiness, states, settings);
  const tips = tippingLines(readiness).flatMap((tip) =>
    wrapped(tip, settings.columns, settings.width),
  );
  const heading = headingLines(campaign, readiness, settings);
  const middle = tips.length === 0 ? [] : ["", ...tips];
  const { supporters } = readiness;
  const apart = `${counted(supporters, "supporter", "supporters")} from outside the unit, counted apart`;
  const below = [
    ...ownLines(assessed, together !== undefined, table?.without ?? [], settings),
    ...(supporters === 0 ? [] : wrapped(apart, settings.columns, settings.width)),
    ...togetherLines(together, settings),
    ...(overdue.length === 0
      ? []
      : inLines(
          "No answer yet, overdue:",
          overdue.map(overdueText),
          2,
          settings,
          ' ("pledge letter list")',
        )),
  ];
  const needed = heading.length + 1 + actions.length + middle.length + below.length;
  // Where there is a lot to say, the empty lines go first.
  const isFull = needed + 1 + Math.min(2, readiness.teams.length) > screenLines;
  const gap = isFull ? [] : [""];
  const [tipped, top] = isFull ? [tips, table === undefined ? [] : [""]] : [middle, [""]];
  const above = [...heading, ...top, ...actions, ...tipped, ...gap];
  const room = screenLines - above.length - below.length;
  const teams = teamLines(readiness, Math.max(together === undefined ? 2 : 1, room), settings);
  return [...above, ...teams, ...below].join("\n");
};
