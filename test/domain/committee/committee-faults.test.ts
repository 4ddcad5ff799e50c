import { describe, expect, it } from "vitest";

import { parseCommittee } from "../../../src/domain/committee/parse-committee.ts";
import { writeCommittee } from "../../../src/domain/committee/write-committee.ts";
import { writeLines, writePayload } from "../../../src/domain/sealing/payload.ts";
import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";
import type { Json } from "../../../src/domain/text/canonical-json.ts";
import { sampleCommittee } from "./any-committee.ts";

type Line = { readonly [name: string]: Json };

const lines = Buffer.from(writeCommittee(sampleCommittee))
  .toString("utf8")
  .split("\n")
  .slice(0, -2)
  .map((line) => JSON.parse(line) as Line);
const [header = {}, heron = {}, rowan = {}, text = {}] = lines;
const definition = header["definition"] as Line;

const faultOf = (...changed: readonly Json[]): unknown => {
  const read = parseCommittee(writePayload(changed));
  return read.ok ? "accepted" : read.failure;
};

const malformed = (line: number, what: string): unknown => ({
  type: "payload-malformed",
  line,
  what: expect.stringContaining(what) as string,
});

const hash = "0123456789abcdef".repeat(4);
const others = [heron, rowan, text];
const many = (count: number, of: (name: string) => Json): readonly Json[] =>
  Array.from({ length: count }, (_, index) => of(`n${String(index).padStart(3, "0")}`));

describe("the first line of a committee file", () => {
  it("stands for number 1 without a number before, and for any other with one", () => {
    expect(faultOf(header, ...others)).toBe("accepted");
    expect(faultOf({ ...header, number: 2, prev: hash }, ...others)).toBe("accepted");
    expect(faultOf({ ...header, number: 2 }, ...others)).toEqual(malformed(1, '"prev"'));
    expect(faultOf({ ...header, prev: hash }, ...others)).toEqual(malformed(1, '"prev"'));
  });

  it("of a later version is told from one that is malformed", () => {
    expect(faultOf({ ...header, v: 2 })).toEqual({ type: "payload-newer", version: 2 });
    expect(faultOf({ type: "pledge-committee", v: 7 })).toEqual({
      type: "payload-newer",
      version: 7,
    });
    expect(faultOf({ ...header, v: 0 }, ...others)).toEqual(malformed(1, '"v"'));
    expect(faultOf({ ...header, v: "2" }, ...others)).toEqual(malformed(1, '"v"'));
    expect(faultOf({ ...header, type: "pledge-tally", v: 2 })).toEqual(malformed(1, '"type"'));
  });

  it.each<readonly [string, Line]>([
    ["type", { type: "pledge-tally" }],
    ["campaign", { campaign: "6f1c1f6e-0d5a-1c58-9a57-2f8b5c3a9e01" }],
    ["campaign", { campaign: "6F1C1F6E-0d5a-4c58-9a57-2f8b5c3a9e01" }],
    ["number", { number: 0 }],
    ["number", { number: 1.5 }],
    ["number", { number: 2 ** 53 }],
    ["number", { number: "1" }],
    ["prev", { prev: hash.toUpperCase() }],
    ["prev", { prev: hash.slice(1) }],
    ["needs", { needs: 0 }],
    ["needs", { needs: 3 }],
    ["asOf", { asOf: "2026-02-30" }],
    ["asOf", { asOf: "2026-11-22T00:00:00Z" }],
    ["definition", { definition: [] }],
    ["definition", { definition: "x" }],
  ])("is refused for its %s", (name, change) => {
    expect(faultOf({ ...header, ...change }, ...others)).toEqual(malformed(1, `its "${name}" is`));
  });

  it("has every member and no other one", () => {
    for (const name of Object.keys(header)) {
      const { [name]: _, ...rest } = header;
      expect(faultOf(rest, ...others), name).toEqual(malformed(1, `"${name}"`));
    }
    expect(faultOf({ ...header, relay: false }, ...others)).toEqual(malformed(1, "does not know"));
    expect(faultOf([], ...others)).toEqual(malformed(1, "not an object"));
  });
});

describe("the definition in a committee file", () => {
  it.each<readonly [string, Line]>([
    ["who holds a vault", { organizer: "rowan" }],
    ["a member that it does not have", { server: "none" }],
    ["a name that is not clean", { campaign: " Sample campaign" }],
    ["a name that turns the line around", { campaign: "Sample\u202e campaign" }],
    ["no action to sign", { actions: ["walkout"] }],
    ["an action twice", { actions: ["sign", "sign"] }],
    ["a threshold of no action", { thresholds: [{ action: "picnic", atLeast: 2 }] }],
    ["a team that has no name of its own", { teams: [{ key: "cloud" }, { key: "ads" }] }],
    [
      "a team twice",
      {
        teams: [
          { key: "cloud", name: "A" },
          { key: "cloud", name: "B" },
        ],
      },
    ],
    ["a smallest team of too few", { settings: { oldAfterDays: 14, smallestTeam: 4 } }],
    ["settings that are left to the reader", { settings: {} }],
    ["a size without its day", { unit: { name: "Engineering", size: 60 } }],
    ["a demand that is no key", { demands: ["Drop contracts"] }],
  ])("is refused for %s", (_, change) => {
    expect(faultOf({ ...header, definition: { ...definition, ...change } }, ...others)).toEqual(
      malformed(1, ""),
    );
  });

  it("says everything that has a default, too", () => {
    for (const name of Object.keys(definition)) {
      const { [name]: _, ...rest } = definition;
      const alone = { ...heron, turf: [] };
      expect(faultOf({ ...header, definition: rest }, alone), name).toEqual(malformed(1, ""));
    }
  });
});

describe("a member's line", () => {
  it.each<readonly [string, Line]>([
    ["member", { member: "h" }],
    ["member", { member: "Heron" }],
    ["member", { member: "h".repeat(25) }],
    ["member", { member: "-heron" }],
    ["certificate", { certificate: "" }],
    ["certificate", { certificate: "xmhlcm9=" }],
    ["certificate", { certificate: "AB" }],
    ["certificate", { certificate: "A".repeat(87_383) }],
    ["turf", { turf: ["picnic"] }],
    ["turf", { turf: ["cloud", "ads"] }],
    ["turf", { turf: ["ads", "ads"] }],
    ["turf", { turf: "ads" }],
    ["turf", { turf: [7] }],
    ["replaces", { replaces: [] }],
    ["replaces", { replaces: "a".repeat(40) }],
    ["replaces", { replaces: ["A".repeat(40)] }],
    ["replaces", { replaces: ["a".repeat(40), "a".repeat(40)] }],
    ["replaces", { replaces: many(17, (name) => name.slice(1).padEnd(40, "0")) }],
  ])("is refused for its %s", (name, change) => {
    expect(faultOf(header, { ...heron, ...change }, rowan)).toEqual(malformed(2, `"${name}"`));
  });

  it("may hold a certificate of 64 KiB", () => {
    expect(faultOf(header, { ...heron, certificate: "A".repeat(87_382) }, rowan)).toBe("accepted");
  });

  it("has every member and no other one", () => {
    for (const name of ["certificate", "turf"]) {
      const { [name]: _, ...rest } = heron;
      expect(faultOf(header, rest), name).toEqual(malformed(2, `"${name}"`));
    }
    expect(faultOf(header, { ...heron, name: "Sample" })).toEqual(malformed(2, "does not know"));
  });

  it("stands in its order, once, and before the texts", () => {
    expect(faultOf(header, rowan, heron)).toEqual(malformed(3, "sorted"));
    expect(faultOf(header, heron, heron)).toEqual(malformed(3, "sorted"));
    expect(faultOf(header, heron, text, rowan)).toEqual(malformed(4, "behind a text"));
  });

  it("is one of 256 at most, and of as many as must sign at least", () => {
    const members = (count: number): readonly Json[] =>
      many(count, (member) => ({ ...heron, member }));
    expect(faultOf(header, ...members(256))).toBe("accepted");
    expect(faultOf(header, ...members(257))).toEqual(malformed(258, "too many"));
    expect(faultOf(header, text)).toEqual(malformed(1, '"needs"'));
    expect(faultOf({ ...header, needs: 2 }, heron, rowan)).toBe("accepted");
    expect(faultOf({ ...header, needs: 2 }, heron)).toEqual(malformed(1, '"needs"'));
  });
});

describe("a text's line", () => {
  it.each<readonly [string, Line]>([
    ["letter", { letter: "Letter" }],
    ["letter", { letter: "l".repeat(41) }],
    ["template", { template: "../x" }],
    ["title", { title: "two\nlines" }],
    ["title", { title: 7 }],
    ["language", { language: "english" }],
    ["place", { place: "" }],
    ["place", { place: null }],
    ["frozenOn", { frozenOn: "2026-13-01" }],
    ["markdown", { markdown: [] }],
  ])("is refused for its %s", (name, change) => {
    expect(faultOf(header, heron, rowan, { ...text, ...change })).toEqual(
      malformed(4, `"${name}"`),
    );
  });

  it("is refused for a text that could do harm", () => {
    for (const markdown of ["a\u0007b", "a\r\nb", ">".repeat(9), "x".repeat(65_537)])
      expect(faultOf(header, heron, rowan, { ...text, markdown })).toEqual(
        malformed(4, "the text"),
      );
  });

  it("stands in its order, once, and is one of a hundred at most", () => {
    const texts = (count: number): readonly Json[] =>
      many(count, (letter) => ({ ...text, letter }));
    expect(faultOf(header, heron, text, text)).toEqual(malformed(4, "sorted"));
    expect(faultOf(header, heron, text, { ...text, letter: "a" })).toEqual(malformed(4, "sorted"));
    expect(faultOf(header, heron, ...texts(100))).toBe("accepted");
    expect(faultOf(header, heron, ...texts(101))).toEqual(malformed(103, "too many"));
  });

  it("may say no place", () => {
    const { place: _, ...rest } = text;
    expect(faultOf(header, heron, rowan, rest)).toBe("accepted");
  });
});

describe("a second spelling", () => {
  it("is refused on its line", () => {
    const texts = lines.map((line) => canonicalJson(line));
    const spelled = texts.map((line) => line.replace('"rowan"', '"\\u0072owan"'));
    expect(spelled).not.toEqual(texts);
    expect(parseCommittee(writeLines(spelled))).toEqual({
      ok: false,
      failure: malformed(3, "not written in the one form"),
    });
  });
});
