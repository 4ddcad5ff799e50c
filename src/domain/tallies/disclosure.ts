/**
 * What a tally tells its readers, as numbers: the ground of what `peek` says and of `docs/disclosure.md`.
 * Nothing here is known to a reader that is not in the file itself.
 */
import type { ActionKey, TeamKey } from "../campaign/campaign.ts";
import type { TalliedAction, Tally, TallyLine } from "./tally.ts";

export interface ToldTeam {
  readonly team: TeamKey;
  readonly people: number;
}

export interface ToldAction {
  readonly action: ActionKey;
  /** Live: pledged, confirmed or done. */
  readonly people: number;
  readonly withdrawn: number;
}

export interface Disclosure {
  readonly people: number;
  readonly supporters: number;
  /** Sorted by key. */
  readonly teams: readonly ToldTeam[];
  /** In the writer's turf, team withheld. */
  readonly withheld: number;
  /** Team not known or not told. */
  readonly elsewhere: number;
  /** Sorted by key. */
  readonly actions: readonly ToldAction[];
  /**
   * Lines that no other line is like in what they say (team, actions, states, conditions, text): whoever
   * heard all of that from a coworker knows which line is hers, and can follow it through later tallies.
   */
  readonly alone: number;
  /**
   * Lines that one overheard condition picks out: no other line in the file has that condition, and
   * the line says something besides. Whoever heard it learns the rest of the line.
   */
  readonly pickedOutByCondition: number;
}

const conditionText = ({ condition }: TalliedAction): string => JSON.stringify(condition);

const byKey = <K extends string>(a: readonly [K, unknown], b: readonly [K, unknown]): number =>
  a[0] < b[0] ? -1 : 1;

const countBy = <K extends string>(keys: Iterable<K>): ReadonlyMap<K, number> => {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

const told = ({ team, actions, supporter }: TallyLine): string =>
  JSON.stringify([team, actions, supporter]);

const toldActions = (lines: readonly TallyLine[]): readonly ToldAction[] => {
  const all = lines.flatMap(({ actions }) => actions);
  const live = countBy(all.flatMap(({ action, state }) => (state === "withdrawn" ? [] : [action])));
  const gone = countBy(all.flatMap(({ action, state }) => (state === "withdrawn" ? [action] : [])));
  return [...new Set(all.map(({ action }) => action))].toSorted().map((action) => ({
    action,
    people: live.get(action) ?? 0,
    withdrawn: gone.get(action) ?? 0,
  }));
};

/** Whether the line tells more than one action that is pledged under one condition. */
const saysMore = ({ team, actions, supporter }: TallyLine): boolean =>
  team !== undefined ||
  supporter ||
  actions.length > 1 ||
  actions.some(({ state, text }) => state !== "pledged" || text !== undefined);

const pickedOut = (lines: readonly TallyLine[]): number => {
  // `waits` is none that anybody says: a condition on a team that the line does not name.
  const conditionsOf = ({ actions }: TallyLine): ReadonlySet<string> =>
    new Set(
      actions
        .filter(({ condition }) => condition.kind !== "none" && condition.kind !== "waits")
        .map((one) => conditionText(one)),
    );
  const counts = countBy(lines.flatMap((line) => [...conditionsOf(line)]));
  return lines.filter(
    (line) =>
      saysMore(line) && [...conditionsOf(line)].some((condition) => counts.get(condition) === 1),
  ).length;
};

/** What the tally's lines tell, whoever reads them. */
export const disclosureOf = ({ lines }: Pick<Tally, "lines">): Disclosure => {
  const teams = countBy(
    lines.flatMap(({ team }) => (team === undefined || team === "*" ? [] : [team])),
  );
  const alike = countBy(lines.map(told));
  return {
    people: lines.length,
    supporters: lines.filter(({ supporter }) => supporter).length,
    teams: [...teams].toSorted(byKey).map(([team, people]) => ({ team, people })),
    withheld: lines.filter(({ team }) => team === "*").length,
    elsewhere: lines.filter(({ team }) => team === undefined).length,
    actions: toldActions(lines),
    alone: lines.filter((line) => alike.get(told(line)) === 1).length,
    pickedOutByCondition: pickedOut(lines),
  };
};
