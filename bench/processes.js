// @ts-check
/** Runs programs one at a time and tells how long each took and how much memory it held at most. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** @param {string} file a path from this folder */
export const beside = (file) => fileURLToPath(new URL(file, import.meta.url));

/** How `node` runs the command line of this project. */
export const pledgeProgram = beside("../bin/pledge.js");

/**
 * Runs a program to its end. Throws when it fails: the time of a failed run says nothing.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ readonly environment?: Readonly<Record<string, string>>, readonly input?: string }} [settings]
 */
const run = (program, args, { environment = {}, input } = {}) => {
  const before = process.hrtime.bigint();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    // None of the caller's settings reach what is measured.
    env: { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", NO_COLOR: "1", ...environment },
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    ...(input === undefined ? {} : { input }),
    maxBuffer: 2 ** 27,
    encoding: "utf8",
  });
  const milliseconds = Number(process.hrtime.bigint() - before) / 1e6;
  if (error !== undefined) throw error;
  if (status !== 0)
    throw new Error(`${program} ${args.join(" ")} ended with ${status}:\n${stderr}`);
  return { milliseconds, stdout };
};

/**
 * Milliseconds that `node ...args` takes, from before it is spawned until it is gone.
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [environment]
 */
export const timeOf = (args, environment = {}) =>
  run(process.execPath, args, { environment }).milliseconds;

/**
 * The one JSON document that `node ...args` prints.
 * @param {readonly string[]} args
 * @returns {unknown}
 */
export const jsonOf = (args) => JSON.parse(run(process.execPath, args).stdout);

/**
 * Milliseconds that another program takes; `input` is what is typed into it.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} [input]
 */
export const timeOfProgram = (program, args, input = "") =>
  run(program, args, { input, environment: { QT_QPA_PLATFORM: "offscreen" } }).milliseconds;

/**
 * As `timeOf`, and the most memory that the process held at once, in megabytes of 10^6 bytes.
 * @param {readonly string[]} args
 * @param {string} scratch a file that may be written over
 */
export const timeAndMemoryOf = (args, scratch) => {
  const milliseconds = timeOf(["--import", beside("peak-memory.js"), ...args], {
    BENCH_PEAK_FILE: scratch,
  });
  return { milliseconds, megabytes: Number(readFileSync(scratch, "utf8")) / 1e6 };
};

/** @param {readonly number[]} numbers */
export const medianOf = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error("no numbers, no median");
  return (low + high) / 2;
};

/**
 * The times of several programs that are run in turn, forwards and backwards, so that a machine that slows down slows
 * all of them. The first turn warms the file cache and is not counted.
 * @template {string} Name
 * @param {number} turns
 * @param {Readonly<Record<Name, () => number>>} programs each runs one and gives its milliseconds
 * @returns {readonly Readonly<Record<Name, number>>[]} a turn each
 */
export const turnsOf = (turns, programs) => {
  const names = /** @type {Name[]} */ (Object.keys(programs));
  return Array.from({ length: turns + 1 }, (_, turn) => {
    const order = turn % 2 === 0 ? names : names.toReversed();
    const times = order.map((name) => [name, programs[name]()]);
    return /** @type {Record<Name, number>} */ (Object.fromEntries(times));
  }).slice(1);
};

/**
 * The medians of two programs that are run in turn, A B B A, so that a machine that slows down slows
 * both, and neither always comes second. The first pair warms the file cache and is not counted.
 * @param {number} pairs
 * @param {(turn: number) => number} a runs A, gives its milliseconds
 * @param {(turn: number) => number} b
 */
export const mediansOfPairs = (pairs, a, b) => {
  /** @type {number[]} */
  const timesOfA = [];
  /** @type {number[]} */
  const timesOfB = [];
  for (let turn = 0; turn <= pairs; turn += 1) {
    if (turn % 2 === 0) timesOfA.push(a(turn));
    timesOfB.push(b(turn));
    if (turn % 2 === 1) timesOfA.push(a(turn));
  }
  return { a: medianOf(timesOfA.slice(1)), b: medianOf(timesOfB.slice(1)) };
};
