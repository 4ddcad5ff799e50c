/** Every kind of file that pledge writes, read by a stranger, by each member and by a member with the staff list. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as openpgp from "openpgp";
import { beforeAll, describe, expect, it } from "vitest";

import { packageRoot } from "../../support/sample.ts";
import { artefactTable, learnedFromAll, secretsOf, soughtIn } from "./learning.ts";
import type { AllLearned, Learned } from "./learning.ts";
import { handles, makeAll } from "./making.ts";
import type { Making } from "./making.ts";
import { contactMark, noteMark } from "./people.ts";
import { keysShown } from "./reading.ts";

const page = readFileSync(join(packageRoot, "docs/disclosure.md"), "utf8");
const markers = /<!-- artefacts: begin -->\n([^]*?)\n<!-- artefacts: end -->/u;
const timeOfDay = /(?<!\d)\d\d:\d\d(?!\d)/u;

let making: Making;
let all: AllLearned;

const read = async (made: Making["made"]): Promise<AllLearned> =>
  learnedFromAll(made, await secretsOf(making), await soughtIn(making));

beforeAll(async () => {
  making = await makeAll();
  all = await read(making.made);
});

const learned = (kind: string, from = all): Learned => {
  const one = from.get(kind);
  if (one === undefined) throw new Error(`nothing was learned of ${kind}`);
  return one;
};

/** The kinds in which something of that sort is found by whoever can read them. */
const kindsWith = (sort: "names" | "contacts" | "notes" | "codes"): readonly string[] =>
  [...all]
    .filter(([, { member }]) => member[sort].size > 0)
    .map(([kind]) => kind)
    .toSorted();

describe("every kind of file", () => {
  it("tells each reader what the page of disclosures says, to the digit", () => {
    const table = artefactTable(all);
    process.stdout.write(`${table}\n`);
    expect(markers.exec(page)?.[1]).toBe(table);
  });

  it("has a row on that page, and every row there was measured", () => {
    const [, section = ""] = /^## The files\n([^]*?)\n## /mu.exec(page) ?? [];
    const rows = [...section.matchAll(/^\| (?!file|---)(?<file>[^|]+?) \|/gmu)].map(({ groups }) =>
      (groups?.["file"] ?? "").replace(/ \(.*$|,.*$/u, ""),
    );
    expect([...all.keys()].toSorted()).toEqual(rows.toSorted());
  });

  it("opens for whom it is, and for no other member", () => {
    const encrypted = [...all].filter(([, { keys }]) => keys.length > 0);
    const few = encrypted.filter(([, { openedBy }]) => openedBy.length < handles.length);
    expect(Object.fromEntries(few.map(([kind, { openedBy }]) => [kind, openedBy]))).toEqual({
      "list of signers": ["rowan", "heron"],
      opening: ["rowan", "wren"],
      "block of `add --to`": ["heron"],
      "share for a member": ["wren"],
      handover: ["finch"],
    });
    for (const [kind, { keys, openedBy }] of encrypted)
      expect({ kind, keys }).toEqual({ kind, keys: [openedBy.length] });
  });

  it("shows no reader's key on the outside, but with --named", async () => {
    expect([...all].filter(([, { ids }]) => ids)).toEqual([]);
    const ids = await keysShown(making.named);
    expect(new Set(ids).size).toBe(5);
    expect(ids).not.toContain(undefined);
  });

  it("has names only where somebody decided it, and only theirs", () => {
    expect(kindsWith("names")).toEqual([
      "block of `add --to`",
      "certificate of another program",
      "export",
      "handover",
      "list of signers",
      "opening",
      "published letter",
    ]);
    expect([...learned("published letter").stranger.names].toSorted()).toEqual(
      making.toBeNamed.toSorted(),
    );
    const list = [...learned("list of signers").member.names];
    expect(making.toBeNamed).toEqual(expect.arrayContaining(list));
    // One of the ten who were drawn said no.
    expect(learned("opening").member.names.size).toBe(9);
    expect([...learned("handover").member.names]).toEqual(
      expect.arrayContaining([...learned("opening").member.names]),
    );
  });

  it("lets no note out but to whom it was told, and contacts and codes only with their people", () => {
    expect(kindsWith("notes")).toEqual(["block of `add --to`"]);
    expect(kindsWith("contacts")).toEqual(["block of `add --to`", "export", "handover"]);
    expect(kindsWith("codes")).toEqual(["export", "handover"]);
  });

  it("has no hash of a name, whatever a member would key it with", () => {
    for (const [kind, { hashed }] of all)
      expect({ kind, found: [...hashed] }).toEqual({ kind, found: [] });
  });

  it("has no time of day, and nothing of the machine that wrote it", () => {
    const own = handles.map((handle) => making.member(handle).folder);
    for (const [kind, { moments, texts }] of all) {
      const times = moments.map((moment) => moment.toISOString().slice(11));
      expect({ kind, times: times.filter((time) => time !== "00:00:00.000Z") }).toEqual({
        kind,
        times: [],
      });
      // Bytes that are no text may have anything in them by chance.
      for (const text of texts.filter((one) => !one.includes("\uFFFD")))
        expect({
          kind,
          time: timeOfDay.exec(text)?.[0],
          own: own.filter((one) => text.includes(one)),
        }).toEqual({ kind, time: undefined, own: [] });
    }
  });
});

describe("the same readers", () => {
  it("find what a badly made file has: a name, its hash, a contact, a note, a code and a time", async () => {
    const { names, codes, campaign } = await soughtIn(making);
    const [name = "", other = ""] = names;
    const [code = ""] = codes;
    const hashed = createHash("sha256").update(`${campaign}${other}`).digest("base64url");
    const told = [name, `${contactMark}rowan.1`, `${noteMark} rowan 1`, code, hashed, "at 10:41"];
    const { tally = [] } = making.made;
    const found = learned("bad", await read({ tally, bad: [Buffer.from(told.join(" "))] }));
    expect(found.stranger).toMatchObject({
      names: new Set([name]),
      contacts: new Set([`${contactMark}rowan.1`]),
      notes: new Set([`${noteMark} rowan 1`]),
      codes: new Set([code]),
    });
    expect(found.hashed).toEqual(new Set([other]));
    expect(found.byCode).toBe(1);
    expect(found.texts.some((text) => timeOfDay.test(text))).toBe(true);
  });

  it("see when a key was made, and a name inside an armor", async () => {
    const { names } = await soughtIn(making);
    const { publicKey } = await openpgp.generateKey({
      userIDs: [{ name: names[7] ?? "" }],
      date: new Date("2026-11-22T10:41:00Z"),
      format: "object",
    });
    const found = learned("bad", await read({ bad: [Buffer.from(publicKey.armor())] }));
    expect(found.stranger.names).toEqual(new Set([names[7]]));
    const moments = found.moments.map((moment) => moment.toISOString());
    expect(moments).toContain("2026-11-22T10:41:00.000Z");
  });
});
