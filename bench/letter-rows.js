// @ts-check
/**
 * The rows about written letters. The unlock is not counted: in every turn a program opens the vault and does nothing,
 * and what it takes beyond Node alone is taken out of that turn.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { beside, medianOf, turnsOf, timeOf, timeOfProgram } from "./processes.js";
import { makeVault, writePeople } from "./sample-vault.js";

/** @typedef {import("./run.js").Row} Row */

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/** @param {number} milliseconds */
const ms = (milliseconds) => `${milliseconds.toFixed(0)} ms`;

/**
 * A vault with a fixed letter and so many who signed it by name. Gives what runs `letter write` in a format, and the
 * two programs that its unlock is measured by.
 * @param {string} folder
 * @param {number} people
 */
const makeLetter = (folder, people) => {
  const run = makeVault(folder, "vault");
  timeOf(run("letter", "start", "employer-demands", "--set", "answerBy=2027-01-31"));
  timeOf(run("letter", "freeze", "employer-demands", "--yes"));
  timeOf(run("add", "--from", writePeople(join(folder, "people.jsonl"), people, 0, true)));
  const file = (/** @type {string} */ format) => join(folder, `letter.${format}`);
  const write = (/** @type {string} */ format) => () =>
    timeOf(
      run("letter", "write", "employer-demands", "--format", format, "--force", "-o", file(format)),
      // Where a browser is looked for is the caller's; a home is where it would leave its traces.
      { TMPDIR: folder },
    );
  const unlock = () =>
    timeOf([beside("floors/unlock.js"), join(folder, "vault"), join(folder, "passphrase")]);
  const node = () => timeOf([beside("floors/node.js")]);
  return { file, write, unlock, node };
};

/**
 * The median of what a program takes without its unlock.
 * @template {{ readonly unlock: number, readonly node: number }} Turn
 * @param {readonly Turn[]} turns
 * @param {(turn: Turn) => number} timeIn
 */
const aboveUnlock = (turns, timeIn) =>
  medianOf(turns.map((turn) => timeIn(turn) - (turn.unlock - turn.node)));

/**
 * @param {string} what
 * @param {number} ours above the unlock
 * @param {number} theirs
 * @param {string} against
 * @param {number} atMost
 * @returns {Row}
 */
const row = (what, ours, theirs, against, atMost) => ({
  measure: `\`pledge letter write\`, 300 signatories, ${what}, unlock not counted, against ${against}`,
  found: `${ms(ours)} / ${ms(theirs)}`,
  result: `${(ours / theirs).toFixed(2)} x`,
  atMost: `${atMost} x`,
  kept: ours / theirs <= atMost,
});

/**
 * Each format of 300 signatories: those that we write, against Node with the libraries that they rest on; the one
 * that a browser prints, against that browser alone with the same HTML and, as with us, a profile never used.
 * @param {string} folder
 * @returns {readonly Row[]}
 */
export const writtenFiles = (folder) => {
  say("letters with 300 signatories ...");
  const { file, write, unlock, node } = makeLetter(folder, 300);
  const own = turnsOf(21, {
    md: write("md"),
    txt: write("txt"),
    html: write("html"),
    docx: write("docx"),
    unlock,
    node,
    libraries: () => timeOf([beside("floors/handlebars-and-markdown.js")]),
  });
  const profile = join(folder, "profile");
  const browser = () => {
    rmSync(profile, { recursive: true, force: true });
    return timeOfProgram("chromium", [
      "--headless",
      "--disable-gpu",
      // For root its sandbox does not work, as with us.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--no-pdf-header-footer",
      `--user-data-dir=${profile}`,
      `--print-to-pdf=${file("alone.pdf")}`,
      `file://${file("html")}`,
    ]);
  };
  const printed = turnsOf(11, { pdf: write("pdf"), unlock, node, browser });
  const libraries = "Node importing handlebars and marked";
  const theirs = medianOf(own.map((turn) => turn.libraries));
  return [
    row(
      "Markdown",
      aboveUnlock(own, ({ md }) => md),
      theirs,
      libraries,
      1.6,
    ),
    row(
      "plain text",
      aboveUnlock(own, ({ txt }) => txt),
      theirs,
      libraries,
      1.6,
    ),
    row(
      "HTML",
      aboveUnlock(own, ({ html }) => html),
      theirs,
      libraries,
      1.6,
    ),
    row(
      "DOCX",
      aboveUnlock(own, ({ docx }) => docx),
      theirs,
      libraries,
      2.5,
    ),
    row(
      "PDF",
      aboveUnlock(printed, ({ pdf }) => pdf),
      medianOf(printed.map((turn) => turn.browser)),
      "Chromium alone printing its HTML",
      1.5,
    ),
  ];
};

/**
 * @param {string} folder
 * @returns {Row}
 */
export const manySignatories = (folder) => {
  say("a letter with 10,000 signatories ...");
  const { write, unlock, node } = makeLetter(folder, 10_000);
  const found = turnsOf(5, { html: write("html"), unlock, node });
  const above = aboveUnlock(found, ({ html }) => html);
  return {
    measure: "`pledge letter write`, 10,000 signatories, HTML, unlock not counted",
    found: "",
    result: `${(above / 1000).toFixed(2)} s`,
    atMost: "2 s",
    kept: above <= 2000,
  };
};
