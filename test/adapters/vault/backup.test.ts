/** A backup is the whole vault in one file; whatever is not one makes no vault. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { canonical, dataKeyOf, decryptedImage, rowsIn } from "../../support/decrypted-image.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import { heldByModes, isRoot, otherUser } from "../system/folder.ts";
import {
  bytesIn,
  change,
  look,
  newVault,
  opens,
  outcome,
  passphrase,
  person,
  put,
  scratch,
  unlock,
  valueOf,
  vaults,
} from "./sample-vault.ts";

const tables = [
  "meta",
  "campaign",
  "people",
  "assessments",
  "pledges",
  "letters",
  "texts",
  "signatures",
];

/** Everything in the vault, table by table. */
const contentOf = async (folder: string): Promise<unknown> => {
  const image = await decryptedImage(
    folder,
    await dataKeyOf(folder, passphrase, fastDerive as never),
  );
  return tables.map((table) => rowsIn(image, `SELECT * FROM ${table}`));
};

interface Head {
  readonly header: string;
  readonly database: { readonly bytes: number; readonly sha256: string };
}

/** A backup as somebody forges it: any header, any database, the digest fresh. */
const forged = (header: string, database: Uint8Array, change: object = {}): Buffer => {
  const described = {
    bytes: database.length,
    sha256: createHash("sha256").update(database).digest("hex"),
  };
  const head = canonical({ type: "pledge-backup", v: 1, header, database: described, ...change });
  return Buffer.concat([Buffer.from(`${head}\n`), database]);
};

let folder = "";
let file = "";
let whole: Buffer = Buffer.alloc(0);
let begin: Head;
let database: Buffer = Buffer.alloc(0);

beforeAll(async () => {
  folder = await newVault(40);
  await change(folder, ({ people }) =>
    people.assess(person(1).id, { level: 2, basis: "hearsay", day: person(1).addedOn }),
  );
  file = join(scratch(), "backup");
  valueOf(await vaults.backup(folder, unlock, file));
  whole = readFileSync(file);
  const end = whole.indexOf("\n");
  begin = JSON.parse(whole.toString("utf8", 0, end)) as Head;
  database = whole.subarray(end + 1);
});

/** The outcome of restoring these bytes; whatever it is, only a whole vault may be there afterwards. */
const restored = async (bytes: Uint8Array): Promise<string> => {
  const place = scratch();
  writeFileSync(join(place, "file"), bytes);
  const target = join(place, "home", "deep", "vault");
  const result = await vaults.restore(join(place, "file"), target, unlock);
  expect(readdirSync(place)).toEqual(result.ok ? ["file", "home"] : ["file"]);
  if (!result.ok && result.failure.type === "backup-malformed") return result.failure.what;
  return outcome(result);
};

describe("a backup", () => {
  it("brings back a vault that holds the same and opens the same, readable by its owner alone", async () => {
    const target = join(scratch(), "not", "there", "yet");
    valueOf(await vaults.restore(file, target, unlock));
    expect(await contentOf(target)).toEqual(await contentOf(folder));
    expect(bytesIn(target, "vault.json")).toEqual(bytesIn(folder, "vault.json"));
    expect(readdirSync(target).toSorted()).toEqual(["vault.db", "vault.json", "vault.json.bak"]);
    for (const path of [
      "",
      "vault.db",
      "vault.json",
      "vault.json.bak",
      "../../../not",
      "../../there",
    ]) {
      expect(statSync(join(target, path)).mode & 0o077, path).toBe(0);
    }
    await change(target, ({ people }) => people.add(person(77)));
    expect(await look(target, ({ people }) => people.count())).toBe(41);
  });

  it("says how large it is, is readable by its owner alone, and holds no name", async () => {
    const other = join(scratch(), "other");
    expect(valueOf(await vaults.backup(folder, unlock, other))).toEqual({
      bytes: statSync(other).size,
    });
    expect(statSync(other).mode & 0o777).toBe(0o600);
    expect(whole.includes("Sample")).toBe(false);
    expect(readdirSync(join(other, ".."))).toEqual(["other"]);
    expect(readdirSync(folder).toSorted()).toEqual(["vault.db", "vault.json", "vault.json.bak"]);
  });

  it("is opened by the passphrase of its day", async () => {
    const changing = await newVault(1);
    const [earlier, later] = [join(scratch(), "earlier"), join(scratch(), "later")];
    valueOf(await vaults.backup(changing, unlock, earlier));
    valueOf(
      await vaults.changePassphrase(changing, unlock, "the second sample passphrase", "keep"),
    );
    const second = { by: "passphrase", passphrase: "the second sample passphrase" } as const;
    valueOf(await vaults.backup(changing, second, later));
    const place = scratch();
    expect(outcome(await vaults.restore(later, join(place, "a"), unlock))).toBe("vault-locked");
    expect(outcome(await vaults.restore(later, join(place, "a"), second))).toBe("ok");
    expect(outcome(await vaults.restore(earlier, join(place, "b"), second))).toBe("vault-locked");
    expect(outcome(await vaults.restore(earlier, join(place, "b"), unlock))).toBe("ok");
    expect(readdirSync(place).toSorted()).toEqual(["a", "b"]);
  });

  it("is opened by the recovery words too", async () => {
    const words = vaults.suggestRecovery();
    const source = await newVault(1, { recovery: words });
    const copy = join(scratch(), "copy");
    valueOf(await vaults.backup(source, unlock, copy));
    const target = join(scratch(), "vault");
    expect(outcome(await vaults.restore(copy, target, { by: "recovery", words }))).toBe("ok");
    expect(await opens(target)).toBe("ok");
  });

  it("holds what was changed meanwhile by another pledge that still has the vault open", async () => {
    const source = await newVault(1);
    const open = valueOf(await vaults.open(source, unlock));
    open.transaction(() => ({ ok: true, value: open.people.add(person(9)) }));
    const [copy, target] = [join(scratch(), "copy"), join(scratch(), "vault")];
    valueOf(await vaults.backup(source, unlock, copy));
    open.close();
    valueOf(await vaults.restore(copy, target, unlock));
    expect(await look(target, ({ people }) => people.count())).toBe(2);
  });

  it("is never written over something, and not where there is no folder", async () => {
    const place = scratch();
    const taken = join(place, "taken");
    writeFileSync(taken, "mine");
    symlinkSync(join(place, "nowhere"), join(place, "link"));
    for (const path of [taken, place, join(place, "link")]) {
      expect(await vaults.backup(folder, unlock, path)).toEqual({
        ok: false,
        failure: { type: "file-exists", path },
      });
    }
    expect(readFileSync(taken, "utf8")).toBe("mine");
    expect(await vaults.backup(folder, unlock, join(place, "no", "backup"))).toEqual({
      ok: false,
      failure: { type: "file-missing", path: join(place, "no") },
    });
    expect(outcome(await vaults.backup(folder, unlock, join(taken, "backup")))).toBe("file-failed");
    expect(readdirSync(place).toSorted()).toEqual(["link", "taken"]);
  });

  it("is not written where we may not write, and leaves nothing in the vault's folder", async () => {
    const place = scratch();
    const closed = join(place, "closed");
    mkdirSync(closed, { mode: 0o500 });
    const source = join(place, "vault");
    valueOf(await vaults.restore(file, source, unlock));
    for (const path of isRoot
      ? [closed, source, ...readdirSync(source).map((name) => join(source, name))]
      : []) {
      chownSync(path, otherUser, otherUser);
    }
    await heldByModes(place, async () => {
      const path = join(closed, "backup");
      const failure = { type: "file-failed", path, code: "EACCES" };
      expect(await vaults.backup(source, unlock, path)).toEqual({ ok: false, failure });
    });
    expect(readdirSync(source).toSorted()).toEqual(["vault.db", "vault.json", "vault.json.bak"]);
  });
});

describe("what is not a backup", () => {
  it("makes no vault when it ends early, wherever that is", async () => {
    const start = whole.length - database.length;
    const lengths = [
      0,
      1,
      100,
      start - 2,
      start - 1,
      start,
      start + 1,
      start + 4096,
      whole.length - 1,
    ];
    for (const length of lengths) {
      expect(await restored(whole.subarray(0, length)), `${length}`).toBe(
        length < start ? "it does not begin as a backup of pledge does" : "its end is missing",
      );
    }
    expect(await restored(Buffer.concat([whole, Buffer.from("\n")]))).toBe(
      "something was added to its end",
    );
    expect(await restored(Buffer.concat([whole, whole]))).toBe("something was added to its end");
  });

  it("makes no vault with any byte changed, at several hundred places", async () => {
    const start = whole.length - database.length;
    const places = [
      ...Array.from({ length: start }, (_, at) => at).filter(
        (at) => at % 7 === 0 || at < 40 || at > start - 120,
      ),
      ...Array.from({ length: 60 }, (_, n) => start + Math.floor((n * database.length) / 60)),
      whole.length - 1,
    ];
    expect(places.length).toBeGreaterThan(250);
    for (const at of places) {
      for (const mask of [0x01, 0x20]) {
        const bytes = Buffer.from(whole);
        bytes.writeUInt8((bytes[at] ?? 0) ^ mask, at);
        expect(await restored(bytes), `byte ${at} ^ ${mask}`).not.toBe("ok");
      }
    }
  });

  it("makes no vault when whoever changed it made the digest fit again", async () => {
    expect(await restored(forged(begin.header, database))).toBe("ok");
    const changed = Buffer.from(database);
    changed.writeUInt8((changed[3 * 4096] ?? 0) ^ 1, 3 * 4096);
    expect(await restored(forged(begin.header, changed))).toBe(
      "its database is damaged or belongs to another vault.json",
    );
    expect(await restored(forged(begin.header, database.subarray(0, -4096)))).toBe(
      "its database is damaged or belongs to another vault.json",
    );
    const other = await newVault(1);
    expect(await restored(forged(begin.header, bytesIn(other, "vault.db")))).toBe(
      "its database is damaged or belongs to another vault.json",
    );
    expect(await restored(forged(begin.header, Buffer.from("SQLite format 3\0".repeat(300))))).toBe(
      "its database is not encrypted",
    );
    expect(
      await restored(forged(begin.header.replace('"generation":1', '"generation":2'), database)),
    ).toBe("its vault.json was changed or damaged");
    expect(await restored(forged("{}", database))).toBe("its vault.json was changed or damaged");
    expect(await restored(forged('{"v":2}', database))).toBe("header-newer");
    expect(await restored(forged(begin.header.replace('"m":65536', '"m":4194304'), database))).toBe(
      "it asks for a passphrase check outside the bounds we accept: memory 4194304 KiB",
    );
  });

  it("makes no vault of an old header and a later database", async () => {
    const source = await newVault(1);
    const old = bytesIn(source, "vault.json").toString("utf8");
    valueOf(await vaults.changePassphrase(source, unlock, "the second sample passphrase", "keep"));
    expect(await restored(forged(old, bytesIn(source, "vault.db")))).toBe(
      "its vault.json is older than its database",
    );
  });

  it("makes no vault with another first line", async () => {
    const begins = "it does not begin as a backup of pledge does";
    for (const change of [
      { v: 2 },
      { type: "pledge-tally" },
      { more: 1 },
      { header: 1 },
      { header: null },
    ]) {
      expect(await restored(forged(begin.header, database, change)), JSON.stringify(change)).toBe(
        begins,
      );
    }
    const described = { bytes: database.length, sha256: begin.database.sha256 };
    for (const change of [
      { ...described, bytes: 0 },
      { ...described, bytes: -1 },
      { ...described, bytes: 1e300 },
      { ...described, bytes: "1" },
      { ...described, sha256: begin.database.sha256.toUpperCase() },
    ]) {
      expect(
        await restored(forged(begin.header, database, { database: change })),
        JSON.stringify(change),
      ).toBe(begins);
    }
    const line = whole.toString("utf8", 0, whole.length - database.length);
    for (const other of [
      ` ${line}`,
      `\uFEFF${line}`,
      line.replace(":1}", ":1.0}"),
      line.replace("{", '{"__proto__":{},'),
      line.replace("\n", "\r\n"),
      "{}\n",
      "null\n",
      "\n",
    ]) {
      expect(
        await restored(Buffer.concat([Buffer.from(other), database])),
        other.slice(0, 20),
      ).toBe(begins);
    }
    expect(await restored(Buffer.alloc(300_000, 0x20))).toBe(begins);
  });

  it("is said to be missing when it is, and a pipe is not waited for", async () => {
    const place = scratch();
    const target = join(place, "vault");
    const nothing = join(place, "nothing");
    expect(await vaults.restore(nothing, target, unlock)).toEqual({
      ok: false,
      failure: { type: "file-missing", path: nothing },
    });
    execFileSync("mkfifo", [join(place, "pipe")]);
    expect(outcome(await vaults.restore(join(place, "pipe"), target, unlock))).toBe(
      "backup-malformed",
    );
    expect(outcome(await vaults.restore(place, target, unlock))).toBe("backup-malformed");
    expect(existsSync(target)).toBe(false);
  });
});

describe("the folder of a vault", () => {
  it("is never one that holds something, and nothing is hashed to find out", async () => {
    const place = scratch();
    mkdirSync(join(place, "full"));
    put(join(place, "full"), "mine", "mine");
    put(place, "file", "mine");
    for (const name of ["full", "file"]) {
      const target = join(place, name);
      const occupied = { ok: false, failure: { type: "folder-occupied", folder: target } };
      expect(await vaults.restore(file, target, unlock)).toEqual(occupied);
      expect(await vaults.restore(join(place, "no such backup"), target, unlock)).toEqual(occupied);
    }
    expect(await vaults.restore(file, folder, unlock)).toEqual({
      ok: false,
      failure: { type: "vault-exists", folder },
    });
    expect(readFileSync(join(place, "file"), "utf8")).toBe("mine");
    expect(readdirSync(place).toSorted()).toEqual(["file", "full"]);
  });

  it("may be there and empty, also behind a link, and is for its owner alone then", async () => {
    const place = scratch();
    mkdirSync(join(place, "empty"), { mode: 0o755 });
    symlinkSync(join(place, "empty"), join(place, "link"));
    valueOf(await vaults.restore(file, join(place, "link"), unlock));
    expect(statSync(join(place, "empty")).mode & 0o777).toBe(0o700);
    expect(await opens(join(place, "link"))).toBe("ok");
    expect(readdirSync(place).toSorted()).toEqual(["empty", "link"]);
  });

  it("that may not be looked into is not taken for one that is not there", async () => {
    const place = scratch();
    const target = join(place, "vault");
    valueOf(await vaults.restore(file, target, unlock));
    await heldByModes(place, async () => {
      expect(vaults.exists(target)).toBe(true);
      const failure = { type: "file-failed", path: join(target, "within"), code: "EACCES" };
      expect(await vaults.restore(file, join(target, "within"), unlock)).toEqual({
        ok: false,
        failure,
      });
      expect(await vaults.open(target, unlock)).toEqual({
        ok: false,
        failure: { type: "file-failed", path: join(target, "vault.json"), code: "EACCES" },
      });
    });
    rmSync(target, { recursive: true });
    expect(vaults.exists(target)).toBe(false);
    expect(vaults.exists(join(file, "vault"))).toBe(false);
  });
});
