/** Judges every state in which a crash could have left the folder of a command. */
import { expect } from "vitest";

import { allArrived, crashStates, keyOf, treeAfter } from "./crash-states.ts";
import type { CrashState } from "./crash-states.ts";
import { createDisk } from "./disk.ts";
import type { Tree } from "./nodes.ts";
import { layOut, newPlace, withFiles } from "./run-traced.ts";
import type { Run } from "./run-traced.ts";

/** Whether it is as if the command had not been run, or as if it had been run to its end. Throws where it is neither. */
export type Outcome = "old" | "new";

/** Of a copy of the place, which it may change. */
export type Judge = (place: string) => Promise<Outcome>;

/** What a run over one command showed. */
export interface Replayed {
  readonly command: string;
  readonly states: number;
  /** Of them those that were as before the command. */
  readonly old: number;
}

declare module "vitest" {
  interface TaskMeta {
    replayed?: Replayed;
  }
}

const outcomeOf = (tree: Tree, judge: Judge): Promise<Outcome | Error> =>
  withFiles(tree, judge).catch((error: unknown) => error as Error);

/** What is wrong with a state, or nothing. */
const faultOf = ({ what, acknowledged }: CrashState, outcome: Outcome | Error): string[] => {
  if (outcome instanceof Error) return [`${what}: ${outcome.message}`];
  return acknowledged && outcome === "old" ? [`${what}: it was acknowledged, and is lost`] : [];
};

/**
 * Judges every state of the run. What was replayed must be what is there, there must be `least` different states or more, and each
 * must be old or new: after the command has said that it was done, new.
 */
export const replay = async (
  command: string,
  { before, after, changes }: Run,
  judge: Judge,
  least: number,
): Promise<Replayed> => {
  expect(keyOf(treeAfter(before, changes))).toBe(keyOf(createDisk(after).tree("now", "now")));
  expect(changes.some(({ type }) => type === "say")).toBe(true);
  const outcomes = new Map<string, Outcome | Error>();
  const faults: string[] = [];
  for (const state of crashStates(before, changes)) {
    const outcome = outcomes.get(state.key) ?? (await outcomeOf(state.tree, judge));
    if (!outcomes.has(state.key) || outcome === "old") faults.push(...faultOf(state, outcome));
    outcomes.set(state.key, outcome);
  }
  const states = outcomes.size;
  expect(faults, `${command}: ${states} states`).toEqual([]);
  expect(states, command).toBeGreaterThanOrEqual(least);
  const old = [...outcomes.values()].filter((outcome) => outcome === "old").length;
  return { command, states, old };
};

/** A place as a crash leaves it at the first point at which it `isSo`, where all that was written has arrived. */
export const crashedWhere = async (
  { before, changes }: Run,
  isSo: (place: string) => Promise<boolean> | boolean,
): Promise<string> => {
  for (const { what, tree } of crashStates(before, changes)) {
    if (!what.endsWith(allArrived) || !(await withFiles(tree, async (place) => isSo(place))))
      continue;
    const place = newPlace();
    layOut(tree, place);
    return place;
  }
  throw new Error("it is so at no point");
};
