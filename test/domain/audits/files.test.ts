/** Draws and openings as files: what is written is read, in one form, and nothing else is. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseDraw, writeDraw } from "../../../src/domain/audits/draw-file.ts";
import { parseOpening, writeOpening } from "../../../src/domain/audits/opening-file.ts";
import { ok } from "../../../src/domain/result.ts";
import { writeLines } from "../../../src/domain/sealing/payload.ts";
import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";
import type { Json } from "../../../src/domain/text/canonical-json.ts";
import { anyDraw, fingerprint, hash, life, sampleDraw, sampleOpening } from "./any-draw.ts";

type Members = { readonly [name: string]: Json | undefined };

const linesOf = (payload: Uint8Array): readonly Members[] =>
  new TextDecoder()
    .decode(payload)
    .split("\n")
    .slice(0, -2)
    .map((line) => JSON.parse(line) as Members);

/** In bytes: the smallest bucket of openings. */
const leastOpening = 16 * 1024;

const leastOf = (line = ""): number | undefined =>
  line.includes("pledge-opening") ? leastOpening : undefined;

const payloadOf = (lines: readonly Members[]): Uint8Array => {
  const texts = lines.map((line) => canonicalJson(line));
  return writeLines(texts, leastOf(texts[0]));
};

/** With these members in the place of those of one line. */
const changed = (payload: Uint8Array, at: number, members: Members): Uint8Array =>
  payloadOf(linesOf(payload).map((line, n) => (n === at ? { ...line, ...members } : line)));

const fault = (line: number, what: string) => ({
  ok: false,
  failure: { type: "payload-malformed", line, what },
});

const draw = writeDraw(sampleDraw);
const opening = writeOpening(sampleOpening);
const unknown = "it has a member that the format does not know";
const people = "a number from 1 to 100000";

describe("a draw as a file", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(anyDraw, (any) => {
        expect(parseDraw(writeDraw(any))).toEqual(ok(any));
      }),
    );
  });

  it.for<readonly [number, Members, string, number?]>([
    [0, { asOf: "2026-11-22" }, unknown],
    [0, { campaign: "x" }, 'its "campaign" is not a UUID of version 4'],
    [0, { committee: { number: 3 } }, 'in its "committee": its "hash" is missing'],
    [0, { auditors: [] }, 'its "auditors" is not a list of 2 to 256'],
    [
      0,
      { auditors: sampleDraw.auditors.toReversed() as never },
      'its "auditors" is not sorted, each one once',
    ],
    [
      0,
      {
        auditors: [
          { member: fingerprint("a"), words: "Six words of which one is" },
          { member: fingerprint("b"), words: "say six words and say them" },
        ],
      },
      'in place 1 of its "auditors": its "words" is not six words in lower case',
    ],
    [0, { sources: 0 }, 'its "sources" is not a number from 1 to 1024'],
    [0, { sources: 1 }, "there are more sources than the first line says", 3],
    [0, { sources: 3 }, "there are fewer sources than it says", 1],
    [1, { from: "A".repeat(40) }, 'its "from" is not a fingerprint: 40 digits of lower-case hex'],
    [1, { from: fingerprint("d") }, "the sources are not sorted, each one once", 3],
    [
      2,
      { from: fingerprint("a"), incarnation: life("1") },
      "the sources are not sorted, each one once",
    ],
    [2, { live: 46 }, 'its "live" is more than its "people"'],
    [2, { live: 0 }, `its "live" is not ${people}`],
    [2, { people: 100_001 }, `its "people" is not ${people}`],
    [2, { seq: 1.5 }, 'its "seq" is not a whole number from 1'],
    [2, { name: "Sample Person" }, unknown],
  ])("is refused with line %i as %j", ([at, members, what, line = at + 1]) => {
    expect(parseDraw(changed(draw, at, members))).toEqual(fault(line, what));
  });

  it("is of no other kind, and of no later version", () => {
    expect(parseDraw(opening)).toEqual(fault(1, "it does not begin as an audit does"));
    expect(parseDraw(changed(draw, 0, { v: 2 }))).toEqual({
      ok: false,
      failure: { type: "payload-newer", version: 2 },
    });
    expect(parseDraw(new Uint8Array(1024 * 1024 + 1))).toMatchObject(
      fault(1, "no audit is as long as this"),
    );
  });
});

const opened = sampleOpening.lines[1] as unknown as Members;

describe("an opening as a file", () => {
  it("is read as it was written", () => {
    expect(parseOpening(opening)).toEqual(ok(sampleOpening));
    const closed = { ...sampleOpening, lines: sampleOpening.lines.slice(0, 1) };
    expect(parseOpening(writeOpening(closed))).toEqual(ok(closed));
    const { reach: _, ...silent } = sampleOpening.lines[1] as { readonly reach: string };
    const without = { ...sampleOpening, lines: [silent] } as never;
    expect(parseOpening(writeOpening(without))).toEqual(ok(without));
  });

  it.for<readonly [number, Members, string, number?]>([
    [0, { committee: 3 }, unknown],
    [0, { to: [] }, 'its "to" is not a list of 1 to 256'],
    [0, { to: ["x"] }, 'in place 1 of its "to": it is not a fingerprint'],
    [0, { draw: "x" }, 'its "draw" is not a SHA-256: 64 digits of lower-case hex'],
    [0, { asOf: "2026-02-30" }, 'its "asOf" is not a day'],
    [0, { lines: 11 }, 'its "lines" is not a number from 1 to 10'],
    [0, { lines: 4 }, "there are fewer lines than it says", 1],
    [1, { place: 8 }, "the lines are not sorted by place, each one once", 3],
    [1, { place: 0 }, `its "place" is not ${people}`],
    [1, { outcome: "shown" }, 'its "outcome" is not an outcome'],
    [1, { name: "Sample Person" }, unknown],
    [2, { salt: "AAAAAAAAAAAAAAAAAAAAAB" }, 'its "salt" is not 16 bytes in base64url'],
    [2, { name: " Sample" }, 'its "name" is not a clean line of at most 200 characters'],
    [2, { name: "Sample\u202E" }, 'its "name" is not a clean line of at most 200 characters'],
    [2, { name: undefined }, 'its "name" is missing'],
    [2, { reach: "" }, 'its "reach" is not a clean line of at most 200 characters'],
    [2, { path: ["x"] }, 'its "path" is not a list of at most 17 hashes'],
    [
      2,
      { path: Array.from({ length: 18 }, () => hash("1")) },
      'its "path" is not a list of at most 17 hashes',
    ],
    [2, { line: "x".repeat(8193) }, 'its "line" is not a line of a tally'],
    [2, { code: "K7QF-2M9T-XR4D-8WNA" }, unknown],
    [3, { place: 7 }, "the lines are not sorted by place, each one once"],
  ])("is refused with line %i as %j", ([at, members, what, line = at + 1]) => {
    expect(parseOpening(changed(opening, at, members))).toEqual(fault(line, what));
  });

  it("is as long whether one line is opened or ten, so that nobody sees how many said yes", () => {
    const lines = Array.from({ length: 10 }, (_, at) => ({
      ...sampleOpening.lines[1],
      place: at + 1,
    }));
    const lengths = [lines.slice(0, 1), lines].map(
      (some) => writeOpening({ ...sampleOpening, lines: some as never }).length,
    );
    expect(lengths).toEqual([leastOpening, leastOpening]);
  });

  it("has ten lines at the most", () => {
    const lines = Array.from({ length: 11 }, (_, at) => ({ ...opened, place: at + 1 }));
    const [header = {}] = linesOf(opening);
    expect(parseOpening(payloadOf([{ ...header, lines: 10 }, ...lines]))).toEqual(
      fault(12, "there are more lines than the first one says"),
    );
    expect(parseOpening(payloadOf([{ ...header, lines: 10 }, ...lines.slice(1)])).ok).toBe(true);
  });

  it("is of no other kind, and of no later version", () => {
    expect(parseOpening(draw)).toEqual(fault(1, "it does not begin as an opening does"));
    expect(parseOpening(changed(opening, 0, { v: 2 }))).toEqual({
      ok: false,
      failure: { type: "payload-newer", version: 2 },
    });
    expect(parseOpening(new Uint8Array(256 * 1024 + 1))).toMatchObject(
      fault(1, "no opening is as long as this"),
    );
  });
});

describe("another spelling of the same", () => {
  const text = (payload: Uint8Array): readonly string[] =>
    linesOf(payload).map((line) => canonicalJson(line));
  it.each<readonly [string, (line: string) => string]>([
    ["a space", (line) => line.replace(",", ", ")],
    [
      "an escaped letter",
      (line) =>
        line.replace(/(?<=^\{")[a-z]/u, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
    ],
    [
      "members in another order",
      (line) =>
        JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line) as object).toReversed())),
    ],
    ["a member twice", (line) => line.replace(/\}$/u, `,${line.slice(1, -1)}}`)],
  ])("is refused for %s, in every line", (_, change) => {
    for (const [payload, parse] of [
      [draw, parseDraw],
      [opening, parseOpening],
    ] as const) {
      const lines = text(payload);
      for (const [at, line] of lines.entries()) {
        expect(change(line)).not.toBe(line);
        const changedLines = lines.map((one, n) => (n === at ? change(line) : one));
        const other = writeLines(changedLines, leastOf(lines[0]));
        expect(parse(other)).toEqual(fault(1, "it is not written in the one form of the format"));
      }
    }
  });
});
