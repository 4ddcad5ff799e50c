// @ts-check
/** Vaults for measuring, made and grown by the command line itself. All names are made up by counting. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pledgeProgram, timeOf } from "./processes.js";

const teams = ["cloud", "ads", "maps", "search", "devices"];

const [first, ...others] = teams;

/**
 * Teams of one size, or of the first one every nth person.
 * @param {number} number
 * @param {number | undefined} nth
 */
const teamOf = (number, nth) => {
  if (nth === undefined) return teams[number % teams.length];
  return number % nth === 0 ? first : others[number % others.length];
};

/** @param {number} number @param {boolean} named everybody, else every second @param {number} [nth] */
const person = (number, named, nth) => ({
  name: `Sample Person ${number}`,
  team: teamOf(number, nth),
  ...(nth === undefined
    ? {}
    : {
        role: "Software Engineer",
        contacts: [{ kind: "signal", value: `+1555${5_000_000 + number}` }],
      }),
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
 * @param {number} [nth] one in so many is in the first team, and all have a role and a phone number
 */
export const writePeople = (file, people, first = 0, named = false, nth) => {
  const lines = Array.from({ length: people }, (_, index) =>
    JSON.stringify(person(first + index, named, nth)),
  );
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
};

/**
 * Makes an empty vault under `folder` and gives the arguments that run a command on it.
 * @param {string} folder
 * @param {string} name
 * @param {number} [size] workers in the unit
 */
export const makeVault = (folder, name, size = 150_000) => {
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
      unit: { name: "Everybody", size, asOf: "2026-11-01" },
      teams: teams.map((key) => ({ key, name: key, size: size / teams.length })),
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
