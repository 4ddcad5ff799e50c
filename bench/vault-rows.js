// @ts-check
/** The rows about the vault itself: unlocking it, adding to it beside KeePassXC, and copying it. */
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeKeePassXml } from "./committees.js";
import { beside, medianOf, timeOf, timeOfProgram, turnsOf } from "./processes.js";
import { makeVault, writePeople } from "./sample-vault.js";

/** @typedef {import("./run.js").Row} Row */

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/** @param {number} milliseconds */
const ms = (milliseconds) => `${milliseconds.toFixed(0)} ms`;

/**
 * @param {string} measure
 * @param {number} ours
 * @param {number} theirs
 * @param {number} atMost
 * @returns {Row}
 */
const row = (measure, ours, theirs, atMost) => ({
  measure,
  found: `${ms(ours)} / ${ms(theirs)}`,
  result: `${(ours / theirs).toFixed(2)} x`,
  atMost: `${atMost} x`,
  kept: ours <= atMost * theirs,
});

/** The settings of a vault, for the program of the reference implementation. */
const argon2 = ["sample-salt-16by", "-id", "-t", "3", "-k", "262144", "-p", "4", "-l", "32", "-r"];

/** @param {string} folder */
const unlocking = (folder) => {
  say("unlocking ...");
  const run = makeVault(folder, "unlocked");
  timeOf(run("add", "--from", writePeople(join(folder, "some.jsonl"), 1000)));
  const turns = turnsOf(41, {
    ours: () => timeOf(run("doctor", "--quick")),
    hash: () => timeOfProgram("argon2", argon2, "a passphrase of six words or so"),
    node: () => timeOf([beside("floors/node.js")]),
  });
  return row(
    "`pledge doctor --quick`, 1,000 people, against `argon2` with the same settings and Node alone",
    medianOf(turns.map(({ ours }) => ours)),
    medianOf(turns.map(({ hash, node }) => hash + node)),
    1.25,
  );
};

/** @param {string} folder */
const addingOne = (folder) => {
  say("one person, and one entry of KeePassXC, into 10,000 ...");
  const people = 10_000;
  const run = makeVault(folder, "ten-thousand");
  const file = join(folder, "people.jsonl");
  timeOf(run("add", "--from", writePeople(file, people)));
  const [xml, base] = [join(folder, "entries.xml"), join(folder, "base.kdbx")];
  const password = "sample password\n";
  writeKeePassXml(xml, people, 0);
  timeOfProgram("keepassxc-cli", ["import", "-p", xml, base], password + password);
  // No person and no entry is there twice.
  let added = people;
  const next = () => (added += 1);
  const turns = turnsOf(5, {
    ours: () => timeOf(run("add", "--from", writePeople(file, 1, next()))),
    theirs: () =>
      timeOfProgram(
        "keepassxc-cli",
        ["add", "-q", "-u", "sample", base, `Sample ${next()}`],
        password,
      ),
  });
  return row(
    "`pledge add --from`, one person into 10,000, against `keepassxc-cli add` of one entry into 10,000",
    medianOf(turns.map(({ ours }) => ours)),
    medianOf(turns.map(({ theirs }) => theirs)),
    0.5,
  );
};

/** @param {string} folder */
const backingUp = (folder) => {
  say("a backup of 100,000 people ...");
  const run = makeVault(folder, "large");
  const file = join(folder, "people.jsonl");
  for (let first = 0; first < 100_000; first += 20_000)
    timeOf(run("add", "--from", writePeople(file, 20_000, first)));
  const [backup, copy] = [join(folder, "backup"), join(folder, "copy")];
  timeOf(run("backup", backup));
  const bytes = join(folder, "bytes");
  copyFileSync(backup, bytes);
  const turns = turnsOf(5, {
    ours: () => {
      rmSync(backup, { force: true });
      return timeOf(run("backup", backup));
    },
    theirs: () => {
      rmSync(copy, { force: true });
      return timeOfProgram("sh", ["-c", 'cp "$0" "$1" && sync "$1"', bytes, copy]);
    },
  });
  rmSync(bytes);
  return row(
    "`pledge backup`, 100,000 people, against `cp` of the same bytes and `sync` of them",
    medianOf(turns.map(({ ours }) => ours)),
    medianOf(turns.map(({ theirs }) => theirs)),
    6,
  );
};

/**
 * @param {string} folder
 * @returns {readonly Row[]}
 */
export const vaultItself = (folder) => [
  unlocking(folder),
  addingOne(join(folder, "one")),
  backingUp(join(folder, "copy")),
];
