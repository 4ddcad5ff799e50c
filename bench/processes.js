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
 * Milliseconds that `node ...args` takes, from before it is spawned until it is gone. Throws when it
 * fails: the time of a failed run says nothing.
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [environment]
 */
export const timeOf = (args, environment = {}) => {
  const before = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    // None of the caller's settings reach what is measured.
    env: { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", NO_COLOR: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 2 ** 27,
    encoding: "utf8",
  });
  const milliseconds = Number(process.hrtime.bigint() - before) / 1e6;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}:\n${stderr}`);
  return milliseconds;
};

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
