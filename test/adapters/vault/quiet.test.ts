/** Copying the database's file while it is open: SQLite's locks stay, and so does what others wrote. */
import { readFileSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { ok } from "../../../src/domain/result.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { look, newVault, person, scratch, unlock, valueOf, vaults } from "./sample-vault.ts";

const day = "2026-11-22" as Day;

/** How many descriptors of this process lead to the file. */
const descriptorsOf = (file: string): number =>
  readdirSync("/proc/self/fd").filter((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`) === file;
    } catch {
      // The one by which the folder was read.
      return false;
    }
  }).length;

/** The kernel gives the list in pieces, so that a lock can stand in it twice, under two numbers, where others come and go. */
const locksOf = (inode: string): number =>
  new Set(
    readFileSync("/proc/locks", "utf8")
      .split("\n")
      .filter((line) => line.includes(` ${process.pid} `) && line.includes(`:${inode} `))
      .map((line) => line.replace(/^\d+: /u, "")),
  ).size;

const inodeOf = async (file: string): Promise<string> =>
  String((await import("node:fs")).statSync(file).ino);

const add = (vault: Vault, n: number): void => {
  vault.transaction(() => ok(vault.people.add(person(n))));
};

describe("a backup that is made anew while the vault stays open", () => {
  it("keeps SQLite's locks, opens one descriptor for all of them, and closes it with the vault", async () => {
    const folder = await newVault(3);
    const backup = join(scratch(), "backup");
    valueOf(await vaults.backup(folder, unlock, { file: backup, day }));
    const database = join(folder, "vault.db");
    const inode = await inodeOf(database);
    const vault = valueOf(await vaults.open(folder, unlock));
    add(vault, 10);
    const before = locksOf(inode);
    expect(before).toBeGreaterThan(0);
    for (let n = 11; n < 15; n += 1) {
      add(vault, n);
      expect(vault.backups.renew(backup)).toBe("renewed");
      expect(locksOf(inode)).toBe(before);
    }
    // SQLite's own and ours.
    expect(descriptorsOf(database)).toBe(2);
    vault.close();
    expect(descriptorsOf(database)).toBe(0);
    const restored = join(scratch(), "restored");
    valueOf(await vaults.restore(backup, restored, unlock));
    expect(await look(restored, (one) => one.people.count())).toBe(8);
  });

  it("has what stands in the log alone, and waits for nobody's reading", async () => {
    const folder = await newVault(3);
    const backup = join(scratch(), "backup");
    valueOf(await vaults.backup(folder, unlock, { file: backup, day }));
    const vault = valueOf(await vaults.open(folder, unlock));
    const other = valueOf(await vaults.open(folder, unlock));
    add(other, 20);
    expect(vault.backups.renew(backup)).toBe("renewed");
    other.close();
    vault.close();
    const restored = join(scratch(), "restored");
    valueOf(await vaults.restore(backup, restored, unlock));
    expect(await look(restored, (one) => one.people.count())).toBe(4);
  });
});
