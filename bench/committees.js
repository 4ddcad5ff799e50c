// @ts-check
/** Committees for measuring, made by the command line itself. All names are made up by counting. */
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonOf, pledgeProgram, timeOf } from "./processes.js";
import { makeVault, writePeople } from "./sample-vault.js";

/**
 * A founder and members in a folder of their own, each with a vault of that name and so many people, told
 * apart by where their counting begins.
 * @param {string} folder
 * @param {number} members
 * @param {number} people
 */
export const makeCommittee = (folder, members, people) => {
  const founder = makeVault(folder, "rowan");
  /** @param {string} name */
  const on =
    (name) =>
    /** @param {readonly string[]} command */
    (...command) => [
      pledgeProgram,
      "--vault",
      join(folder, name),
      "--passphrase-file",
      join(folder, "passphrase"),
      ...command,
    ];
  const handles = Array.from({ length: members }, (_, at) => `member-${at + 1}`);
  const joinFile = (/** @type {string} */ handle) => join(folder, `${handle}.join`);
  for (const handle of handles)
    timeOf(on(handle)("join", "--handle", handle, "-o", joinFile(handle)));
  /** @param {string} handle @param {string} name */
  const print = (handle, name) => {
    const { fingerprint } = /** @type {{ fingerprint: string }} */ (
      jsonOf(on(name)("key", "show", "--json"))
    );
    return ["--fingerprint", `${handle}=${fingerprint}`];
  };
  const committee = join(folder, "committee.pledge");
  timeOf(
    founder(
      "invite",
      ...handles.map(joinFile),
      "-o",
      committee,
      ...handles.flatMap((handle) => print(handle, handle)),
      "--turf",
      "rowan=cloud,ads,maps,search,devices",
    ),
  );
  const adopted = print("rowan", "rowan");
  for (const handle of handles) timeOf(on(handle)("join", committee, ...adopted));
  const file = join(folder, "people.jsonl");
  for (const [at, handle] of ["rowan", ...handles].entries()) {
    for (let first = 0; first < people; first += 10_000)
      timeOf(
        on(handle)(
          "add",
          "--from",
          writePeople(file, Math.min(10_000, people - first), at * people + first),
        ),
      );
  }
  return { handles, on, tally: (/** @type {string} */ handle) => join(folder, `${handle}.tally`) };
};

/**
 * A copy of a vault, so that the same work can be done on it again.
 * @param {string} folder
 * @param {string} name
 * @param {string} copy
 */
export const copyVault = (folder, name, copy) => {
  cpSync(join(folder, name), join(folder, copy), { recursive: true });
};

/**
 * A KeePass database of so many entries, for what is measured against KeePassXC: its XML.
 * @param {string} file
 * @param {number} entries
 * @param {number} first
 */
export const writeKeePassXml = (file, entries, first) => {
  const uuid = (/** @type {number} */ number) => {
    const bytes = Buffer.alloc(16);
    bytes.writeUInt32BE(number);
    return bytes.toString("base64");
  };
  const day = "2026-11-01T00:00:00Z";
  const times = `<Times><LastModificationTime>${day}</LastModificationTime><CreationTime>${day}</CreationTime></Times>`;
  /** @param {string} key @param {string} value */
  const text = (key, value) => `<String><Key>${key}</Key><Value>${value}</Value></String>`;
  const all = Array.from({ length: entries }, (_, at) => {
    const number = first + at;
    const strings = text("Title", `Sample Person ${number}`) + text("UserName", "sign");
    return `<Entry><UUID>${uuid(number + 1)}</UUID>${times}${strings}</Entry>`;
  });
  const group = `<Group><UUID>${uuid(0)}</UUID><Name>Root</Name>${all.join("")}</Group>`;
  writeFileSync(
    file,
    `<?xml version="1.0" encoding="UTF-8"?><KeePassFile><Meta><DatabaseName>sample</DatabaseName></Meta><Root>${group}</Root></KeePassFile>`,
  );
  return file;
};
