/** Whatever is not a backup makes no vault, and leaves nothing behind. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { forged, newBackup } from "./sample-backup.ts";
import type { SampleBackup } from "./sample-backup.ts";
import { bytesIn, newVault, outcome, scratch, unlock, valueOf, vaults } from "./sample-vault.ts";

let sample: SampleBackup;

beforeAll(async () => {
  sample = await newBackup();
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

describe("what is not a backup", () => {
  it("makes no vault when it ends early, wherever that is", async () => {
    const start = sample.whole.length - sample.database.length;
    const lengths = [
      0,
      1,
      100,
      start - 2,
      start - 1,
      start,
      start + 1,
      start + 4096,
      sample.whole.length - 1,
    ];
    for (const length of lengths) {
      expect(await restored(sample.whole.subarray(0, length)), `${length}`).toBe(
        length < start ? "it does not begin as a backup of pledge does" : "its end is missing",
      );
    }
    expect(await restored(Buffer.concat([sample.whole, Buffer.from("\n")]))).toBe(
      "something was added to its end",
    );
    expect(await restored(Buffer.concat([sample.whole, sample.whole]))).toBe(
      "something was added to its end",
    );
  });

  it("makes no vault with any byte changed, at several hundred places", async () => {
    const start = sample.whole.length - sample.database.length;
    const places = [
      ...Array.from({ length: start }, (_, at) => at).filter(
        (at) => at % 7 === 0 || at < 40 || at > start - 120,
      ),
      ...Array.from(
        { length: 60 },
        (_, n) => start + Math.floor((n * sample.database.length) / 60),
      ),
      sample.whole.length - 1,
    ];
    expect(places.length).toBeGreaterThan(250);
    for (const at of places) {
      for (const mask of [0x01, 0x20]) {
        const bytes = Buffer.from(sample.whole);
        bytes.writeUInt8((bytes[at] ?? 0) ^ mask, at);
        expect(await restored(bytes), `byte ${at} ^ ${mask}`).not.toBe("ok");
      }
    }
  });

  it("makes no vault when whoever changed it made the digest fit again", async () => {
    expect(await restored(forged(sample.header, sample.database))).toBe("ok");
    const changed = Buffer.from(sample.database);
    changed.writeUInt8((changed[3 * 4096] ?? 0) ^ 1, 3 * 4096);
    expect(await restored(forged(sample.header, changed))).toBe(
      "its database is damaged or belongs to another vault.json",
    );
    expect(await restored(forged(sample.header, sample.database.subarray(0, -4096)))).toBe(
      "its database is damaged or belongs to another vault.json",
    );
    const other = await newVault(1);
    expect(await restored(forged(sample.header, bytesIn(other, "vault.db")))).toBe(
      "its database is damaged or belongs to another vault.json",
    );
    expect(
      await restored(forged(sample.header, Buffer.from("SQLite format 3\0".repeat(300)))),
    ).toBe("its database is not encrypted");
    expect(
      await restored(
        forged(sample.header.replace('"generation":1', '"generation":2'), sample.database),
      ),
    ).toBe("its vault.json was changed or damaged");
    expect(await restored(forged("{}", sample.database))).toBe(
      "its vault.json was changed or damaged",
    );
    expect(await restored(forged('{"v":2}', sample.database))).toBe("header-newer");
    expect(
      await restored(forged(sample.header.replace('"m":65536', '"m":4194304'), sample.database)),
    ).toBe("it asks for a passphrase check outside the bounds we accept: memory 4194304 KiB");
  });

  it("makes no vault of an old header and a later database", async () => {
    const source = await newVault(1);
    const old = bytesIn(source, "vault.json").toString("utf8");
    valueOf(
      await vaults.changePassphrase(source, unlock, {
        passphrase: "the second sample passphrase",
        kdf: "keep",
      }),
    );
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
      expect(
        await restored(forged(sample.header, sample.database, change)),
        JSON.stringify(change),
      ).toBe(begins);
    }
    const described = { bytes: sample.database.length, sha256: sample.sha256 };
    for (const change of [
      { ...described, bytes: 0 },
      { ...described, bytes: -1 },
      { ...described, bytes: 1e300 },
      { ...described, bytes: "1" },
      { ...described, sha256: sample.sha256.toUpperCase() },
    ]) {
      expect(
        await restored(forged(sample.header, sample.database, { database: change })),
        JSON.stringify(change),
      ).toBe(begins);
    }
    const line = sample.whole.toString("utf8", 0, sample.whole.length - sample.database.length);
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
        await restored(Buffer.concat([Buffer.from(other), sample.database])),
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
