// @ts-check
/** The rows about tallies: what exporting and merging cost. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { copyVault, makeCommittee, writeKeePassXml } from "./committees.js";
import { beside, medianOf, timeAndMemoryOf, timeOf, timeOfProgram } from "./processes.js";

/** @typedef {import("./run.js").Row} Row */

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/** Milliseconds of Node and one key derivation: what any command that opens a vault takes at the least. */
const unlock = () =>
  medianOf(Array.from({ length: 9 }, () => timeOf([beside("floors/key-derivation.js")])));

/**
 * A row with at most 2 s above the unlock and 400 MB.
 * @param {string} measure
 * @param {readonly { readonly milliseconds: number, readonly megabytes: number }[]} runs
 * @param {number} floor
 * @returns {Row}
 */
const aboveUnlock = (measure, runs, floor) => {
  const above = medianOf(runs.map((run) => run.milliseconds)) - floor;
  const megabytes = medianOf(runs.map((run) => run.megabytes));
  return {
    measure,
    found: "",
    result: `${(above / 1000).toFixed(2)} s, ${megabytes.toFixed(0)} MB`,
    atMost: "2 s, 400 MB",
    kept: above <= 2000 && megabytes <= 400,
  };
};

/**
 * Exports of 10,000 people to five readers, and a merge of ten such files.
 * @param {string} folder
 * @returns {readonly Row[]}
 */
export const exportAndMerge = (folder) => {
  say("tallies of 10,000 people, exported and merged ...");
  const { handles, on, tally } = makeCommittee(folder, 10, 10_000);
  const floor = unlock();
  const peak = join(folder, "peak");
  const readers = ["rowan", ...handles.slice(1, 5)].flatMap((handle) => ["--to", handle]);
  const exports = handles.map((handle) =>
    timeAndMemoryOf(on(handle)("tally", "export", ...readers, "-o", tally(handle)), peak),
  );
  const merges = Array.from({ length: 5 }, (_, turn) => {
    copyVault(folder, "rowan", `copy-${turn}`);
    return timeAndMemoryOf(on(`copy-${turn}`)("merge", ...handles.map(tally)), peak);
  });
  return [
    aboveUnlock(
      "`pledge tally export`, 10,000 people to 5 readers, above the unlock",
      exports,
      floor,
    ),
    aboveUnlock("`pledge merge`, 10 such files, above the unlock", merges, floor),
  ];
};

/**
 * Two sources of 50,000 merged, against KeePassXC merging two databases of 50,000 entries.
 * @param {string} folder
 * @returns {Row}
 */
export const mergeAgainstKeePass = (folder) => {
  say("two sources of 50,000, and KeePassXC with two databases of 50,000 entries ...");
  const { handles, on, tally } = makeCommittee(folder, 1, 50_000);
  for (const handle of handles) timeOf(on(handle)("tally", "export", "-o", tally(handle)));
  const password = "sample password\n";
  for (const [at, name] of ["a", "b"].entries()) {
    const xml = writeKeePassXml(join(folder, `${name}.xml`), 50_000, at * 25_000);
    const base = join(folder, `${name}.kdbx`);
    timeOfProgram("keepassxc-cli", ["import", "-p", xml, base], password + password);
  }
  const ours = medianOf(
    [0, 1, 2].map((turn) => {
      copyVault(folder, "rowan", `copy-${turn}`);
      return timeOf(on(`copy-${turn}`)("merge", ...handles.map(tally)));
    }),
  );
  // Once: it takes as long as all the rest, and its spread is far below the distance.
  const [into, from] = [join(folder, "a.kdbx"), join(folder, "b.kdbx")];
  const theirs = timeOfProgram("keepassxc-cli", ["merge", "-s", into, from], password);
  rmSync(into);
  return {
    measure:
      "`pledge merge`, two sources of 50,000 people, against `keepassxc-cli merge` of 50,000 entries",
    found: `${ours.toFixed(0)} ms / ${theirs.toFixed(0)} ms`,
    result: `${(ours / theirs).toFixed(2)} x`,
    atMost: "0.1 x",
    kept: ours / theirs <= 0.1,
  };
};
