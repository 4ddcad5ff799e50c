/** `vault.db` put aside, exchanged, cut short or changed: refused or found, and never written to. */
import { execFileSync } from "node:child_process";
import { rmSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { openDatabase } from "../../../src/adapters/vault/database.ts";
import { loadDriver } from "../../../src/adapters/vault/driver.ts";
import { keysOf } from "../../../src/adapters/vault/keys.ts";
import type { Finding } from "../../../src/domain/vault/finding.ts";
import { dataKeyOf, headerIn } from "../../support/decrypted-image.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import { Driver, openByHand } from "./by-hand.ts";
import {
  bytesIn,
  look,
  newVault,
  opens,
  passphrase,
  person,
  put,
  unlock,
  valueOf,
  vaults,
} from "./sample-vault.ts";

const pageSize = 4096;
const unreadable = (folder: string): unknown => ({
  ok: false,
  failure: { type: "database-unreadable", folder },
});

/** What `doctor` finds wrong, or the failure. */
const bad = async (folder: string): Promise<readonly string[] | string> => {
  const examined = await vaults.examine(folder, unlock);
  if (!examined.ok) return examined.failure.type;
  return examined.value.filter(({ state }: Finding) => state === "bad").map(({ check }) => check);
};

describe("vault.db", () => {
  let folder = "";
  let whole: Buffer = Buffer.alloc(0);

  beforeAll(async () => {
    folder = await newVault(80);
    whole = bytesIn(folder, "vault.db");
  });

  /** Opening with these bytes as the database; they must be the same afterwards. */
  const tried = async (bytes: Uint8Array): Promise<string> => {
    put(folder, "vault.db", bytes);
    try {
      const result = await opens(folder);
      expect(bytesIn(folder, "vault.db").equals(bytes), "the file stays as it was").toBe(true);
      return result;
    } finally {
      put(folder, "vault.db", whole);
    }
  };

  it("does not begin as a plain SQLite file does, and holds no name", () => {
    expect(whole.subarray(0, 15).toString("latin1")).not.toBe("SQLite format 3");
    expect(whole.includes("Sample Person")).toBe(false);
    expect(whole.includes("Example Corp")).toBe(false);
  });

  it("is refused with one byte changed in any page: at once, or by doctor", async () => {
    const pages = whole.length / pageSize;
    expect(pages).toBeGreaterThan(15);
    const found = new Set<string>();
    for (let page = 0; page < pages; page += 1) {
      // In turn in the salt or ciphertext, in the IV, and in the HMAC.
      const offset = [page, 16, 2000, 4015, 4016, 4031, 4032, 4095][page % 8] ?? 0;
      const bytes = Buffer.from(whole);
      bytes.writeUInt8((bytes[page * pageSize + offset] ?? 0) ^ 0x10, page * pageSize + offset);
      put(folder, "vault.db", bytes);
      const result = String(await bad(folder));
      expect(["opens", "pages", "pages,references"], `page ${page + 1}`).toContain(result);
      found.add(result);
    }
    put(folder, "vault.db", whole);
    expect(found.has("opens")).toBe(true);
    expect(found.has("pages,references") || found.has("pages")).toBe(true);
    expect(await bad(folder)).toEqual([]);
  });

  it("is not read past a changed page: what it would say is refused", async () => {
    const bytes = Buffer.from(whole);
    for (let at = 2 * pageSize + 100; at < bytes.length; at += pageSize)
      bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at);
    put(folder, "vault.db", bytes);
    const vault = await vaults.open(folder, unlock);
    // The pages that opening reads are checked by it, the others when something is read from them.
    expect(() => valueOf(vault).people.summaries()).toThrow("database-unreadable");
    if (vault.ok) vault.value.close();
    put(folder, "vault.db", whole);
  });

  it("is refused with two pages exchanged", async () => {
    const bytes = Buffer.from(whole);
    whole.copy(bytes, 3 * pageSize, 4 * pageSize, 5 * pageSize);
    whole.copy(bytes, 4 * pageSize, 3 * pageSize, 4 * pageSize);
    put(folder, "vault.db", bytes);
    expect(["opens", "pages", "pages,references"]).toContain(String(await bad(folder)));
    put(folder, "vault.db", whole);
  });

  it.each([0, 1, 15, 16, 100, 4095])(
    "of %i bytes is refused and stays of that length",
    async (length) => {
      expect(await tried(whole.subarray(0, length))).toBe("database-unreadable");
    },
  );

  it("that lost its last pages is refused or found out", async () => {
    for (const length of [pageSize, 2 * pageSize, whole.length - pageSize, whole.length - 1]) {
      put(folder, "vault.db", whole);
      truncateSync(join(folder, "vault.db"), length);
      expect(["opens", "pages", "pages,references"], `${length}`).toContain(
        String(await bad(folder)),
      );
    }
    put(folder, "vault.db", whole);
  });

  it("is refused in plain text", async () => {
    rmSync(join(folder, "vault.db"));
    const plain = new Driver(join(folder, "vault.db"));
    plain.exec("CREATE TABLE meta (vault TEXT)");
    plain.close();
    const bytes = bytesIn(folder, "vault.db");
    expect(bytes.subarray(0, 15).toString()).toBe("SQLite format 3");
    expect(await tried(bytes)).toBe("database-plain");
    expect(await tried(bytes.subarray(0, 16))).toBe("database-plain");
  });

  it("is refused when it is another vault's, a text, or random", async () => {
    const other = await newVault(3);
    expect(await tried(bytesIn(other, "vault.db"))).toBe("database-unreadable");
    expect(await tried(Buffer.from("no database at all".repeat(1000)))).toBe("database-unreadable");
    const salted = Buffer.concat([whole.subarray(0, 16), Buffer.alloc(whole.length - 16, 0xa5)]);
    expect(await tried(salted)).toBe("database-unreadable");
  });

  it("is refused when it is not there, and not made anew", async () => {
    rmSync(join(folder, "vault.db"));
    expect(await vaults.open(folder, unlock)).toEqual(unreadable(folder));
    expect(() => statSync(join(folder, "vault.db"))).toThrow("ENOENT");
    execFileSync("mkfifo", [join(folder, "vault.db")]);
    expect(await vaults.open(folder, unlock)).toEqual(unreadable(folder));
    rmSync(join(folder, "vault.db"));
    put(folder, "vault.db", whole);
  });
});

describe("the settings under which a vault is open", () => {
  it("are those of the format page", async () => {
    const folder = await newVault(1);
    const driver = loadDriver();
    if (driver === undefined) throw new Error("no driver");
    const keys = keysOf(await dataKeyOf(folder, passphrase, fastDerive), headerIn(folder).vault);
    const database = valueOf(
      openDatabase({ driver: () => driver, patience: 1234 }, folder, keys, false),
    );
    const setting = (name: string): unknown => database.pragma(name, { simple: true });
    const settings = {
      cipher: "sqlcipher",
      temp_store: 2,
      secure_delete: 1,
      journal_mode: "wal",
      synchronous: 2,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      busy_timeout: 1234,
      page_size: 4096,
    };
    for (const [name, value] of Object.entries(settings)) expect(setting(name), name).toBe(value);
    database.close();
  });
});

describe("a vault of a later pledge", () => {
  it("is refused with its schema's number, and its database stays as it was", async () => {
    const folder = await newVault(2);
    const database = await openByHand(folder);
    database.exec("PRAGMA user_version = 99");
    database.close();
    const bytes = bytesIn(folder, "vault.db");
    expect(await vaults.open(folder, unlock)).toEqual({
      ok: false,
      failure: { type: "database-newer", version: 99 },
    });
    expect(bytesIn(folder, "vault.db")).toEqual(bytes);
  });
});

describe("a vault without a schema, or with another vault's meta", () => {
  it.each([
    "PRAGMA user_version = 0",
    "DELETE FROM meta",
    "UPDATE meta SET vault = '00000000-0000-4000-8000-000000000000'",
  ])("is refused after %s", async (sql) => {
    const folder = await newVault(1);
    const database = await openByHand(folder);
    database.exec(sql);
    database.close();
    expect(await opens(folder)).toBe("database-unreadable");
  });
});

describe("what a crash leaves in the log", () => {
  it("is read when the vault is opened next", async () => {
    const folder = await newVault(1);
    const vault = valueOf(await vaults.open(folder, unlock));
    vault.transaction(() => {
      vault.people.add(person(50));
      return { ok: true, value: undefined };
    });
    const [database, log] = [bytesIn(folder, "vault.db"), bytesIn(folder, "vault.db-wal")];
    vault.close();
    // As if the process had ended without closing.
    put(folder, "vault.db", database);
    put(folder, "vault.db-wal", log);
    expect(log.includes("Sample Person")).toBe(false);
    expect(await look(folder, (open) => open.people.count())).toBe(2);
  });

  it("is passed over where it was changed, and what was committed before stays", async () => {
    const folder = await newVault(1);
    const before = bytesIn(folder, "vault.db");
    put(folder, "vault.db-wal", Buffer.alloc(9000, 7));
    expect(await look(folder, (open) => open.people.count())).toBe(1);
    expect(bytesIn(folder, "vault.db")).toEqual(before);
  });
});
