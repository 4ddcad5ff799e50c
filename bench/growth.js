// @ts-check
/** How merging and looking grow, from 1,000 people to 1,000,000: the table in docs/benchmarks.md. `npm run -s build && node bench/growth.js` */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyVault } from "./committees.js";
import { makeManyTallies } from "./many-tallies.js";
import { beside, medianOf, timeAndMemoryOf, timeOf } from "./processes.js";

const floor = medianOf(
  Array.from({ length: 9 }, () => timeOf([beside("floors/key-derivation.js")])),
);

/** @param {number} tallies @param {number} people in each */
const rowOf = async (tallies, people) => {
  const folder = mkdtempSync(join(tmpdir(), "pledge-growth-"));
  try {
    const { founder, folder: files } = await makeManyTallies(folder, tallies, people);
    /** @param {string} vault @param {readonly string[]} command */
    const on = (vault, ...command) =>
      founder(...command).map((word) =>
        word === join(folder, "rowan") ? join(folder, vault) : word,
      );
    const merges = [0, 1, 2].map((turn) => {
      copyVault(folder, "rowan", `copy-${turn}`);
      return timeAndMemoryOf(on(`copy-${turn}`, "merge", files), join(folder, "peak"));
    });
    const looks = [0, 1, 2].map(() => timeOf(on("copy-0", "status")));
    const all = tallies * people;
    const merged = medianOf(merges.map(({ milliseconds }) => milliseconds)) - floor;
    const looked = medianOf(looks) - floor;
    const megabytes = medianOf(merges.map((run) => run.megabytes));
    const each = (/** @type {number} */ ms) => `${((ms * 1000) / all).toFixed(1)} µs`;
    const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(2)} s`;
    console.log(
      `| ${all.toLocaleString("en")} | ${tallies} x ${people.toLocaleString("en")} | ${seconds(merged)} | ${each(merged)} | ${megabytes.toFixed(0)} MB | ${seconds(looked)} | ${each(looked)} |`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
};

console.log("| people | tallies | merge | a person | memory | status | a person |");
console.log("| --- | --- | --- | --- | --- | --- | --- |");
await rowOf(1, 1000);
await rowOf(1, 10_000);
await rowOf(10, 10_000);
await rowOf(100, 10_000);
