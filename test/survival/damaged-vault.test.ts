/** A vault with one thing wrong at a time: each is a typed failure or a finding of `doctor`, and none is taken for a sound vault. */
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import type { Vault } from "../../src/domain/vault/vault.ts";
import {
  bytesIn,
  change,
  look,
  newVault,
  opens,
  outcome,
  person,
  scratch,
  unlock,
  valueOf,
  vaults,
} from "../adapters/vault/sample-vault.ts";

const pageSize = 4096;

let sound: string;
let older: string;
let folder: string;

const copied = (from: string): void => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(from, folder, { recursive: true });
};

const put = (name: string, bytes: Uint8Array): void => writeFileSync(join(folder, name), bytes);

/** How the vault in the folder is: "ok" where nothing is wrong with it. */
const verdict = async (): Promise<string> => {
  const examined = await vaults.examine(folder, unlock);
  if (!examined.ok) return outcome(examined);
  const bad = examined.value.filter(({ state }) => state === "bad").map(({ check }) => check);
  return bad.length === 0 ? "ok" : `doctor: ${bad.join(", ")}`;
};

/** Everybody, with all that is noted of them. */
const contentOf = (of: string): Promise<unknown> => look(of, (vault) => vault.people.summaries());

/** How many of each verdict there were. */
const counted = (verdicts: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...new Set(verdicts)]
      .toSorted()
      .map((one) => [one, verdicts.filter((other) => other === one).length]),
  );

const flipped = (bytes: Uint8Array, at: number, bit = 1): Buffer => {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ bit;
  return changed;
};

/** Some of everything, and then a later version of it. */
const fill = (vault: Vault): void => {
  for (let n = 1; n <= 150; n += 1)
    vault.people.add({ ...person(n), note: `note ${n} ${"-".repeat(n % 97)}` });
};

beforeAll(async () => {
  sound = await newVault(0, { recovery: await vaults.suggestRecovery() });
  await change(sound, fill);
  older = join(scratch(), "older");
  cpSync(sound, older, { recursive: true });
  await change(sound, (vault) => {
    for (let n = 1; n <= 150; n += 3) vault.people.update({ ...person(n), note: "another note" });
    for (let n = 200; n < 230; n += 1) vault.people.add(person(n));
  });
  folder = join(scratch(), "vault");
  copied(sound);
});

describe("a sound vault", () => {
  it("is found sound", async () => {
    expect(await verdict()).toBe("ok");
  });
});

describe("vault.json", () => {
  it("with any bit of any byte flipped opens nothing", async () => {
    copied(sound);
    const header = bytesIn(sound, "vault.json");
    const verdicts: string[] = [];
    for (let at = 0; at < header.length; at += 1)
      for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) {
        put("vault.json", flipped(header, at, bit));
        verdicts.push(await opens(folder));
      }
    expect(verdicts).toHaveLength(8 * header.length);
    expect(Object.keys(counted(verdicts))).toEqual([
      "header-altered",
      "header-newer",
      "kdf-out-of-bounds",
      "vault-locked",
    ]);
  });

  it("cut off anywhere opens nothing", async () => {
    copied(sound);
    const header = bytesIn(sound, "vault.json");
    const verdicts: string[] = [];
    for (let length = 0; length < header.length; length += 1) {
      put("vault.json", header.subarray(0, length));
      verdicts.push(await opens(folder));
    }
    expect(counted(verdicts)).toEqual({ "header-altered": header.length });
  });

  it("damaged in its copy is made anew, and doctor says so", async () => {
    const copy = bytesIn(sound, "vault.json.bak");
    for (let at = 0; at < copy.length; at += 7) {
      copied(sound);
      put("vault.json.bak", flipped(copy, at));
      const examined = valueOf(await vaults.examine(folder, unlock));
      expect(examined).toContainEqual({ check: "header-copy", state: "renewed" });
      expect(bytesIn(folder, "vault.json.bak")).toEqual(copy);
    }
  });

  it("of another vault, older, or with slots in another order opens nothing", async () => {
    const header = JSON.parse(bytesIn(sound, "vault.json").toString()) as {
      readonly slots: readonly object[];
    };
    copied(sound);
    put("vault.json", Buffer.from(JSON.stringify({ ...header, slots: header.slots.toReversed() })));
    expect(await opens(folder)).toBe("header-altered");
    const other = await newVault(3);
    put("vault.json", bytesIn(other, "vault.json"));
    expect(await opens(folder)).toBe("database-unreadable");
    const theirs = JSON.parse(bytesIn(other, "vault.json").toString()) as typeof header;
    put("vault.json", Buffer.from(JSON.stringify({ ...header, slots: theirs.slots })));
    expect(await opens(folder)).not.toBe("ok");
    copied(sound);
    const second = { passphrase: "another sample passphrase", kdf: "light" } as const;
    valueOf(await vaults.changePassphrase(folder, unlock, second));
    for (const name of ["vault.json", "vault.json.bak"]) put(name, bytesIn(sound, name));
    expect(await opens(folder)).toBe("header-older");
  });
});

describe("vault.db", () => {
  const pagesOf = (bytes: Uint8Array): number => bytes.length / pageSize;

  it("with a bit of any page flipped is found out", async () => {
    const database = bytesIn(sound, "vault.db");
    const verdicts: string[] = [];
    for (let page = 0; page < pagesOf(database); page += 1) {
      copied(sound);
      put("vault.db", flipped(database, page * pageSize + ((page * 1237) % pageSize)));
      verdicts.push(await verdict());
    }
    expect(verdicts.length).toBeGreaterThan(30);
    expect(verdicts.filter((one) => one === "ok")).toEqual([]);
  });

  it("with two pages exchanged, or cut off behind any, is found out", async () => {
    const database = bytesIn(sound, "vault.db");
    const verdicts: string[] = [];
    for (let page = 0; page + 1 < pagesOf(database); page += 1) {
      const at = page * pageSize;
      const exchanged = Buffer.from(database);
      database.copy(exchanged, at, at + pageSize, at + 2 * pageSize);
      database.copy(exchanged, at + pageSize, at, at + pageSize);
      for (const bytes of [exchanged, database.subarray(0, at + pageSize)]) {
        copied(sound);
        put("vault.db", bytes);
        verdicts.push(await verdict());
      }
    }
    expect(verdicts.filter((one) => one === "ok")).toEqual([]);
  });

  it("with any old page put back is found out", async () => {
    const [database, before] = [bytesIn(sound, "vault.db"), bytesIn(older, "vault.db")];
    const verdicts: string[] = [];
    for (let page = 0; page < pagesOf(before); page += 1) {
      const at = page * pageSize;
      const old = before.subarray(at, at + pageSize);
      if (old.equals(database.subarray(at, at + pageSize))) continue;
      const mixed = Buffer.from(database);
      old.copy(mixed, at);
      copied(sound);
      put("vault.db", mixed);
      const found = await verdict();
      // A page that differs in what nobody reads, such as a counter, takes nothing back.
      if (found === "ok") expect(await contentOf(folder)).toEqual(await contentOf(sound));
      else verdicts.push(found);
    }
    expect(verdicts.length).toBeGreaterThan(10);
  });

  it("put back whole, with its header, is sound, and stands at an earlier change", async () => {
    const changeOf = async (of: string): Promise<number> => {
      const examined = valueOf(await vaults.examine(of, unlock));
      return examined.flatMap((one) => (one.check === "change" ? [one.number] : []))[0] ?? 0;
    };
    // In a committee others' tallies tell it: test/cli/vault/doctor-machine.test.ts.
    expect(await changeOf(older)).toBeLessThan(await changeOf(sound));
  });
});
