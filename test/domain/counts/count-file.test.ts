/** A published count as bytes: one spelling, and nothing else is read. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseCount } from "../../../src/domain/counts/parse-count.ts";
import { writeCount } from "../../../src/domain/counts/write-count.ts";
import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";
import type { Json } from "../../../src/domain/text/canonical-json.ts";
import { anyText } from "../../support/campaigns.ts";
import { anyCount } from "./sample-counts.ts";

const [sample] = fc.sample(
  anyCount.filter(({ shown, number }) => number > 1 && shown.some(({ teams }) => teams.length > 1)),
  { numRuns: 1, seed: 1 },
);

const members = (): Record<string, Json> =>
  JSON.parse(sample === undefined ? "{}" : writeCount(sample)) as Record<string, Json>;

const changed = (change: (members: Record<string, Json>) => object): string => {
  const read = parseCount(`${canonicalJson(change(members()) as Json)}\n`);
  if (read.ok) return "read";
  return read.failure.type === "count-malformed" ? read.failure.what : read.failure.type;
};

describe("the file of a published count", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(anyCount, (count) => {
        expect(parseCount(writeCount(count))).toEqual({ ok: true, value: count });
      }),
    );
  });

  it("is read in no other spelling", () => {
    fc.assert(
      fc.property(anyCount, fc.nat(), fc.integer({ min: 32, max: 126 }), (count, at, code) => {
        const text = writeCount(count);
        const place = at % text.length;
        const other = `${text.slice(0, place)}${String.fromCharCode(code)}${text.slice(place + 1)}`;
        const read = parseCount(other);
        if (read.ok) expect(writeCount(read.value)).toBe(other);
      }),
    );
    const text = writeCount(sample ?? (undefined as never));
    for (const other of [text.trimEnd(), `${text}\n`, ` ${text}`, `\uFEFF${text}`])
      expect(parseCount(other).ok).toBe(false);
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.oneof(anyText(60), fc.json()), (text) => {
        expect(parseCount(text).ok).toBe(false);
      }),
    );
  });

  it.each<[string, (members: Record<string, Json>) => object]>([
    ["count-newer", (all) => ({ ...all, v: 2 })],
    ["it does not begin as a published count does", (all) => ({ ...all, type: "pledge-tally" })],
    ["it has a member that the format does not know", (all) => ({ ...all, note: "x" })],
    ['its "on" is missing', ({ on: _, ...all }) => all],
    ['its "after" does not go with its "number"', (all) => ({ ...all, after: null })],
    ['its "shown" does not go with its "last"', (all) => ({ ...all, last: [] })],
    ['its "name" is not a clean line', (all) => ({ ...all, name: " x" })],
    [
      'in place 1 of its "last": its "atLeast" is not a whole five',
      (all) => ({ ...all, shown: [], last: [{ action: "sign", atLeast: 7, teams: [] }] }),
    ],
    [
      'in place 1 of its "shown": its "atLeast" is not a whole five',
      (all) => ({ ...all, shown: [{ action: "sign", atLeast: 0, teams: [] }] }),
    ],
    [
      'its "last" is not sorted',
      (all) => ({
        ...all,
        shown: [],
        last: ["sign", "refuse"].map((action) => ({ action, atLeast: 5, teams: [] })),
      }),
    ],
    [
      'its "byLetter" is of another action than "sign"',
      (all) => ({
        ...all,
        shown: [],
        last: [{ action: "strike", atLeast: 5, byLetter: true, teams: [] }],
      }),
    ],
  ])("is refused: %s", (why, change) => {
    expect(changed(change)).toContain(why);
  });
});
