// @ts-check
/**
 * Measures the rows of docs/benchmarks.md, prints them as that page has them, and exits 1 when one is
 * missed, 70 when one could not be measured. Ratios are of medians of programs run in turn, so they hold on other machines too.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import {
  beside,
  medianOf,
  mediansOfPairs,
  pledgeProgram,
  timeAndMemoryOf,
  timeOf,
} from "./processes.js";
import { importAndUndo, nextPrompt } from "./import-rows.js";
import { makeVault, writePeople } from "./sample-vault.js";
import { manySignatories, writtenFiles } from "./letter-rows.js";
import { findAndList } from "./people-rows.js";
import { exportAndMerge, largeExport, mergeAgainstKeePass, millionMerged } from "./tally-rows.js";
import { vaultItself } from "./vault-rows.js";

/**
 * @typedef {object} Row
 * @property {string} measure
 * @property {string} found the medians of both sides of a ratio
 * @property {string} result
 * @property {string} atMost
 * @property {boolean} kept
 */

const folder = mkdtempSync(join(tmpdir(), "pledge-bench-"));

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/** @param {number} milliseconds */
const ms = (milliseconds) => `${milliseconds.toFixed(0)} ms`;

/**
 * @param {string} measure
 * @param {{ readonly a: number, readonly b: number }} medians of ours and of what it is held against
 * @param {number} atMost
 * @returns {Row}
 */
const ratioRow = (measure, { a, b }, atMost) => ({
  measure,
  found: `${ms(a)} / ${ms(b)}`,
  result: `${(a / b).toFixed(2)} x`,
  atMost: `${atMost} x`,
  kept: a / b <= atMost,
});

const help = () => {
  say("help ...");
  const medians = mediansOfPairs(
    61,
    () => timeOf([pledgeProgram, "--help"]),
    () => timeOf([beside("floors/commander.js")]),
  );
  return ratioRow("`pledge --help`, against Node importing commander", medians, 1.3);
};

const list = () => {
  say("list of 1,000 ...");
  const run = makeVault(folder, "list");
  timeOf(run("add", "--from", writePeople(join(folder, "list.jsonl"), 1000)));
  const medians = mediansOfPairs(
    41,
    () => timeOf(run("list")),
    () => timeOf([beside("floors/key-derivation.js")]),
  );
  return ratioRow("`pledge list`, 1,000 people, against Node and one key derivation", medians, 1.6);
};

const addOne = () => {
  say("one person into 100,000 and into 100 ...");
  const [large, small] = [makeVault(folder, "large"), makeVault(folder, "small")];
  const file = join(folder, "people.jsonl");
  for (let first = 0; first < 100_000; first += 10_000) {
    timeOf(large("add", "--from", writePeople(file, 10_000, first)));
  }
  timeOf(small("add", "--from", writePeople(file, 100)));
  /** @param {typeof large} run */
  const addTo = (run) => (/** @type {number} */ turn) =>
    timeOf(run("add", "--from", writePeople(file, 1, 200_000 + turn)));
  const medians = mediansOfPairs(41, addTo(large), addTo(small));
  return ratioRow("`pledge add --from`, one person into 100,000, against into 100", medians, 1.15);
};

/** @returns {Row} */
const addMany = () => {
  say("10,000 people at once ...");
  const file = writePeople(join(folder, "many.jsonl"), 10_000);
  const runs = Array.from({ length: 5 }, (_, turn) =>
    timeAndMemoryOf(makeVault(folder, `many-${turn}`)("add", "--from", file), join(folder, "peak")),
  );
  const milliseconds = medianOf(runs.map((run) => run.milliseconds));
  const megabytes = medianOf(runs.map((run) => run.megabytes));
  return {
    measure: "`pledge add --from`, 10,000 people into an empty vault; peak memory",
    found: "",
    result: `${(milliseconds / 1000).toFixed(1)} s, ${megabytes.toFixed(0)} MB`,
    atMost: "6 s, 400 MB",
    kept: milliseconds <= 6000 && megabytes <= 400,
  };
};

try {
  const rows = [
    help(),
    list(),
    addOne(),
    addMany(),
    ...importAndUndo(join(folder, "import")),
    await nextPrompt(join(folder, "prompt")),
    ...findAndList(join(folder, "find")),
    ...writtenFiles(join(folder, "letters")),
    manySignatories(join(folder, "long-letter")),
    ...vaultItself(join(folder, "vault")),
    ...exportAndMerge(join(folder, "ten")),
    largeExport(join(folder, "hundred-thousand")),
    ...(await millionMerged(join(folder, "million"))),
    mergeAgainstKeePass(join(folder, "two")),
  ];
  const processors = cpus();
  console.log(
    `Node ${process.versions.node}, ${processors.length} x ${processors[0]?.model ?? "?"}\n`,
  );
  console.log("| measure | medians | result | at most | |\n| --- | --- | --- | --- | --- |");
  for (const { measure, found, result, atMost, kept } of rows) {
    console.log(`| ${measure} | ${found} | ${result} | ${atMost} | ${kept ? "kept" : "MISSED"} |`);
  }
  if (rows.some(({ kept }) => !kept)) process.exitCode = 1;
} catch (error) {
  // Told apart from a missed row, which is 1.
  console.error(error);
  process.exitCode = 70;
} finally {
  rmSync(folder, { recursive: true });
}
