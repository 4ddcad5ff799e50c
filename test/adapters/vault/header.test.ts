/** `vault.json` has one spelling and one writer: whatever else stands there is refused, and nothing is touched. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { parseHeader } from "../../../src/adapters/vault/header.ts";
import type { Unlock } from "../../../src/domain/vault/vault.ts";
import { bytesIn, newVault, opens, put, scratch, unlock, vaults } from "./sample-vault.ts";

let folder = "";
let text = "";
let database: Buffer = Buffer.alloc(0);
let words = "";

beforeAll(async () => {
  words = await vaults.suggestRecovery();
  folder = await newVault(3, { recovery: words });
  text = bytesIn(folder, "vault.json").toString("utf8");
  database = bytesIn(folder, "vault.db");
});

/** What opening says of these bytes in the place of `vault.json`. */
const tried = async (content: string | Uint8Array, by: Unlock = unlock): Promise<string> => {
  put(folder, "vault.json", content);
  try {
    return await opens(folder, by);
  } finally {
    put(folder, "vault.json", text);
  }
};

const refusals = ["header-altered", "header-newer", "kdf-out-of-bounds", "vault-locked"];

/** Objects in a JSON value, each with a way to say the whole with another in its place. */
type Put = (object: object) => unknown;
const objectsIn = (
  value: unknown,
  whole: Put,
): readonly { readonly object: object; readonly whole: Put }[] => {
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => objectsIn(one, (next) => whole(value.with(index, next))));
  }
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, member]) =>
    objectsIn(member, (next) => whole({ ...value, [name]: next })),
  );
  return [{ object: value, whole }, ...inner];
};

describe("vault.json", () => {
  it("opens the vault as it was written, by the passphrase and by the words", async () => {
    expect(await tried(text)).toBe("ok");
    expect(await tried(text, { by: "recovery", words })).toBe("ok");
  });

  it("is refused with any one byte changed, and the database stays as it was", async () => {
    const bytes = Buffer.from(text);
    const outcomes = new Set<string>();
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      // Another letter of base64url, another digit, another case, a broken byte.
      for (const other of new Set([byte ^ 0x01, byte ^ 0x20, byte ^ 0x80, 0x30, 0x32])) {
        if (other === byte) continue;
        const changed = Buffer.from(bytes);
        changed[at] = other;
        const by: Unlock = at % 2 === 0 ? unlock : { by: "recovery", words };
        const result = await tried(changed, by);
        expect(refusals, `byte ${at} as ${other}: ${result}`).toContain(result);
        outcomes.add(result);
      }
    }
    // Each kind of refusal was met: the loop did not stop at the first check.
    expect([...outcomes].toSorted()).toEqual(refusals);
    expect(bytesIn(folder, "vault.db")).toEqual(database);
  });

  it("is refused at whatever length it ends early, and with anything after it", async () => {
    const bytes = Buffer.from(text);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(await tried(bytes.subarray(0, length)), `${length} bytes`).toBe("header-altered");
    }
    for (const more of ["\n", " ", "\0", "}", text])
      expect(await tried(text + more)).toBe("header-altered");
    expect(bytesIn(folder, "vault.db")).toEqual(database);
  });

  it("is refused with any member removed, added, doubled or named __proto__", async () => {
    const header = JSON.parse(text) as object;
    const objects = objectsIn(header, (next) => next);
    expect(objects).toHaveLength(7);
    for (const { object, whole } of objects) {
      const members = Object.entries(object);
      const spelled = (list: readonly (readonly [string, unknown])[]): string => {
        const inner = list
          .map(([name, member]) => `${JSON.stringify(name)}:${JSON.stringify(member)}`)
          .join(",");
        return JSON.stringify(whole({ replaced: 0 })).replace('{"replaced":0}', () => `{${inner}}`);
      };
      expect(await tried(spelled(members))).toBe("ok");
      const variants = [
        ...members.map((_, index) => spelled(members.toSpliced(index, 1))),
        ...members.map((member) => spelled([...members, member])),
        ...members.map(([name]) => spelled([...members, [name, null]])),
        spelled([...members, ["zzz", 1]]),
        spelled([["__proto__", {}], ...members]),
        spelled([...members, ["__proto__", { v: 1 }]]),
        spelled([...members, ["constructor", 1]]),
        spelled([...members, ["toString", null]]),
      ];
      for (const variant of variants) expect(await tried(variant), variant).toBe("header-altered");
    }
  });

  it("is refused in any other spelling of the same content", async () => {
    const header = JSON.parse(text) as Record<string, unknown>;
    const spellings = [
      `\uFEFF${text}`,
      ` ${text}`,
      JSON.stringify(header, null, 1),
      JSON.stringify(Object.fromEntries(Object.entries(header).toReversed())),
      text.replace('"v":1', '"v": 1'),
      text.replace(/"v":1(?=,"vault")/u, '"v":1.0'),
      text.replace(/"v":1(?=,"vault")/u, '"v":1e0'),
      text.replace('"generation":1', '"generation":01'),
      text.replace('"generation":1', '"generation":1.0'),
      text.replace('"kind"', String.raw`"\u006bind"`),
      text.replace("passphrase", String.raw`pass\u0070hrase`),
      text.replace("passphrase", String.raw`pass\/phrase`),
      text.replace(/"mac":"([^"]*)"/u, '"mac":"$1="'),
      text.replace(
        /"iv":"([^"]*)"/u,
        (_, iv: string) => `"iv":"${iv.replaceAll("_", "/").replaceAll("-", "+")} "`,
      ),
      text.replace(/"vault":"([^"]*)"/u, (_, id: string) => `"vault":"${id.toUpperCase()}"`),
    ];
    for (const spelling of spellings) {
      expect(spelling).not.toBe(text);
      expect(await tried(spelling), spelling).toBe("header-altered");
    }
  });

  it("is refused when it is no header at all", async () => {
    const none = [
      "",
      "null",
      "[]",
      "{}",
      "1",
      '"v"',
      "NaN",
      "[".repeat(60_000),
      '{"v":'.repeat(10_000),
      text.repeat(90),
    ];
    for (const content of none)
      expect(await tried(content), content.slice(0, 20)).toBe("header-altered");
    expect(await tried(Buffer.alloc(1000, 0xff))).toBe("header-altered");
  });

  it("says that a later pledge wrote it, whatever else that one writes", async () => {
    for (const content of [
      text.replace('"v":1,"vault"', '"v":2,"vault"'),
      '{"v":2}',
      '{"v":17,"slots":"other"}',
    ]) {
      expect(parseHeader(content)).toMatchObject({ ok: false, failure: { type: "header-newer" } });
      expect(await tried(content)).toBe("header-newer");
    }
    for (const content of ['{"v":0}', '{"v":"2"}', '{"v":1.5}', '{"v":1e400}', '{"v":-2}']) {
      expect(await tried(content), content).toBe("header-altered");
    }
  });
});

describe("a pipe or a folder in the place of vault.json", () => {
  it("is refused and not waited for", async () => {
    const copy = join(scratch(), "vault");
    cpSync(folder, copy, { recursive: true });
    rmSync(join(copy, "vault.json"));
    execFileSync("mkfifo", [join(copy, "vault.json")]);
    expect(await opens(copy)).toBe("header-altered");
    rmSync(join(copy, "vault.json"));
    mkdirSync(join(copy, "vault.json"));
    expect(await opens(copy)).toBe("header-altered");
  });
});
