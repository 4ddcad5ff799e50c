import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ActionKey, Campaign, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import {
  parseTold,
  placeTold,
  readTold,
  writeTold,
} from "../../../src/domain/people/told-people.ts";
import type { ToldPerson } from "../../../src/domain/people/told-people.ts";
import { newPledgeCode } from "../../../src/domain/pledges/code.ts";
import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";
import type { Json } from "../../../src/domain/text/canonical-json.ts";
import { smallestPasted } from "../../../src/domain/sealing/padding.ts";
import { writePayload } from "../../../src/domain/sealing/payload.ts";
import { seededRandomness } from "../../support/seeded-randomness.ts";

const campaign = {
  actions: ["sign", "walkout"] as ActionKey[],
  teams: [{ key: "cloud" as TeamKey, name: "Cloud Platform", size: 30 }],
} as unknown as Campaign;

const code = newPledgeCode(seededRandomness(7));

const anyLine = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });

const anyTold = fc
  .record(
    {
      name: anyLine,
      team: anyLine,
      role: anyLine,
      actions: fc.uniqueArray(fc.constantFrom("sign", "refuse", "slowdown", "strike"), {
        maxLength: 3,
      }),
      display: fc.constantFrom("named", "role", "counted"),
      supporter: fc.boolean(),
      supervisor: fc.constantFrom("yes", "no", "unsure"),
      note: anyLine,
      date: fc.constantFrom("2026-11-20", "2026-11-21"),
    },
    { requiredKeys: ["name"] },
  )
  .map((value) => parseTold(value))
  .filter((read) => read.ok)
  .map((read) => read.value);

describe("people told of by somebody without a vault", () => {
  it("come back as they were written", () => {
    fc.assert(
      fc.property(fc.array(anyTold, { maxLength: 5 }), (people) => {
        expect(readTold(writeTold(people))).toEqual({ ok: true, value: people });
      }),
    );
  });

  it("are read in one spelling only", () => {
    const good = { name: "Ana", actions: ["sign"], code };
    const read = (line: Json): boolean =>
      readTold(writePayload([{ type: "pledge-add", v: 1 }, line], smallestPasted)).ok;
    expect(read(good)).toBe(true);
    expect(read({ ...good, name: " Ana" })).toBe(false);
    expect(read({ ...good, actions: [{ action: "sign" }] })).toBe(false);
    expect(read({ ...good, actions: [{ action: "sign", atLeast: 1 }] })).toBe(false);
    expect(read({ ...good, assessment: 1 })).toBe(false);
    expect(read({ ...good, id: "abcdefgh" })).toBe(false);
    expect(read({ ...good, surprise: true })).toBe(false);
    expect(read({ ...good, team: 3 })).toBe(false);
    expect(read({ actions: ["sign"] })).toBe(false);
  });

  it("are refused in another kind of file, and in a later version", () => {
    const other = readTold(writePayload([{ type: "pledge-tally", v: 1 }]));
    expect(other).toMatchObject({ ok: false, failure: { type: "payload-malformed" } });
    const newer = readTold(writePayload([{ type: "pledge-add", v: 2 }]));
    expect(newer).toEqual({ ok: false, failure: { type: "payload-newer", version: 2 } });
  });

  it("take a bucket of their own, so that one or two fit into a message", () => {
    const one = parseTold({ name: "Ana Sample", actions: ["sign"], code });
    if (!one.ok) throw new Error("a name is a person");
    expect(writeTold([one.value]).length).toBe(1024);
    expect(writeTold(Array.from({ length: 9 }, () => one.value)).length).toBe(1024);
    expect(writeTold(Array.from({ length: 30 }, () => one.value)).length).toBe(4096);
  });

  it("are at most a thousand", () => {
    const one = parseTold({ name: "Ana" });
    if (!one.ok) throw new Error("a name is a person");
    const many = Array.from({ length: 1001 }, (): ToldPerson => one.value);
    expect(readTold(writeTold(many.slice(1))).ok).toBe(true);
    expect(readTold(writeTold(many)).ok).toBe(false);
  });

  it("never make the reader throw, whatever a line is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const line = JSON.parse(
          JSON.stringify(value).replaceAll(/\\ud[0-9a-f]{3}/giu, "x"),
        ) as Json;
        const read = readTold(writePayload([{ type: "pledge-add", v: 1 }, line], smallestPasted));
        if (read.ok) expect(read.value.length).toBe(1);
      }),
    );
  });
});

describe("what was told, placed in a campaign", () => {
  const told = (value: object): ToldPerson => {
    const read = parseTold(value);
    if (!read.ok) throw new Error(canonicalJson(read.failure as unknown as Json));
    return read.value;
  };

  it("finds the team by its name or key, however it is written", () => {
    for (const team of ["cloud", "Cloud Platform", "CLOUD PLATFORM"])
      expect(placeTold(told({ name: "Ana", team }), campaign)).toEqual({
        name: "Ana",
        team: "cloud",
      });
  });

  it("keeps in the note what the campaign has no place for", () => {
    const person = told({
      name: "Ana",
      team: "the cloud people",
      actions: [
        "sign",
        { action: "slowdown", atLeast: 30 },
        { action: "strike", atLeastPercent: 20 },
      ],
      note: "on holiday until Monday",
      date: "2026-11-20",
    });
    expect(placeTold(person, campaign)).toEqual({
      name: "Ana",
      actions: [{ action: "sign", condition: { kind: "none" } }],
      note: "on holiday until Monday\nTeam, as told: the cloud people\nWould also, as told: slowdown, once 30 people are in\nWould also, as told: strike, once 20% of the unit are in",
      day: "2026-11-20" as Day,
    });
  });
});
