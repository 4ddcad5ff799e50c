/** Who writes to a vault, told by the system's table of locks. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { writersOf } from "../../../src/adapters/vault/writers.ts";
import { put, scratch } from "./sample-vault.ts";

const driver = createRequire(import.meta.url).resolve(
  Number(process.versions["napi"]) >= 10 ? "better-sqlite3" : "better-sqlite3-node20",
);

/** Another process that does this to `vault.db` of the folder and then stays. Called as pledge is. */
const held = async (
  folder: string,
  statements: string,
  words: readonly string[],
): Promise<{ readonly pid: number; readonly end: () => void }> => {
  put(
    folder,
    "pledge.js",
    `const Driver = require(${JSON.stringify(driver)});
     const database = new Driver(${JSON.stringify(join(folder, "vault.db"))});
     database.exec(${JSON.stringify(statements)});
     console.log("ready");
     setTimeout(() => {}, 60_000);`,
  );
  const child = spawn(process.execPath, [join(folder, "pledge.js"), ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return { pid: child.pid ?? 0, end: () => child.kill("SIGKILL") };
};

const log = "PRAGMA journal_mode = WAL; CREATE TABLE t (a); ";

describe("who writes to a vault", () => {
  it("is nobody where nobody does, or there is no vault", async () => {
    const folder = scratch();
    expect(writersOf(folder)).toEqual([]);
    const reader = await held(folder, `${log} BEGIN; SELECT * FROM t`, ["shell"]);
    expect(writersOf(folder)).toEqual([]);
    reader.end();
  });

  it.each([
    ["BEGIN IMMEDIATE", ["import", "/home/sample/Ana Gomez.csv", "--yes"], "pledge import"],
    ["BEGIN IMMEDIATE", ["letter", "freeze", "first-letter"], "pledge letter freeze"],
    ["BEGIN IMMEDIATE", ["--vault", "x", "rekey"], "pledge"],
    [
      "PRAGMA journal_mode = DELETE; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT",
      ["rekey"],
      "pledge rekey",
    ],
  ])(
    "is named by its process and its command, without what follows: %s",
    async (sql, words, command) => {
      const folder = scratch();
      const writer = await held(folder, log + sql, words);
      expect(writersOf(folder)).toEqual([{ pid: writer.pid, command }]);
      writer.end();
    },
  );
});
