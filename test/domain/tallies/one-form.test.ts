/** That a tally has one spelling: what says the same in another one is refused. */
import { describe, expect, it } from "vitest";

import { writeLines } from "../../../src/domain/sealing/payload.ts";
import { parseTally } from "../../../src/domain/tallies/parse-tally.ts";
import { tallyHeaderText, tallyLineText } from "../../../src/domain/tallies/write-tally.ts";
import { sampleTally } from "./any-tally.ts";

const header = tallyHeaderText(sampleTally, 2);
const [first = "", second = ""] = sampleTally.lines.map(tallyLineText);
const emptyHeader = tallyHeaderText(sampleTally, 0);

const refusedOn = (line: number) => ({
  ok: false,
  failure: {
    type: "payload-malformed",
    line,
    what: "it is not written in the one form of the format",
  },
});

const escaped = (letter: string): string =>
  `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;

const turnedAround = (text: string): string => {
  const members = Object.entries(JSON.parse(text) as object).toReversed();
  return JSON.stringify(Object.fromEntries(members));
};

describe("a line that says the same in another form", () => {
  it.each<readonly [string, (text: string) => string]>([
    ["a space", (text) => text.replace(",", ", ")],
    ["a space in front", (text) => ` ${text}`],
    ["a carriage return", (text) => `${text}\r`],
    ["an escaped letter in a value", (text) => text.replace(/(?<=:")[0-9a-z]/u, escaped)],
    ["an escaped letter in a name", (text) => text.replace('"a', '"\\u0061')],
    ["members in another order", turnedAround],
    ["a member twice", (text) => text.replace(/\}$/u, `,${text.slice(1, -1)}}`)],
  ])("is refused for %s", (_, change) => {
    expect(change(header)).not.toBe(header);
    expect(change(second)).not.toBe(second);
    expect(parseTally(writeLines([change(header), first, second]))).toEqual(refusedOn(1));
    expect(parseTally(writeLines([header, first, change(second)]))).toEqual(refusedOn(3));
  });

  it.each(["7.0", "7e0", "70e-1", "0.7e1", "7.00000000000000000001"])(
    "is refused for the number %s in the place of 7",
    (number) => {
      const changed = header.replace('"seq":7', `"seq":${number}`);
      expect(parseTally(writeLines([changed, first, second]))).toEqual(refusedOn(1));
    },
  );

  it("is refused for the number 1e1 in the place of 10", () => {
    const changed = first.replace('"atLeastInTeam":10', '"atLeastInTeam":1e1');
    expect(parseTally(writeLines([header, changed, second]))).toEqual(refusedOn(2));
  });

  it("is refused for minus zero", () => {
    expect(parseTally(writeLines([emptyHeader])).ok).toBe(true);
    const changed = emptyHeader.replace('"people":0', '"people":-0');
    expect(parseTally(writeLines([changed]))).toEqual(refusedOn(1));
  });
});
