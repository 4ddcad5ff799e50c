// @ts-check
/** The rows about lists that come from elsewhere: taking one in, taking it back, and the next question after a person. */
import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { medianOf, timeAndMemoryOf, timeOf, timeOfProgram } from "./processes.js";
import { makeVault } from "./sample-vault.js";

/** @typedef {import("./run.js").Row} Row */

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/** @param {number} milliseconds */
const ms = (milliseconds) => `${milliseconds.toFixed(0)} ms`;

const people = 100_000;

/** @param {number} number as a UUID of version 4 has it */
const uuid = (number) =>
  `00000000-0000-4000-8000-${((number * 2_654_435_761) % 2 ** 40).toString(16).padStart(12, "0")}`;

/**
 * A report as Action Network writes it, of people who are made up by counting.
 * @param {string} file
 */
const writeReport = (file) => {
  const header =
    "first_name,last_name,email,zip_code,can2_user_address,can2_user_city,can2_county,can2_state_abbreviated,country,can2_user_tags,can2_subscription_date,uuid";
  const rows = Array.from(
    { length: people },
    (_, n) =>
      `Sample,Person ${n},sample${n}@example.org,9${String(n % 9999).padStart(4, "0")},"${n} Sample Street, Apt ${n % 90}",Sampleton,Sample,CA,US,"night shift, sticker day",2026-0${1 + (n % 9)}-1${n % 9} 09:30:00 -0700,${uuid(n)}`,
  );
  writeFileSync(file, `${[header, ...rows].join("\n")}\n`);
  return file;
};

/**
 * @param {string} folder
 * @returns {readonly Row[]}
 */
export const importAndUndo = (folder) => {
  say("a list of 100,000 people, in and out ...");
  const empty = makeVault(folder, "empty");
  timeOf(empty("status"));
  const report = writeReport(join(folder, "report.csv"));
  const database = join(folder, "sqlite.db");
  const turns = Array.from({ length: 5 }, (_, turn) => {
    const run = makeVault(folder, `vault-${turn}`);
    const taken = timeAndMemoryOf(run("import", report, "--yes"), join(folder, "peak"));
    const undone = timeOf(run("undo", "--yes"));
    rmSync(database, { force: true });
    const sqlite = timeOfProgram("sqlite3", [
      database,
      `.import --csv ${report} people`,
      "CREATE INDEX by_email ON people (email)",
    ]);
    return { taken, undone, sqlite };
  });
  const taken = medianOf(turns.map((turn) => turn.taken.milliseconds));
  const megabytes = medianOf(turns.map((turn) => turn.taken.megabytes));
  const sqlite = medianOf(turns.map((turn) => turn.sqlite));
  const undone = medianOf(turns.map((turn) => turn.undone));
  return [
    {
      measure:
        "`pledge import`, 100,000 rows of an Action Network report, against `sqlite3` importing it and making one index; peak memory",
      found: `${ms(taken)} / ${ms(sqlite)}`,
      result: `${(taken / sqlite).toFixed(1)} x, ${megabytes.toFixed(0)} MB`,
      atMost: "15 x, 500 MB",
      kept: taken <= 15 * sqlite && megabytes <= 500,
    },
    {
      measure: "`pledge undo` of that import, against the import",
      found: `${ms(undone)} / ${ms(taken)}`,
      result: `${(undone / taken).toFixed(2)} x`,
      atMost: "1 x",
      kept: undone <= taken,
    },
  ];
};

/**
 * How long the next question takes to come after each of so many people, in milliseconds: from the key that ends the
 * last question about one of them to the first one about the next, in a pseudo-terminal of `script`.
 * @param {readonly string[]} args
 * @param {number} rounds
 * @returns {Promise<readonly number[]>}
 */
const waitsOf = (args, rounds) =>
  new Promise((resolve, reject) => {
    const line = [process.execPath, ...args].map((word) => `'${word}'`).join(" ");
    const child = spawn(
      "script",
      ["--quiet", "--flush", "--return", "--echo", "always", "--command", line, "/dev/null"],
      { env: { PATH: process.env["PATH"] ?? "", TERM: "xterm", SHELL: "/bin/sh", NO_COLOR: "1" } },
    );
    /** @type {number[]} */
    const waits = [];
    let shown = "";
    let answered = "";
    let named = 0;
    let pressed = 0;
    const timer = setTimeout(() => child.kill(), 60_000);
    child.stdout.setEncoding("utf8");
    child.stdout.on("data", (/** @type {string} */ text) => {
      shown += stripVTControlCharacters(text);
      const asked = [...shown.matchAll(/^\r?\? (\w+)/gmu)].at(-1)?.[1];
      // A question is shown once more while it is answered.
      if (asked === undefined || asked === answered) return;
      shown = "";
      answered = asked;
      if (asked !== "Name") {
        pressed = performance.now();
        child.stdin.write("\r");
        return;
      }
      if (named > 0) waits.push(performance.now() - pressed);
      named += 1;
      child.stdin.write(named > rounds ? "\r" : `Sample Person ${named}\r`);
    });
    child.stdin.on("error", () => {});
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code === 0 && waits.length === rounds) resolve(waits);
      else reject(new Error(`${waits.length} people of ${rounds}, ended with ${code}: ${shown}`));
    });
  });

/**
 * @param {string} folder
 * @returns {Promise<Row>}
 */
export const nextPrompt = async (folder) => {
  say("the next question after a person ...");
  const run = makeVault(folder, "asked");
  const wait = medianOf(await waitsOf([...run("add")], 15));
  return {
    measure: "`pledge add`, from the last answer about a person to the question about the next",
    found: "",
    result: `${(wait / 1000).toFixed(3)} s`,
    atMost: "0.1 s",
    kept: wait <= 100,
  };
};
