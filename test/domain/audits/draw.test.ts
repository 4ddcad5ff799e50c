import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import {
  auditorsOf,
  linesDrawn,
  numbersFrom,
  promiseDigest,
  readSpoken,
  seedOf,
} from "../../../src/domain/audits/draw.ts";
import { inRoundOrder, livePlaces, roundDigest } from "../../../src/domain/audits/round.ts";
import type { Hash } from "../../../src/domain/tallies/tally.ts";
import { toHex } from "../../../src/domain/text/bytes.ts";
import { anyDraw, fingerprint, sampleDraw, words } from "./any-draw.ts";

const seed = (n: number): Hash =>
  toHex(hashes.sha256(new TextEncoder().encode(`seed ${n}`))) as Hash;

describe("a draw", () => {
  it("is the same from any order of sources and words", () => {
    fc.assert(
      fc.property(anyDraw, fc.infiniteStream(fc.nat()), (draw, order) => {
        const shuffled = <One>(list: readonly One[]): readonly One[] =>
          list
            .map((one) => ({ one, at: order.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ one }) => one);
        const again = {
          ...draw,
          sources: inRoundOrder(shuffled(draw.sources)),
          auditors: shuffled(draw.auditors).toSorted((a, b) => (a.member < b.member ? -1 : 1)),
        };
        expect(roundDigest(hashes, again)).toBe(roundDigest(hashes, draw));
        for (const source of draw.sources)
          expect(linesDrawn(hashes, again, source)).toEqual(linesDrawn(hashes, draw, source));
      }),
    );
  });

  it("is of distinct numbers in range, ten or all of them", () => {
    fc.assert(
      fc.property(anyDraw, (draw) => {
        for (const source of draw.sources) {
          const numbers = linesDrawn(hashes, draw, source);
          const enough = auditorsOf(draw, source).length >= 2;
          expect(numbers).toHaveLength(enough ? Math.min(10, source.live) : 0);
          expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
          expect(numbers.every((n) => n >= 1 && n <= source.live)).toBe(true);
        }
      }),
    );
  });

  it("has no part of the words of whoever wrote the tally, and needs two others", () => {
    const [own, source] = sampleDraw.sources;
    if (own === undefined || source === undefined) throw new Error("two sources");
    // The first is one of two auditors: nobody but the other could draw of hers.
    expect(linesDrawn(hashes, sampleDraw, own)).toEqual([]);
    expect(linesDrawn(hashes, sampleDraw, source)).toHaveLength(10);
    const withWriter = (said: string) => ({
      ...sampleDraw,
      auditors: [...sampleDraw.auditors, { member: source.from, words: words(said) }],
    });
    const [one, other] = [withWriter("a b c d e f"), withWriter("g h i j k l")];
    expect(seedOf(hashes, one, source)).toBe(seedOf(hashes, other, source));
    expect(seedOf(hashes, one, source)).toBe(seedOf(hashes, sampleDraw, source));
    expect(seedOf(hashes, one, own)).not.toBe(seedOf(hashes, other, own));
  });

  it("is another one for another root, number, committee, campaign or word of anybody", () => {
    const [own, source] = sampleDraw.sources;
    if (own === undefined || source === undefined) throw new Error("two sources");
    const [first, second] = sampleDraw.auditors;
    if (first === undefined || second === undefined) throw new Error("two auditors");
    const draws = [
      sampleDraw,
      { ...sampleDraw, campaign: "6f1c1f6e-0d5a-4c58-9a57-2f8b5c3a9e02" },
      { ...sampleDraw, committee: { ...sampleDraw.committee, number: 4 } },
      { ...sampleDraw, committee: { ...sampleDraw.committee, hash: "1".repeat(64) as Hash } },
      { ...sampleDraw, sources: [own, { ...source, root: "2".repeat(64) as Hash }] },
      { ...sampleDraw, sources: [own, { ...source, seq: 5 }] },
      // Of whomever: one root that is exchanged draws all others anew.
      { ...sampleDraw, sources: [{ ...own, root: "2".repeat(64) as Hash }, source] },
      { ...sampleDraw, auditors: [first, { ...second, words: words("say six words and say it") }] },
      { ...sampleDraw, auditors: [first, { ...second, member: fingerprint("d") }] },
    ];
    expect(new Set(draws.map((draw) => seedOf(hashes, draw, source))).size).toBe(draws.length);
    const promises = draws.map((draw) => toHex(promiseDigest(hashes, draw, first)));
    // Another auditor's words are not in a promise.
    expect(new Set(promises).size).toBe(draws.length - 2);
  });

  // Expected: 40 degrees of freedom, standard deviation 9; the 99.99th hundredth is at 82.
  it("takes every line as often as any other: chi-square over 20,000 seeds", () => {
    const counts = new Map<number, number>();
    const most = 41;
    for (let n = 0; n < 20_000; n += 1)
      for (const number of numbersFrom(hashes, seed(n), most, 10))
        counts.set(number, (counts.get(number) ?? 0) + 1);
    const expected = (20_000 * 10) / most;
    // Without replacement a count varies less than by chance alone, by this part.
    const scale = (most - 1) / (most - 10);
    const chi = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(most);
    expect(chi * scale).toBeGreaterThan(15);
    expect(chi * scale).toBeLessThan(90);
  });

  it("takes every pair of seven as often as any other", () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 20_000; n += 1) {
      const pair = numbersFrom(hashes, seed(n), 7, 2).join(" ");
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    const expected = 20_000 / 21;
    const chi = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(21);
    expect(chi).toBeLessThan(55);
  });

  it("passes over what would make small numbers likelier", () => {
    const most = 2 ** 47 + 1;
    // Of 2^48 values almost half lie above the one whole multiple.
    let tried = 0;
    const counting = {
      sha256: (bytes: Uint8Array) => {
        tried += 1;
        return hashes.sha256(bytes);
      },
    };
    for (let n = 0; n < 500; n += 1) numbersFrom(counting, seed(n), most, 1);
    expect(tried).toBeGreaterThan(850);
    expect(tried).toBeLessThan(1150);
  });
});

describe("the lines that can be drawn", () => {
  it("are those that say something which is not taken back", () => {
    const said = (...states: readonly string[]) => ({
      actions: states.map((state) => ({ state })) as never,
    });
    const lines = [
      said("withdrawn"),
      said("pledged"),
      said("withdrawn", "done"),
      said("withdrawn"),
    ];
    expect(livePlaces(lines)).toEqual([2, 3]);
  });
});

describe("six words", () => {
  it.each([
    ["able bread crowd dentist eagle fox", true],
    ["  Able, bread\tcrowd  DENTIST eagle fox ", true],
    ["able bread crowd dentist eagle", false],
    ["able bread crowd dentist eagle fox zoo", false],
    ["1 able bread crowd dentist eagle", false],
    ["able bread crowd dentist eagle é", false],
    ["", false],
  ])("are read as they are typed: %j", (text, right) => {
    expect(readSpoken(text)).toBe(right ? "able bread crowd dentist eagle fox" : undefined);
  });
});
