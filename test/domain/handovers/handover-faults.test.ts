/** Every rule of the format that one handover can break by itself, and the clause that says which. */
import { describe, expect, it } from "vitest";

import { parseHandover } from "../../../src/domain/handovers/parse-handover.ts";
import { handoverHeaderText } from "../../../src/domain/handovers/write-handover.ts";
import { newPledgeCode } from "../../../src/domain/pledges/code.ts";
import { writeLines } from "../../../src/domain/sealing/payload.ts";
import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";
import type { Json } from "../../../src/domain/text/canonical-json.ts";
import { sampleHandover } from "./any-handover.ts";

type Members = { readonly [name: string]: Json | undefined };

const header = JSON.parse(handoverHeaderText({ ...sampleHandover, people: 2 })) as Members;

const codeOf = (byte: number): string =>
  newPledgeCode({ bytes: (length) => new Uint8Array(length).fill(byte) });
const [one, two, three] = [codeOf(0), codeOf(1), codeOf(2)];

const ana = {
  id: "aaaaaaaa",
  code: one,
  addedOn: "2026-11-01",
  name: "Ana Sample",
  team: "cloud",
  supervisor: "no",
};
const bo = { ...ana, id: "bbbbbbbb", code: two, name: "Bo Sample" };

const read = (...lines: readonly Members[]) =>
  parseHandover(writeLines(lines.map((line) => canonicalJson(line))));

const clauseOf = (result: ReturnType<typeof read>): string => {
  if (result.ok) return "taken";
  const { failure } = result;
  return failure.type === "payload-malformed" ? `${failure.line}: ${failure.what}` : failure.type;
};

const clean = "a clean line";
const word = "a word of the format";
const unknown = "it has a member that the format does not know";

it("is taken where no rule is broken", () => {
  expect(clauseOf(read(header, ana, bo))).toBe("taken");
});

describe("the first line", () => {
  it.each<readonly [Members, string]>([
    [{ note: "x" }, `1: ${unknown}`],
    [{ type: "pledge-tally" }, "1: it does not begin as a handover does"],
    [{ v: 2 }, "payload-newer"],
    [{ people: 0 }, '1: its "people" is not a number from 1 to 100000'],
    [{ people: 100_001 }, '1: its "people" is not a number from 1 to 100000'],
    [{ people: 1 }, "3: there are more people than the first line says"],
    [{ people: 3 }, "1: there are fewer people than it says"],
    [{ to: [] }, '1: its "to" is not a list of 1 to 1'],
    [{ to: ["b".repeat(40), "c".repeat(40)] }, '1: its "to" is not a list of 1 to 1'],
    [{ to: ["a".repeat(40)] }, "1: it goes to its own writer"],
    [{ teams: [] }, '1: its "teams" is not a list of 1 to 500'],
    [{ teams: ["cloud", "ads"] }, '1: its "teams" is not sorted, each one once'],
    [{ teams: ["ads"] }, "2: its team does not go"],
    [{ number: 0 }, '1: its "number" is not a whole number from 1'],
    [{ asOf: "2026-02-30" }, '1: its "asOf" is not a day'],
    [{ campaign: undefined }, '1: its "campaign" is missing'],
    [{ incarnation: "x" }, '1: its "incarnation" is not a UUID of version 4'],
  ])("%j", (changes, clause) => {
    expect(clauseOf(read({ ...header, ...changes }, ana, bo))).toBe(clause);
  });
});

const pledge = {
  action: "sign",
  display: "named",
  state: "pledged",
  since: "2026-11-02",
};

describe("a person's line", () => {
  it.each<readonly [Members, string]>([
    [{ note: "x" }, unknown],
    [{ sharedNote: "x" }, unknown],
    [{ issues: ["x"] }, unknown],
    [{ source: "x" }, unknown],
    [{ name: " Ana" }, `its "name" is not ${clean}`],
    [{ name: "A\u202Ena" }, `its "name" is not ${clean}`],
    [{ name: undefined }, 'its "name" is missing'],
    [{ id: "short" }, 'its "id" is not the eight letters of an id'],
    [{ code: "K7QF-2M9T-XR4D-8WNZ" }, 'its "code" is not a pledge code'],
    [{ code: "0000 0000 0000 0000" }, 'its "code" is not a pledge code'],
    [{ language: "EN" }, 'its "language" is not the tag of a language'],
    [{ supervisor: "perhaps" }, `its "supervisor" is not ${word}`],
    [{ supporter: false }, 'its "supporter" is not true'],
    [{ contacts: [] }, 'its "contacts" is not a list of 1 to 20'],
    [
      { contacts: Array.from({ length: 21 }, () => ({ kind: "phone", value: "1" })) },
      'its "contacts" is not a list of 1 to 20',
    ],
    [
      { contacts: [{ kind: "fax", value: "1" }] },
      `in place 1 of its "contacts": its "kind" is not ${word}`,
    ],
    [
      { assessments: [{ level: 6, basis: "action", day: "2026-11-02" }] },
      `in place 1 of its "assessments": its "level" is not ${word}`,
    ],
    [{ pledges: [pledge, pledge] }, 'its "pledges" is not sorted, each one once'],
    [
      { changes: [{ ...pledge, atLeast: 5, atLeastPercent: 5 }] },
      "it is not written in the one form of the format",
    ],
    [{ changes: [{ ...pledge, atLeast: 1 }] }, "it is not written in the one form of the format"],
    [{ otherCodes: [one] }, "one of its codes is there twice"],
    [
      { told: [{ action: "sign", code: two, carries: true }] },
      "it tells something under a code that is not hers",
    ],
    [
      { pledges: [pledge], otherCodes: [three], told: [{ action: "sign", code: three }] },
      "an action is not told under one of her codes",
    ],
    [
      { otherCodes: [three], told: [{ action: "sign", code: three, carries: true }] },
      "an action is not told under one of her codes",
    ],
    [{ otherCodes: [two] }, "3: a code of it is somebody else's"],
    [{ alias: "bo" }, "3: its alias is somebody else's"],
    [{ id: "cccccccc" }, "3: the people are not sorted, each one once"],
    [{ coveredBy: "aaaaaaaa" }, "nobody in the file keeps in touch with her, as it says"],
    [{ coveredBy: "cccccccc" }, "nobody in the file keeps in touch with her, as it says"],
  ])("%j", (changes, clause) => {
    const expected = /^\d: /u.test(clause) ? clause : `2: ${clause}`;
    expect(clauseOf(read(header, { ...ana, ...changes }, { ...bo, alias: "bo" }))).toBe(expected);
  });
});
