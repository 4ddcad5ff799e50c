/** A backup is the whole vault in one file. */
import {
  chownSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { rowsIn } from "../../support/decrypted-image.ts";
import { heldByModes, isRoot, otherUser } from "../system/folder.ts";
import { newBackup } from "./sample-backup.ts";
import type { SampleBackup } from "./sample-backup.ts";
import {
  backUp,
  bytesIn,
  change,
  imageOf,
  look,
  newVault,
  opens,
  outcome,
  person,
  scratch,
  unlock,
  valueOf,
  vaults,
} from "./sample-vault.ts";

/** Everything in the vault, table by table. */
const contentOf = async (folder: string): Promise<unknown> => {
  const image = await imageOf(folder);
  const tables = rowsIn(image, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  expect(tables.length).toBeGreaterThan(14);
  return (tables as readonly { readonly name: string }[]).map(({ name }) => [
    name,
    rowsIn(image, `SELECT * FROM ${name}`),
  ]);
};

let sample: SampleBackup;

beforeAll(async () => {
  sample = await newBackup();
});

describe("a backup", () => {
  it("brings back a vault that holds the same and opens the same, readable by its owner alone", async () => {
    const target = join(scratch(), "not", "there", "yet");
    valueOf(await vaults.restore(sample.file, target, unlock));
    expect(await contentOf(target)).toEqual(await contentOf(sample.folder));
    expect(bytesIn(target, "vault.json")).toEqual(bytesIn(sample.folder, "vault.json"));
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
    expect(valueOf(await backUp(sample.folder, unlock, other))).toEqual({
      bytes: statSync(other).size,
    });
    expect(statSync(other).mode & 0o777).toBe(0o600);
    expect(sample.whole.includes("Sample")).toBe(false);
    expect(readdirSync(join(other, ".."))).toEqual(["other"]);
    expect(readdirSync(sample.folder).toSorted()).toEqual([
      "vault.db",
      "vault.json",
      "vault.json.bak",
    ]);
  });

  it("is opened by the passphrase of its day", async () => {
    const changing = await newVault(1);
    const [earlier, later] = [join(scratch(), "earlier"), join(scratch(), "later")];
    valueOf(await backUp(changing, unlock, earlier));
    valueOf(
      await vaults.changePassphrase(changing, unlock, {
        passphrase: "the second sample passphrase",
        kdf: "keep",
      }),
    );
    const second = { by: "passphrase", passphrase: "the second sample passphrase" } as const;
    valueOf(await backUp(changing, second, later));
    const place = scratch();
    expect(outcome(await vaults.restore(later, join(place, "a"), unlock))).toBe("vault-locked");
    expect(outcome(await vaults.restore(later, join(place, "a"), second))).toBe("ok");
    expect(outcome(await vaults.restore(earlier, join(place, "b"), second))).toBe("vault-locked");
    expect(outcome(await vaults.restore(earlier, join(place, "b"), unlock))).toBe("ok");
    expect(readdirSync(place).toSorted()).toEqual(["a", "b"]);
  });

  it("is opened by the recovery words too", async () => {
    const words = await vaults.suggestRecovery();
    const source = await newVault(1, { recovery: words });
    const copy = join(scratch(), "copy");
    valueOf(await backUp(source, unlock, copy));
    const target = join(scratch(), "vault");
    expect(outcome(await vaults.restore(copy, target, { by: "recovery", words }))).toBe("ok");
    expect(await opens(target)).toBe("ok");
  });

  it("holds what was changed meanwhile by another pledge that still has the vault open", async () => {
    const source = await newVault(1);
    const open = valueOf(await vaults.open(source, unlock));
    open.transaction(() => ({ ok: true, value: open.people.add(person(9)) }));
    const [copy, target] = [join(scratch(), "copy"), join(scratch(), "vault")];
    valueOf(await backUp(source, unlock, copy));
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
      expect(await backUp(sample.folder, unlock, path)).toEqual({
        ok: false,
        failure: { type: "file-exists", path },
      });
    }
    expect(readFileSync(taken, "utf8")).toBe("mine");
    expect(await backUp(sample.folder, unlock, join(place, "no", "backup"))).toEqual({
      ok: false,
      failure: { type: "file-missing", path: join(place, "no") },
    });
    expect(outcome(await backUp(sample.folder, unlock, join(taken, "backup")))).toBe("file-failed");
    expect(readdirSync(place).toSorted()).toEqual(["link", "taken"]);
  });

  it("is not written where we may not write, and leaves nothing in the vault's folder", async () => {
    const place = scratch();
    const closed = join(place, "closed");
    mkdirSync(closed, { mode: 0o500 });
    const source = join(place, "vault");
    valueOf(await vaults.restore(sample.file, source, unlock));
    for (const path of isRoot
      ? [closed, source, ...readdirSync(source).map((name) => join(source, name))]
      : []) {
      chownSync(path, otherUser, otherUser);
    }
    await heldByModes(place, async () => {
      const path = join(closed, "backup");
      const failure = { type: "file-failed", path, code: "EACCES" };
      expect(await backUp(source, unlock, path)).toEqual({ ok: false, failure });
    });
    expect(readdirSync(source).toSorted()).toEqual(["vault.db", "vault.json", "vault.json.bak"]);
  });
});
