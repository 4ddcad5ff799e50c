// @ts-check
/** The rows about finding some people among very many. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { medianOf, timeOf, turnsOf } from "./processes.js";
import { makeVault, writePeople } from "./sample-vault.js";

/** @typedef {import("./run.js").Row} Row */

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

const people = 100_000;

/** As many as are added at once. */
const batch = 20_000;

/** One in so many is in the small team, which is listed. */
const smallTeam = 50;

const atMost = 150;

/**
 * @param {string} measure
 * @param {number} ours
 * @param {number} theirs
 * @returns {Row}
 */
const row = (measure, ours, theirs) => ({
  measure: `${measure}, above \`pledge list\` of 100`,
  found: `${ours.toFixed(0)} ms / ${theirs.toFixed(0)} ms`,
  result: `${(ours - theirs).toFixed(0)} ms`,
  atMost: `${atMost} ms`,
  kept: ours - theirs <= atMost,
});

/**
 * Whole processes, the key derivation in each, in turn.
 * @param {string} folder
 * @returns {readonly Row[]}
 */
export const findAndList = (folder) => {
  say("finding among 100,000 people ...");
  const [large, small] = [makeVault(folder, "large"), makeVault(folder, "small")];
  const file = join(folder, "people.jsonl");
  for (let first = 0; first < people; first += batch)
    timeOf(large("add", "--from", writePeople(file, batch, first, false, smallTeam)));
  timeOf(small("add", "--from", writePeople(file, 100)));
  const words = join(folder, "words.txt");
  // As somebody types it: a part of each word, without capitals. Twenty people have both.
  writeFileSync(words, "sam 7912\n");
  const found = turnsOf(21, {
    find: () => timeOf(large("find", "--from", words)),
    team: () => timeOf(large("list", "--team", "cloud")),
    list: () => timeOf(small("list")),
  });
  const theirs = medianOf(found.map(({ list }) => list));
  return [
    row("`pledge find` in 100,000 people", medianOf(found.map(({ find }) => find)), theirs),
    row(
      "`pledge list --team`, 2,000 of 100,000 people",
      medianOf(found.map(({ team }) => team)),
      theirs,
    ),
  ];
};
