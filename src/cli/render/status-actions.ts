/** The bars of `status` with their numbers: a table, or blocks where there is no room for one. */
import type { ActionKey } from "../../domain/campaign/campaign.ts";
import type { ActionReadiness, ActionStates, Readiness } from "../../domain/pledges/readiness.ts";
import { grouped } from "../../domain/text/words.ts";
import { bar } from "./bar.ts";
import { wrapped } from "./columns.ts";
import type { Width } from "./columns.ts";
import type { Paint } from "./paint.ts";
import { rangeWords } from "./readiness.ts";

export interface Settings {
  readonly columns: number;
  readonly width: Width;
  readonly paint: Paint;
}

export type States = ReadonlyMap<ActionKey, ActionStates>;

/** In characters; a shorter one shows nothing. */
const shortestBar = 8;

/** Whole percents, rounded down: a share is never higher than what can be shown. */
const shareWords = (people: number, size: number): string => {
  const percent = Math.floor((people * 100) / size);
  return people > 0 && percent === 0 ? "< 1 %" : `${percent} %`;
};

const wordsOf =
  (states: States) =>
  ({ action }: ActionReadiness): { readonly confirmed: string; readonly done: string } => ({
    confirmed: grouped(states.get(action)?.confirmed ?? 0),
    done: grouped(states.get(action)?.done ?? 0),
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

/** What stands beside the bars. Where the numbers are long, the last of `optional` go first: they are in `--json`. */
const columnsOf = (
  { actions, unit }: Readiness,
  said: States,
): { readonly [name: string]: readonly string[] } => {
  const stateOf = wordsOf(said);
  return {
    pledged: actions.map((one) => rangeWords(one.pledged)),
    confirmed: actions.map((one) => stateOf(one).confirmed),
    done: actions.map((one) => stateOf(one).done),
    active: actions.map((one) => rangeWords(one.active)),
    share: actions.map((one) => shareWords(one.active.low, unit.size)),
    needed: actions.map(({ threshold }) => (threshold === undefined ? "-" : grouped(threshold))),
  };
};

const optional = ["confirmed", "done", "share"] as const;

/** The columns that leave room for a bar, as many as can be; nothing where not even the others do. */
export const actionTable = (
  readiness: Readiness,
  said: States,
  { columns, paint }: Settings,
): { readonly lines: readonly string[]; readonly without: readonly string[] } | undefined => {
  const { actions, unit } = readiness;
  const key = Math.max(...actions.map(({ action }) => action.length));
  const states = actions.map((one) => standing(one));
  const all = Object.entries(columnsOf(readiness, said)).map(
    ([name, texts]) => [name, toTheRight([name, ...texts])] as const,
  );
  const widest = Math.max(...states.map((state) => state.length));
  for (let dropped = 0; dropped <= optional.length; dropped += 1) {
    const without: readonly string[] = optional.slice(optional.length - dropped);
    const kept = all.filter(([name]) => !without.includes(name));
    const rows = ["", ...actions].map((_, index) =>
      kept.map(([, texts]) => texts[index]).join("  "),
    );
    const cells = columns - key - 6 - Math.max(...rows.map((row) => row.length)) - 2 - widest;
    if (cells < shortestBar) continue;
    const heading = `${`as of ${readiness.asOf}`.padEnd(key + 6 + cells)}${rows[0]}`;
    const lines = actions.map((one, index) => {
      const state = one.met ? paint.good(states[index] ?? "") : (states[index] ?? "");
      return `${one.action.padEnd(key)}  [${bar(one, unit.size, cells)}]  ${rows[index + 1]}  ${state}`.trimEnd();
    });
    const marks = actions.some(({ threshold }) => threshold !== undefined) ? "   | needed" : "";
    const legend = `# would act now   - waits until more are in${marks}`;
    return { lines: [paint.quiet(heading), ...lines, paint.quiet(legend)], without };
  }
  return undefined;
};

export const actionBlocks = (
  readiness: Readiness,
  states: States,
  { columns, width }: Settings,
): readonly string[] => [
  `as of ${readiness.asOf}`,
  ...readiness.actions.flatMap((one) => {
    const needed = one.threshold === undefined ? "" : ` of ${grouped(one.threshold)}`;
    const state = standing(one);
    const { confirmed, done } = wordsOf(states)(one);
    const share = `(${shareWords(one.active.low, readiness.unit.size)} of the unit)`;
    const first = `${one.action}: ${rangeWords(one.active)}${needed} would act now ${share}`;
    const said = `  ${rangeWords(one.pledged)} pledged, ${confirmed} confirmed, ${done} done`;
    return [
      ...wrapped(state === "" ? first : `${first}; ${state}`, columns, width),
      ...wrapped(said, columns, width),
      `  [${bar(one, readiness.unit.size, Math.max(shortestBar, columns - 4))}]`,
    ];
  }),
];
