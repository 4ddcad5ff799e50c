// @ts-check
/** Vaults for measuring, made and grown by the command line itself. All names are made up by counting. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pledgeProgram, timeOf } from "./processes.js";

const teams = ["cloud", "ads", "maps", "search", "devices"];

/** @param {number} number @param {boolean} named everybody, else every second */
const person = (number, named) => ({
  name: `Sample Person ${number}`,
  team: teams[number % teams.length],
  assessment: 1 + (number % 4),
  actions:
    number % 3 === 0 ? ["sign", { action: "walkout", atLeast: 50 * (1 + (number % 7)) }] : ["sign"],
  display: named || number % 2 === 0 ? "named" : "counted",
});

/**
 * Writes a file for `add --from`: JSON Lines, as many people as asked for, counted from `first`.
 * @param {string} file
 * @param {number} people
 * @param {number} [first]
 * @param {boolean} [named] everybody, else every second
 */
export const writePeople = (file, people, first = 0, named = false) => {
  const lines = Array.from({ length: people }, (_, index) =>
    JSON.stringify(person(first + index, named)),
  );
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
};

/**
 * Makes an empty vault under `folder` and gives the arguments that run a command on it.
 * @param {string} folder
 * @param {string} name
 */
export const makeVault = (folder, name) => {
  mkdirSync(folder, { recursive: true });
  const passphrase = join(folder, "passphrase");
  writeFileSync(passphrase, "a passphrase of six words or so\n", { mode: 0o600 });
  const campaign = join(folder, "campaign.json");
  writeFileSync(
    campaign,
    JSON.stringify({
      campaign: "Sample campaign",
      employer: "Example Corp",
      organizer: "rowan",
      unit: { name: "Everybody", size: 150_000, asOf: "2026-11-01" },
      teams: teams.map((key) => ({ key, name: key, size: 30_000 })),
    }),
  );
  /** @param {readonly string[]} command */
  const run = (...command) => [
    pledgeProgram,
    "--vault",
    join(folder, name),
    "--passphrase-file",
    passphrase,
    ...command,
  ];
  timeOf(run("init", "--from", campaign));
  return run;
};
