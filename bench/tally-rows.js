// @ts-check
/** The rows about tallies: what exporting and merging cost. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { copyVault, makeCommittee, writeKeePassXml } from "./committees.js";
import { makeManyTallies } from "./many-tallies.js";
import { beside, medianOf, timeAndMemoryOf, timeOf, timeOfProgram } from "./processes.js";
import { writePeople } from "./sample-vault.js";

/** @typedef {import("./run.js").Row} Row */

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/** Milliseconds of Node and one key derivation: what any command that opens a vault takes at the least. */
const unlock = () =>
  medianOf(Array.from({ length: 9 }, () => timeOf([beside("floors/key-derivation.js")])));

/**
 * A row with at most 2 s above the unlock, and so much memory.
 * @param {string} measure
 * @param {readonly { readonly milliseconds: number, readonly megabytes: number }[]} runs
 * @param {number} floor
 * @param {number} [most] MB
 * @returns {Row}
 */
const aboveUnlock = (measure, runs, floor, most = 400) => {
  const above = medianOf(runs.map((run) => run.milliseconds)) - floor;
  const megabytes = medianOf(runs.map((run) => run.megabytes));
  return {
    measure,
    found: "",
    result: `${(above / 1000).toFixed(2)} s, ${megabytes.toFixed(0)} MB`,
    atMost: `2 s, ${most} MB`,
    kept: above <= 2000 && megabytes <= most,
  };
};

/**
 * One export of 100,000 people to five readers.
 * @param {string} folder
 * @returns {Row}
 */
export const largeExport = (folder) => {
  say("a tally of 100,000 people ...");
  const { on } = makeCommittee(folder, 4, 0);
  const people = join(folder, "people.jsonl");
  for (let first = 0; first < 100_000; first += 10_000)
    timeOf(on("rowan")("add", "--from", writePeople(people, 10_000, first)));
  const runs = [0, 1, 2].map((turn) =>
    timeAndMemoryOf(
      on("rowan")("tally", "export", "--yes", "-o", join(folder, `${turn}.tally`)),
      join(folder, "peak"),
    ),
  );
  const measure = "`pledge tally export`, 100,000 people to 5 readers, above the unlock";
  return aboveUnlock(measure, runs, unlock(), 600);
};

/** What somebody would write who has GnuPG and SQLite: a row a token, counted once. */
const shellLoop = `
for file in "$2"/*.tally; do
  gpg --homedir "$1" --batch --quiet --decrypt "$file" 2>"$3/said"
done | LC_ALL=C grep -o '"token":"[^"]*' | cut -c10- >"$3/tokens"
rm -f "$3/loop.db"
sqlite3 "$3/loop.db" "create table t(token text)" ".import $3/tokens t" "select count(distinct token) from t"
`;

/**
 * A hundred tallies of 10,000 people: merged, merged again with one of them changed, and looked at.
 * @param {string} folder
 * @returns {Promise<readonly Row[]>}
 */
export const millionMerged = async (folder) => {
  say("a million people in a hundred tallies ...");
  const { founder, gnupg, write, folder: tallies } = await makeManyTallies(folder, 100, 10_000);
  const peak = join(folder, "peak");
  /** @param {string} vault @param {readonly string[]} command */
  const on = (vault, ...command) =>
    founder(...command).map((word) =>
      word === join(folder, "rowan") ? join(folder, vault) : word,
    );
  const turns = [0, 1, 2];
  const loops = turns.map(() =>
    timeOfProgram("sh", ["-c", shellLoop, "sh", gnupg, tallies, folder]),
  );
  const first = turns.map((turn) => {
    copyVault(folder, "rowan", `copy-${turn}`);
    return timeAndMemoryOf(on(`copy-${turn}`, "merge", tallies), peak);
  });
  const again = [];
  for (const turn of turns) {
    await write(turn);
    again.push(timeOf(on("copy-0", "merge", tallies)));
  }
  const looks = turns.map(() => timeOf(on("copy-0", "status")));
  const floor = unlock();
  const merged = medianOf(first.map(({ milliseconds }) => milliseconds)) - floor;
  const megabytes = medianOf(first.map((run) => run.megabytes));
  const [loop, repeated] = [medianOf(loops), medianOf(again) - floor];
  const looked = medianOf(looks) - floor;
  const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(2)} s`;
  return [
    {
      measure:
        "`pledge merge`, 100 tallies of 10,000 people, above the unlock, against a loop of `gpg --decrypt` into `sqlite3`; peak memory",
      found: `${seconds(merged)} / ${seconds(loop)}`,
      result: `${(merged / loop).toFixed(2)} x, ${megabytes.toFixed(0)} MB`,
      atMost: "1.5 x, 700 MB",
      kept: merged / loop <= 1.5 && megabytes <= 700,
    },
    {
      measure: "the same again with one of them changed, against the first time",
      found: `${seconds(repeated)} / ${seconds(merged)}`,
      result: `${(repeated / merged).toFixed(2)} x`,
      atMost: "0.1 x",
      kept: repeated / merged <= 0.1,
    },
    {
      measure: "`pledge status` of these 1,000,000 people, above the unlock",
      found: "",
      result: seconds(looked),
      atMost: "1 s",
      kept: looked <= 1000,
    },
  ];
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
