/** `pledge status`: the campaign on one screen of 24 lines, and the same as JSON. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { ActionReadiness, Range, Readiness } from "../../domain/pledges/readiness.ts";
import type { OverdueAnswer } from "../../domain/letters/overdue.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, grouped } from "../../domain/text/words.ts";
import { bar } from "./bar.ts";
import { cut, wrapped } from "./columns.ts";
import type { Width } from "./columns.ts";
import { overdueText } from "./deliveries.ts";
import type { Paint } from "./paint.ts";
import { rangeWords, waitingWords } from "./readiness.ts";
import { assumptionLine, compareLine, forkLine, provenance } from "./together.ts";
import type { Together } from "./together.ts";

interface Settings {
  readonly columns: number;
  readonly width: Width;
  readonly paint: Paint;
}

const screenLines = 24;

/** Below this many columns no bar stands beside its numbers. */
const roomForTable = 64;

/** In characters; a shorter one shows nothing. */
const shortestBar = 8;

const rangeJson = ({ low, high }: Range): Json => ({ low, high });

export const statusJson = ({
  asOf,
  unit,
  actions,
  teams,
}: Readiness): { readonly [name: string]: Json } => ({
  v: 1,
  asOf,
  unit: { size: unit.size, asOf: unit.asOf },
  actions: actions.map(({ action, pledged, active, threshold, met, away }) => ({
    action,
    pledged: rangeJson(pledged),
    active: rangeJson(active),
    threshold: threshold ?? null,
    met,
    away,
  })),
  teams: teams.map(({ team, size, people }) => ({
    team,
    size: size ?? null,
    people: rangeJson(people),
  })),
});

const standing = ({ threshold, met, away }: ActionReadiness): string => {
  if (threshold === undefined) return "";
  return met ? "enough" : `${grouped(away)} away`;
};

/** The texts of a column, each as wide as the widest, to the right. */
const toTheRight = (texts: readonly string[]): readonly string[] => {
  const widest = Math.max(...texts.map((text) => text.length));
  return texts.map((text) => text.padStart(widest));
};

/** Nothing where the numbers leave no room for a bar. */
const actionTable = (
  readiness: Readiness,
  { columns, paint }: Settings,
): readonly string[] | undefined => {
  const { actions, unit } = readiness;
  const key = Math.max(...actions.map(({ action }) => action.length));
  const pledged = toTheRight(["pledged", ...actions.map((one) => rangeWords(one.pledged))]);
  const active = toTheRight(["active", ...actions.map((one) => rangeWords(one.active))]);
  const needed = toTheRight([
    "needed",
    ...actions.map(({ threshold }) => (threshold === undefined ? "-" : grouped(threshold))),
  ]);
  const rows = pledged.map((one, index) => `${one}  ${active[index]}  ${needed[index]}`);
  const states = actions.map((one) => standing(one));
  const right =
    Math.max(...rows.map((row) => row.length)) +
    2 +
    Math.max(...states.map((state) => state.length));
  const cells = columns - key - 6 - right;
  if (cells < shortestBar) return undefined;
  const heading = `${`as of ${readiness.asOf}`.padEnd(key + 6 + cells)}${rows[0]}`;
  const lines = actions.map((one, index) => {
    const state = one.met ? paint.good(states[index] ?? "") : (states[index] ?? "");
    return `${one.action.padEnd(key)}  [${bar(one, unit.size, cells)}]  ${rows[index + 1]}  ${state}`.trimEnd();
  });
  const marks = actions.some(({ threshold }) => threshold !== undefined) ? "   | needed" : "";
  return [
    paint.quiet(heading),
    ...lines,
    paint.quiet(`# would act now   - waits until more are in${marks}`),
  ];
};

const actionBlocks = (readiness: Readiness, { columns, paint }: Settings): readonly string[] => [
  `as of ${readiness.asOf}`,
  ...readiness.actions.flatMap((one) => {
    const needed = one.threshold === undefined ? "" : ` of ${grouped(one.threshold)}`;
    const state = standing(one);
    return [
      `${paint.strong(one.action)}: ${rangeWords(one.active)}${needed} would act now`,
      `  ${rangeWords(one.pledged)} pledged${state === "" ? "" : `; ${state}`}`,
      `  [${bar(one, readiness.unit.size, Math.max(shortestBar, columns - 4))}]`,
    ];
  }),
];

/** What would bring in those who wait, action by action. */
const tippingLines = ({ actions }: Readiness): readonly string[] =>
  actions.flatMap((one) => {
    const waiting = waitingWords(one);
    if (waiting === "") return [];
    const how =
      one.tipping === undefined ? " for more of their own team, or for more than there are" : "";
    return [`${one.action}: ${waiting}${how}`];
  });

/** Items after a label, comma by comma, in `room` lines; what does not fit is a number. */
const inLines = (
  label: string,
  items: readonly string[],
  room: number,
  { columns, width }: Settings,
): readonly string[] => {
  const more = (left: number): string => `and ${grouped(left)} more`;
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
  { unit }: Readiness,
  settings: Settings,
): readonly string[] => {
  const { columns, width, paint } = settings;
  const where = showable(`${unit.name} at ${campaign.employer}`);
  const size = `about ${counted(unit.size, "worker", "workers")} (${unit.asOf})`;
  return [
    paint.strong(cut(showable(campaign.name), columns, width)),
    ...wrapped(`${cut(where, columns, width)}, ${size}`, columns, width),
  ];
};

const teamLines = (readiness: Readiness, room: number, settings: Settings): readonly string[] => {
  if (readiness.teams.length === 0) return [];
  const items = readiness.teams.map(({ name, size, people }) => {
    const called = cut(showable(name), Math.min(24, settings.columns - 20), settings.width);
    return `${called} ${rangeWords(people)}${size === undefined ? "" : ` of ${grouped(size)}`}`;
  });
  return inLines("Pledged in teams:", items, room, settings);
};

/** Where merged numbers come from, in lines of the screen. */
const togetherLines = (together: Together | undefined, settings: Settings): readonly string[] => {
  if (together === undefined) return [];
  const { label, items } = provenance(together);
  const sentences = [...assumptionLine(together), ...compareLine(together), ...forkLine(together)];
  return [
    ...(items.length === 0 ? [] : inLines(label, items, 2, settings)),
    ...sentences.flatMap((line) => wrapped(line, settings.columns, settings.width)),
  ];
};

/** What the screen shows of the campaign. */
export interface Standing {
  readonly readiness: Readiness;
  readonly overdue: readonly OverdueAnswer[];
}

/**
 * The screen. A long ladder may need more than 24 lines; teams take what is left of them. `together` is there where
 * the numbers are those of a committee.
 */
export const statusScreen = (
  campaign: Campaign,
  { readiness, overdue }: Standing,
  settings: Settings,
  together?: Together,
): string => {
  const table = settings.columns < roomForTable ? undefined : actionTable(readiness, settings);
  const actions = table ?? actionBlocks(readiness, settings);
  const tips = tippingLines(readiness).flatMap((tip) =>
    wrapped(tip, settings.columns, settings.width),
  );
  const above = [...headingLines(campaign, readiness, settings), "", ...actions];
  const middle = tips.length === 0 ? [] : ["", ...tips];
  const { supporters } = readiness;
  const apart = `${counted(supporters, "supporter", "supporters")} from outside the unit, counted apart`;
  const below = [
    ...(supporters === 0 ? [] : wrapped(apart, settings.columns, settings.width)),
    ...togetherLines(together, settings),
    ...(overdue.length === 0
      ? []
      : inLines("No answer yet, overdue:", overdue.map(overdueText), 2, settings)),
  ];
  const used = above.length + middle.length + below.length + 1;
  const least = together === undefined || table === undefined ? 2 : 1;
  const teams = teamLines(readiness, Math.max(least, screenLines - used), settings);
  const last = [...teams, ...below];
  // Where a committee has a lot to say, the empty line goes first.
  const isFull =
    together !== undefined && above.length + middle.length + last.length >= screenLines;
  const gap = last.length === 0 || isFull ? [] : [""];
  return [...above, ...middle, ...gap, ...last].join("\n");
};
