import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { writeLines } from "../../../src/domain/sealing/payload.ts";
import { parseTally, tallyFault } from "../../../src/domain/tallies/parse-tally.ts";
import type { Tally, Token } from "../../../src/domain/tallies/tally.ts";
import {
  tallyHeaderText,
  tallyLineText,
  writeTally,
} from "../../../src/domain/tallies/write-tally.ts";
import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";
import type { Json } from "../../../src/domain/text/canonical-json.ts";
import { sampleTally, tally, tallyLine } from "./any-tally.ts";

/** Whether it was accepted; then it is what writing it again gives, byte for byte. */
const isAccepted = (payload: Uint8Array): boolean => {
  const read = parseTally(payload);
  if (read.ok) expect(Buffer.compare(writeTally(read.value), payload)).toBe(0);
  return read.ok;
};

const header = tallyHeaderText(sampleTally, 2);
const lines = sampleTally.lines.map(tallyLineText);

/** The sample's first line, as if `people` followed it, and other lines behind it. */
const withLines = (others: readonly string[], people = others.length): Uint8Array =>
  writeLines([tallyHeaderText(sampleTally, people), ...others]);

describe("a tally that is read", () => {
  it("is the tally that was written", () => {
    fc.assert(
      fc.property(tally, (written) => {
        expect(parseTally(writeTally(written))).toEqual({ ok: true, value: written });
      }),
      { numRuns: 300 },
    );
  });

  it("may have no people, and may have many", () => {
    const none: Tally = { ...sampleTally, lines: [] };
    expect(parseTally(writeTally(none))).toEqual({ ok: true, value: none });
    const many = fc.sample(tallyLine, { numRuns: 2000, seed: 7 });
    const sorted = many.toSorted((a, b) => (a.token < b.token ? -1 : 1));
    const written: Tally = { ...sampleTally, lines: sorted };
    expect(parseTally(writeTally(written))).toEqual({ ok: true, value: written });
  });

  it("is refused after any bit was changed, or says something else in the one form of that", () => {
    const payload = writeTally(sampleTally);
    const pad = payload.lastIndexOf(0x7b);
    let accepted = 0;
    for (let at = 0; at < payload.length; at += at < pad + 20 ? 1 : 151) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = payload.with(at, (payload[at] ?? 0) ^ (1 << bit));
        if (!isAccepted(changed)) continue;
        accepted += 1;
        expect(at).toBeLessThan(pad);
        expect(parseTally(changed)).not.toEqual({ ok: true, value: sampleTally });
      }
    }
    // A digit of a hash can become another: only the signature tells. So both happen here.
    expect(accepted).toBeGreaterThan(300);
  });

  it("is refused after bytes were changed, put in, taken out or moved, or says something else", () => {
    const place = fc.nat({ max: 4095 });
    const bytes = fc.uint8Array({ maxLength: 8 });
    fc.assert(
      fc.property(tally, place, place, bytes, fc.boolean(), (one, a, b, more, inner) => {
        const payload = writeTally(one);
        const end = inner ? payload.lastIndexOf(0x7b) : payload.length;
        const [from, to] = [a % end, b % end].toSorted((x, y) => x - y) as [number, number];
        const changed = Buffer.concat([payload.subarray(0, from), more, payload.subarray(to)]);
        const read = parseTally(changed);
        expect(tallyFault(changed)).toEqual(read.ok ? undefined : read.failure);
        if (isAccepted(changed) && Buffer.compare(changed, payload) !== 0)
          expect(read).not.toEqual({ ok: true, value: one });
      }),
      { numRuns: 1000 },
    );
  });

  it("is as strict with a line that says what the one before it said, but of somebody else", () => {
    const end = "_".repeat(21) + "w";
    const edit = fc.record({
      from: fc.nat({ max: 300 }),
      taken: fc.constantFrom(0, 1, 1, 1, 2, 22),
      more: fc.oneof(
        fc.constantFrom(..."AZaz09-_"),
        fc.string({ maxLength: 3 }),
        fc.constantFrom("=", "B", '"', '"proof":"', " "),
      ),
    });
    let accepted = 0;
    fc.assert(
      fc.property(tallyLine, edit, (line, { from, taken, more }) => {
        const last = tallyLineText({ ...line, token: end as Token });
        const at = from % last.length;
        const edited = last.slice(0, at) + more + last.slice(at + taken);
        fc.pre(line.token < end && !edited.includes("\n"));
        const alone = isAccepted(withLines([edited]));
        const token = edited.slice(-24, -2);
        expect(isAccepted(withLines([tallyLineText(line), edited]))).toBe(
          alone && token > line.token,
        );
        if (alone && edited !== last) accepted += 1;
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(40);
  });

  it("has each line in the one order, once, and as many as it says", () => {
    fc.assert(
      fc.property(tally, fc.nat(), fc.nat(), (one, a, b) => {
        fc.pre(one.lines.length > 1);
        const [first, second] = [a % one.lines.length, b % one.lines.length];
        const texts = one.lines.map(tallyLineText);
        const written = (others: readonly string[], people: number): Uint8Array =>
          writeLines([tallyHeaderText(one, people), ...others]);
        const swapped = texts.with(first, texts[second] ?? "").with(second, texts[first] ?? "");
        expect(isAccepted(written(swapped, texts.length))).toBe(first === second);
        const twice = texts.toSpliced(first, 0, texts[first] ?? "");
        expect(isAccepted(written(twice, twice.length))).toBe(false);
        expect(isAccepted(written(texts.toSpliced(first, 1), texts.length))).toBe(false);
        expect(isAccepted(written(texts, texts.length - 1))).toBe(false);
        expect(isAccepted(written(texts.toSpliced(first, 1), texts.length - 1))).toBe(true);
      }),
    );
  });
});

describe("what is no tally", () => {
  it("is refused and never throws: bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        expect(parseTally(bytes).ok).toBe(false);
      }),
    );
  });

  it("is refused and never throws: any JSON in the place of a line", () => {
    const json = fc.jsonValue({ stringUnit: "grapheme" }) as fc.Arbitrary<Json>;
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(isAccepted(writeLines([canonicalJson(one), canonicalJson(other)]))).toBe(false);
        expect(isAccepted(withLines([canonicalJson(one)]))).toBe(false);
      }),
    );
  });

  it("never throws, and is never accepted in a second form: any JSON in the place of a member", () => {
    const json = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(0, -1, 1, 2, 1.5, 1e300, "", "*", true, null, [], [null], {}),
    ) as fc.Arbitrary<Json>;
    const members = [header, ...lines].map(
      (text) => JSON.parse(text) as { readonly [name: string]: Json },
    );
    const names = members.flatMap((object, line) =>
      [...Object.keys(object), "actions", "toString", "__proto__", "pad"].map(
        (name) => [line, name] as const,
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), json, ([line, name], value) => {
        const changed = members.map((object, index) =>
          index === line ? Object.fromEntries([...Object.entries(object), [name, value]]) : object,
        );
        isAccepted(writeLines(changed.map((object) => canonicalJson(object))));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["of a later version", '{"more":[1],"type":"pledge-tally","v":2}', "payload-newer"],
    ["of a broken version", '{"type":"pledge-tally","v":2.5}', "payload-malformed"],
    ["of a version beyond numbers", '{"type":"pledge-tally","v":1e300}', "payload-malformed"],
    ["of version 0", header.replace('"v":1', '"v":0'), "payload-malformed"],
    ["of another kind", header.replace("pledge-tally", "pledge-committee"), "payload-malformed"],
    ["of a later version of another kind", '{"type":"pledge-signers","v":2}', "payload-malformed"],
  ])("is said to be %s", (_, first, type) => {
    expect(parseTally(writeLines([first, ...lines]))).toMatchObject({ failure: { type } });
  });

  it("is told by the version that it is of", () => {
    const later = writeLines(['{"type":"pledge-tally","v":7}', "anything"]);
    expect(parseTally(later)).toEqual({
      ok: false,
      failure: { type: "payload-newer", version: 7 },
    });
  });
});

describe("a hostile tally", () => {
  /** Lines of the sample's second person, each with a token of its own. */
  const numbered = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) =>
      (lines[1] ?? "").replaceAll(/3{21}/gu, String(index).padStart(21, "0")),
    );
  const [first = "", second = ""] = lines;

  it.each([
    [
      "is longer than any tally",
      () => new Uint8Array(32 * 1024 * 1024).fill(0x0a),
      [1, "no tally is as long as this"],
    ],
    [
      "never ends a line",
      () => new Uint8Array(16 * 1024 * 1024).fill(0x5b),
      [1, "its end is missing"],
    ],
    [
      "has a line more than it says",
      () => withLines(lines, 1),
      [3, "there are more people than the first line says"],
    ],
    [
      "has a line less than it says",
      () => withLines(lines, 3),
      [1, "there are fewer people than it says"],
    ],
    [
      "asks for endless rounding",
      () => withLines([second.replace('"waits":true', '"atLeast":1e999')]),
      [2, 'in place 2 of its "actions": its "atLeast" is not a rounded number of people'],
    ],
    [
      "is one line over and over",
      () => withLines(Array<string>(50_000).fill(first)),
      [3, "the lines are not sorted by token, each token once"],
    ],
    [
      "is wrong in its last line only",
      () => withLines([...numbered(50_000), second.replace(`"supporter":true`, `"supporter":1`)]),
      [50_002, 'its "supporter" is not true'],
    ],
    ["has no line at all", () => writeLines([]), [1, "it does not begin as a tally does"]],
  ] as const)("is refused that %s", (_, payload, [line, what]) => {
    expect(parseTally(payload())).toEqual({
      ok: false,
      failure: { type: "payload-malformed", line, what },
    });
  });
});
