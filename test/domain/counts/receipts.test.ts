/** Lists of receipts: who finds herself, and what two lists tell somebody who holds no code. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import {
  entryOf,
  isCountedIn,
  isFew,
  lengthFor,
  makeReceipts,
} from "../../../src/domain/counts/receipts.ts";
import type { Receipts } from "../../../src/domain/counts/receipts.ts";
import { parseReceipts, writeReceipts } from "../../../src/domain/counts/receipts-file.ts";
import type { Day } from "../../../src/domain/day.ts";
import { newPledgeCode } from "../../../src/domain/pledges/code.ts";
import { tokenOf } from "../../../src/domain/tallies/token.ts";
import { anyText } from "../../support/campaigns.ts";
import { seededRandomness } from "../../support/seeded-randomness.ts";

const campaign = "5f6a1f5c-7c55-4a52-9d6a-0b8f6ac1b0c4";
const on = "2026-11-22" as Day;
const random = seededRandomness(7);

const codes = Array.from({ length: 60 }, () => newPledgeCode(random));
const tokens = codes.map((code) => tokenOf(hashes, campaign, code));
const listOf = (people: number): Receipts =>
  makeReceipts({ hashes, random }, { campaign, on, tokens: tokens.slice(0, people) });

describe("a list of receipts", () => {
  it("has everybody who is counted, and nobody else", () => {
    const list = listOf(40);
    expect(codes.map((code) => isCountedIn(hashes, list, code))).toEqual(
      codes.map((_, index) => index < 40),
    );
    const other = { ...list, campaign: "5f6a1f5c-7c55-4a52-9d6a-0b8f6ac1b0c5" };
    expect(codes.some((code) => isCountedIn(hashes, other, code))).toBe(false);
  });

  it("has nothing in common with the next one, and no order that tells who came", () => {
    const [one, next] = [listOf(40), listOf(41)];
    expect(new Set([...one.entries, ...next.entries]).size).toBe(128);
    expect(one.entries).toEqual(one.entries.toSorted());
    expect(one.list).not.toBe(next.list);
    const [token] = tokens;
    if (token === undefined) throw new Error("nobody is counted");
    expect(entryOf(hashes, one.list, token)).not.toBe(entryOf(hashes, next.list, token));
  });

  it("has one of a few lengths, and always entries that are nobody's", () => {
    expect([0, 1, 56, 57, 112, 113, 100_000].map(lengthFor)).toEqual([
      64, 64, 64, 128, 128, 256, 131_072,
    ]);
    fc.assert(
      fc.property(fc.nat(100_000), (people) => {
        expect(lengthFor(people) * 7).toBeGreaterThanOrEqual(people * 8);
      }),
    );
  });

  it("is too near to another one by one to four", () => {
    expect([0, 1, 4, 5].map(isFew)).toEqual([false, true, true, false]);
  });
});

const text = writeReceipts(listOf(40));
const entries = listOf(0).entries;

const whyNot = (change: object): string => {
  const members = { ...(JSON.parse(text) as object), ...change };
  const read = parseReceipts(`${JSON.stringify(members, Object.keys(members).toSorted())}\n`);
  if (read.ok) return "read";
  return read.failure.type === "receipts-malformed" ? read.failure.what : read.failure.type;
};

describe("the file of a list of receipts", () => {
  it("is read as it was written, and in no other spelling", () => {
    const list = listOf(3);
    expect(parseReceipts(writeReceipts(list))).toEqual({ ok: true, value: list });
    for (const other of [text.trimEnd(), ` ${text}`, text.replace(":", ": ")])
      expect(parseReceipts(other).ok).toBe(false);
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.oneof(anyText(60), fc.json()), (any) => {
        expect(parseReceipts(any).ok).toBe(false);
      }),
    );
  });

  it.each<[string, object]>([
    ["receipts-newer", { v: 2 }],
    ["it does not begin as a list of receipts does", { type: "pledge-count" }],
    ["it has a member that the format does not know", { note: 1 }],
    ['its "list" is not 16 bytes', { list: "AAAA" }],
    ['its "entries" is not a list of 64 to 131072', { entries: entries.slice(1) }],
    ['its "entries" is not sorted', { entries: entries.toReversed() }],
    ["it is not 32 bytes", { entries: ["AAAA", ...entries.slice(1)] }],
  ])("is refused: %s", (why, change) => {
    expect(whyNot(change)).toContain(why);
  });
});
