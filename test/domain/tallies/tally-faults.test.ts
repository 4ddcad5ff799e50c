/** Every rule of the format that one tally can break by itself, and the clause that says which. */
import { describe, expect, it } from "vitest";

import { writeLines } from "../../../src/domain/sealing/payload.ts";
import { parseTally } from "../../../src/domain/tallies/parse-tally.ts";
import { writeTally } from "../../../src/domain/tallies/write-tally.ts";
import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";
import type { Json } from "../../../src/domain/text/canonical-json.ts";
import { sampleTally } from "./any-tally.ts";

type Members = { readonly [name: string]: Json };

const texts = new TextDecoder().decode(writeTally(sampleTally)).split("\n").slice(0, 3);
const [header = {}, first = {}, second = {}] = texts.map((text) => JSON.parse(text) as Members);

const A = "a".repeat(40);
const B = "b".repeat(40);
const HASH = "e".repeat(64);
const life = (digit: string): string => `00000000-0000-4000-8000-00000000000${digit}`;
const seen = (from: string, incarnation: string): Members => ({
  from,
  incarnation,
  seq: 1,
  sha256: HASH,
});

const read = (...lines: readonly Members[]) =>
  parseTally(writeLines(lines.map((line) => canonicalJson(line))));

/** The sample with members changed in its first line or in its first person's; `undefined` takes one out. */
const withHeader = (members: { readonly [name: string]: Json | undefined }) =>
  read({ ...header, ...members } as Members, first, second);
const withLine = (members: { readonly [name: string]: Json | undefined }) =>
  read(header, { ...first, ...members } as Members, second);
const withAction = (members: { readonly [name: string]: Json | undefined }) =>
  withLine({ actions: [{ action: "sign", ...members }] });

const fault = (line: number, what: string) => ({
  ok: false,
  failure: { type: "payload-malformed", line, what },
});

const fingerprint = "a fingerprint: 40 digits of lower-case hex";
const hash = "a SHA-256: 64 digits of lower-case hex";
const uuid = "a UUID of version 4";
const unknown = "it has a member that the format does not know";

describe("the first line", () => {
  it.each<readonly [{ readonly [name: string]: Json | undefined }, string]>([
    [{ note: "x" }, unknown],
    [{ v: 0 }, 'its "v" is not 1'],
    [{ asOf: undefined }, 'its "asOf" is missing'],
    [{ asOf: "2026-02-30" }, 'its "asOf" is not a day'],
    [{ asOf: "2026-11-22T23:00:00Z" }, 'its "asOf" is not a day'],
    [{ campaign: "x" }, `its "campaign" is not ${uuid}`],
    [{ campaign: "6F1C1F6E-0D5A-4C58-9A57-2F8B5C3A9E01" }, `its "campaign" is not ${uuid}`],
    [{ campaign: "6f1c1f6e-0d5a-1c58-9a57-2f8b5c3a9e01" }, `its "campaign" is not ${uuid}`],
    [{ committee: null }, 'in its "committee": it is not an object'],
    [{ committee: [] }, 'in its "committee": it is not an object'],
    [{ committee: { number: 3 } }, 'in its "committee": its "hash" is missing'],
    [
      { committee: { number: 0, hash: HASH } },
      'in its "committee": its "number" is not a whole number from 1',
    ],
    [{ committee: { number: 1, hash: HASH, more: 1 } }, `in its "committee": ${unknown}`],
    [{ from: A.toUpperCase() }, `its "from" is not ${fingerprint}`],
    [{ from: `${A}\n` }, `its "from" is not ${fingerprint}`],
    [{ from: A.slice(1) }, `its "from" is not ${fingerprint}`],
    [{ from: "c".repeat(40) }, 'its "to" does not name the writer'],
    [{ to: [] }, 'its "to" is not a list of 1 to 256'],
    [{ to: B }, 'its "to" is not a list'],
    [{ to: [B, A] }, 'its "to" is not sorted, each one once'],
    [{ to: [B, B] }, 'its "to" is not sorted, each one once'],
    [{ to: [A, "x"] }, `in place 2 of its "to": it is not ${fingerprint}`],
    [{ incarnation: "" }, `its "incarnation" is not ${uuid}`],
    [{ supersedes: [header["incarnation"] ?? null] }, 'its "supersedes" names its own incarnation'],
    [{ supersedes: [life("2"), life("1")] }, 'its "supersedes" is not sorted, each one once'],
    [{ supersedes: [1] }, `in place 1 of its "supersedes": it is not ${uuid}`],
    [{ seq: 0 }, 'its "seq" is not a whole number from 1'],
    [{ seq: 2 ** 53 }, 'its "seq" is not a whole number from 1'],
    [{ seq: "7" }, 'its "seq" is not a whole number from 1'],
    [{ seq: 1 }, 'its "prev" does not go with its "seq"'],
    [{ prev: null }, 'its "prev" does not go with its "seq"'],
    [{ prev: "" }, `its "prev" is not ${hash}, or null`],
    [{ relay: 0 }, 'its "relay" is not true or false'],
    [{ seen: {} }, 'its "seen" is not a list'],
    [{ seen: [1] }, 'in place 1 of its "seen": it is not an object'],
    [{ seen: [{}] }, 'in place 1 of its "seen": its "from" is missing'],
    [
      { seen: [{ ...seen(A, life("1")), seq: -1 }] },
      'in place 1 of its "seen": its "seq" is not a whole number from 1',
    ],
    [
      { seen: [{ ...seen(A, life("1")), sha256: "" }] },
      `in place 1 of its "seen": its "sha256" is not ${hash}`,
    ],
    [{ seen: [seen(B, life("1")), seen(A, life("2"))] }, 'its "seen" is not sorted, each one once'],
    [{ seen: [seen(A, life("2")), seen(A, life("1"))] }, 'its "seen" is not sorted, each one once'],
    [
      { seen: [seen(A, life("1")), { ...seen(A, life("1")), seq: 2 }] },
      'its "seen" is not sorted, each one once',
    ],
    [{ people: -1 }, 'its "people" is not a number from 0 to 100000'],
    [{ people: 100_001 }, 'its "people" is not a number from 0 to 100000'],
    [{ root: null }, `its "root" is not ${hash}`],
  ])("is refused with %j", (members, what) => {
    expect(withHeader(members)).toEqual(fault(1, what));
  });

  it.each([
    { seq: 1, prev: null },
    { seq: Number.MAX_SAFE_INTEGER },
    { asOf: "2028-02-29" },
    { relay: true },
    { seen: [seen(A, life("1")), seen(A, life("2")), seen(B, life("1"))] },
  ])("is taken with %j", (members) => {
    expect(withHeader(members)).toMatchObject({ ok: true });
  });

  it("holds lists as long as the format allows, and is refused with longer ones before they are looked at", () => {
    const numbered = (count: number): readonly string[] =>
      Array.from({ length: count }, (_, index) => String(1000 + index));
    const readers = [B, ...numbered(255).map((number) => number.repeat(10))].toSorted();
    const lives = numbered(64).map((number) => `${life("").slice(0, -3)}${number}`);
    const sources = numbered(1024).map((number) => seen(number.repeat(10), life("1")));
    expect(withHeader({ to: readers, supersedes: lives, seen: sources }).ok).toBe(true);
    const nulls = (count: number): readonly Json[] => Array<Json>(count).fill(null);
    expect(withHeader({ to: nulls(257) })).toEqual(fault(1, 'its "to" is not a list of 1 to 256'));
    expect(withHeader({ supersedes: nulls(65) })).toEqual(
      fault(1, 'its "supersedes" is not a list of 0 to 64'),
    );
    expect(withHeader({ seen: nulls(1025) })).toEqual(
      fault(1, 'its "seen" is not a list of 0 to 1024'),
    );
  });
});

describe("a person's line", () => {
  it.each<readonly [{ readonly [name: string]: Json | undefined }, string]>([
    [{ name: "x" }, unknown],
    [{ pad: "" }, unknown],
    [{ token: undefined }, 'its "token" is missing'],
    [{ token: "1".repeat(22) }, 'its "token" is not 16 bytes in base64url'],
    [{ token: `${"1".repeat(20)}A` }, 'its "token" is not 16 bytes in base64url'],
    [{ token: `${"1".repeat(20)}/A` }, 'its "token" is not 16 bytes in base64url'],
    [{ token: `${"1".repeat(21)}A==` }, 'its "token" is not 16 bytes in base64url'],
    [{ proof: `${"1".repeat(21)}B` }, 'its "proof" is not 16 bytes in base64url'],
    [{ team: "" }, 'its "team" is not the key of a team, or "*"'],
    [{ team: "**" }, 'its "team" is not the key of a team, or "*"'],
    [{ team: "Cloud" }, 'its "team" is not the key of a team, or "*"'],
    [{ team: "a".repeat(25) }, 'its "team" is not the key of a team, or "*"'],
    [{ team: null }, 'its "team" is not the key of a team, or "*"'],
    [{ supporter: false }, 'its "supporter" is not true'],
    [{ team: "*" }, "it asks for people of a team that it does not name"],
    [{ team: undefined }, "it asks for people of a team that it does not name"],
    [{ actions: {} }, 'its "actions" is not a list'],
    [{ actions: [] }, 'its "actions" is not a list of 1 to 30'],
    [
      { actions: [{ action: "walkout" }, { action: "sign" }] },
      'its "actions" is not sorted, each one once',
    ],
    [
      { actions: [{ action: "sign" }, { action: "sign" }] },
      'its "actions" is not sorted, each one once',
    ],
  ])("is refused with %j", (members, what) => {
    expect(withLine(members)).toEqual(fault(2, what));
  });

  it.each<readonly [{ readonly [name: string]: Json | undefined }, string]>([
    [{ action: undefined }, 'its "action" is missing'],
    [{ action: "Sign" }, 'its "action" is not the key of an action'],
    [{ action: "a".repeat(25) }, 'its "action" is not the key of an action'],
    [{ display: "named" }, unknown],
    [{ state: "pledged" }, 'its "state" is not confirmed, done or withdrawn'],
    [{ state: "lapsed" }, 'its "state" is not confirmed, done or withdrawn'],
    [{ atLeast: 1 }, 'its "atLeast" is not a rounded number of people'],
    [{ atLeast: 237 }, 'its "atLeast" is not a rounded number of people'],
    [{ atLeast: 15_000_000 }, 'its "atLeast" is not a rounded number of people'],
    [{ atLeastInTeam: 3 }, 'its "atLeastInTeam" is not a rounded number of people'],
    [{ atLeastPercent: 31 }, 'its "atLeastPercent" is not a rounded share'],
    [{ atLeastPercent: 0 }, 'its "atLeastPercent" is not a rounded share'],
    [{ atLeastPercent: 105 }, 'its "atLeastPercent" is not a rounded share'],
    [{ waits: false }, 'its "waits" is not true'],
    [{ atLeast: 5, atLeastPercent: 5 }, "it has more than one condition"],
    [{ atLeast: 5, atLeastInTeam: 5 }, "it has more than one condition"],
    [{ atLeastInTeam: 5, waits: true }, "it has more than one condition"],
    [{ text: "0123456789ABCDEF" }, 'its "text" is not 16 digits of hex'],
    [{ text: "0".repeat(64) }, 'its "text" is not 16 digits of hex'],
    [{ action: "walkout", text: "0".repeat(16) }, 'its "text" belongs to another action'],
  ])("is refused with an action that has %j", (members, what) => {
    expect(withAction(members)).toEqual(fault(2, `in place 1 of its "actions": ${what}`));
  });

  it("holds thirty actions, and is refused with more before they are looked at", () => {
    const actions = Array.from({ length: 30 }, (_, index) => ({ action: `a${10 + index}` }));
    expect(withLine({ actions }).ok).toBe(true);
    expect(withLine({ actions: Array<Json>(31).fill(null) })).toEqual(
      fault(2, 'its "actions" is not a list of 1 to 30'),
    );
  });

  it.each([
    { atLeast: 2 },
    { atLeast: 10_000_000 },
    { atLeastPercent: 5 },
    { atLeastPercent: 100 },
    { atLeastInTeam: 5, state: "done" },
    { waits: true, text: "0".repeat(16), state: "withdrawn" },
  ])("is taken with an action that has %j", (members) => {
    expect(withAction(members)).toMatchObject({ ok: true });
  });
});

describe("a member with a name that every object answers to", () => {
  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("is unknown: %s", (name) => {
    const [one = "", two = "", three = ""] = texts;
    const added = (text: string): string => text.replace("{", `{"${name}":{},`);
    expect(parseTally(writeLines([added(one), two, three]))).toEqual(fault(1, unknown));
    expect(parseTally(writeLines([one, added(two), three]))).toEqual(fault(2, unknown));
  });
});
