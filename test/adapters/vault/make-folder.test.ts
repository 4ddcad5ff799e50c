/** The folder of a vault, and what is written into one, is whole or not there. */
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { createVaults } from "../../../src/adapters/vault/vaults.ts";
import { takeName } from "../../../src/adapters/vault/whole-file.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import { heldByModes } from "../system/folder.ts";
import { newBackup } from "./sample-backup.ts";
import type { SampleBackup } from "./sample-backup.ts";
import {
  campaign,
  opens,
  passphrase,
  put,
  scratch,
  unlock,
  valueOf,
  vaults,
} from "./sample-vault.ts";

let sample: SampleBackup;

beforeAll(async () => {
  sample = await newBackup();
});

describe("a new file on a disk without links", () => {
  it("takes a name that is free, and none that is taken", () => {
    const place = scratch();
    put(place, "part", "content");
    put(place, "taken", "mine");
    expect(() => takeName(join(place, "part"), join(place, "taken"))).toThrow("EEXIST");
    expect(() => takeName(join(place, "no such part"), join(place, "free"))).toThrow("ENOENT");
    expect(readdirSync(place).toSorted()).toEqual(["part", "taken"]);
    takeName(join(place, "part"), join(place, "free"));
    expect(readFileSync(join(place, "free"), "utf8")).toBe("content");
    expect(readFileSync(join(place, "taken"), "utf8")).toBe("mine");
    expect(readdirSync(place).toSorted()).toEqual(["free", "taken"]);
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
      expect(await vaults.restore(sample.file, target, unlock)).toEqual(occupied);
      expect(await vaults.restore(join(place, "no such backup"), target, unlock)).toEqual(occupied);
    }
    expect(await vaults.restore(sample.file, sample.folder, unlock)).toEqual({
      ok: false,
      failure: { type: "vault-exists", folder: sample.folder },
    });
    expect(readFileSync(join(place, "file"), "utf8")).toBe("mine");
    expect(readdirSync(place).toSorted()).toEqual(["file", "full"]);
  });

  it("may be there and empty, also behind a link, and is for its owner alone then", async () => {
    const place = scratch();
    mkdirSync(join(place, "empty"), { mode: 0o755 });
    symlinkSync(join(place, "empty"), join(place, "link"));
    valueOf(await vaults.restore(sample.file, join(place, "link"), unlock));
    expect(statSync(join(place, "empty")).mode & 0o777).toBe(0o700);
    expect(await opens(join(place, "link"))).toBe("ok");
    expect(readdirSync(place).toSorted()).toEqual(["empty", "link"]);
  });

  it("is not begun while a passphrase is hashed, so that Ctrl-C leaves nothing behind", async () => {
    const place = scratch();
    const seen: unknown[] = [];
    const watched = createVaults((text, settings) => {
      seen.push(readdirSync(place));
      return fastDerive(text, settings);
    });
    const made = await watched.create(
      join(place, "a", "made"),
      { passphrase, kdf: "light" },
      { campaign },
    );
    valueOf(made).close();
    // Once for the slot; then the vault is there and is opened.
    expect(seen).toEqual([[], ["a"]]);
    valueOf(await watched.restore(sample.file, join(place, "b", "restored"), unlock));
    expect(seen).toEqual([[], ["a"], ["a"]]);
    expect(readdirSync(place)).toEqual(["a", "b"]);
  });

  it("that may not be looked into is not taken for one that is not there", async () => {
    const place = scratch();
    const target = join(place, "vault");
    valueOf(await vaults.restore(sample.file, target, unlock));
    await heldByModes(place, async () => {
      expect(vaults.exists(target)).toBe(true);
      const failure = { type: "file-failed", path: join(target, "within"), code: "EACCES" };
      expect(await vaults.restore(sample.file, join(target, "within"), unlock)).toEqual({
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
    expect(vaults.exists(join(sample.file, "vault"))).toBe(false);
  });
});
