/** Draws as fast-check makes them, and one to change. Sample keys and words. */
import * as fc from "fast-check";

import type { Draw, SpokenWords } from "../../../src/domain/audits/draw.ts";
import type { Opening } from "../../../src/domain/audits/opening.ts";
import { inRoundOrder } from "../../../src/domain/audits/round.ts";
import type { RoundSource } from "../../../src/domain/audits/round.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Hash, Incarnation } from "../../../src/domain/tallies/tally.ts";

export const fingerprint = (digit: string): Fingerprint => digit.repeat(40) as Fingerprint;
export const life = (digit: string): Incarnation =>
  `00000000-0000-4000-8000-00000000000${digit}` as Incarnation;
export const hash = (digit: string): Hash => digit.repeat(64) as Hash;
export const words = (text: string): SpokenWords => text as SpokenWords;

const sampleSource: RoundSource = {
  from: fingerprint("c"),
  incarnation: life("3"),
  seq: 4,
  root: hash("d"),
  people: 45,
  live: 41,
};

export const sampleDraw: Draw = {
  campaign: "6f1c1f6e-0d5a-4c58-9a57-2f8b5c3a9e01",
  committee: { number: 3, hash: hash("e") },
  auditors: [
    { member: fingerprint("a"), words: words("ten sample words are too many") },
    { member: fingerprint("b"), words: words("say six words and say them") },
  ],
  sources: [{ ...sampleSource, from: fingerprint("a"), incarnation: life("1") }, sampleSource],
};

export const sampleOpening: Opening = {
  campaign: sampleDraw.campaign,
  from: fingerprint("c"),
  to: [fingerprint("a"), fingerprint("b")],
  incarnation: life("3"),
  seq: 4,
  root: hash("d"),
  draw: hash("f"),
  asOf: "2026-11-22" as Day,
  lines: [
    { outcome: "declined", place: 2 },
    {
      outcome: "opened",
      place: 7,
      salt: "AAAAAAAAAAAAAAAAAAAAAA",
      line: '{"token":"x"}',
      name: "Sample Person",
      path: [hash("1"), hash("2")],
      reach: "the kitchen",
    },
    { outcome: "not-opened", place: 9 },
  ],
};

const anyHex = (length: number) =>
  fc
    .uint8Array({ minLength: length / 2, maxLength: length / 2 })
    .map((bytes) => Buffer.from(bytes).toString("hex"));

const anySource: fc.Arbitrary<RoundSource> = fc
  .record({
    from: anyHex(40) as fc.Arbitrary<Fingerprint>,
    incarnation: fc.uuid({ version: 4 }) as fc.Arbitrary<Incarnation>,
    seq: fc.integer({ min: 1, max: 1000 }),
    root: anyHex(64) as fc.Arbitrary<Hash>,
    live: fc.integer({ min: 1, max: 400 }),
    more: fc.nat(50),
  })
  .map(({ more, ...source }) => ({ ...source, people: source.live + more }));

const anyWords = fc
  .array(fc.constantFrom("able", "bread", "crowd", "dentist", "eagle", "fox", "zoo"), {
    minLength: 6,
    maxLength: 6,
  })
  .map((all) => all.join(" ") as SpokenWords);

export const anyDraw: fc.Arbitrary<Draw> = fc
  .record({
    sources: fc.uniqueArray(anySource, {
      minLength: 1,
      maxLength: 6,
      selector: ({ from, incarnation }) => `${from} ${incarnation}`,
    }),
    auditors: fc.uniqueArray(
      fc.record({ member: anyHex(40) as fc.Arbitrary<Fingerprint>, words: anyWords }),
      { minLength: 2, maxLength: 5, selector: ({ member }) => member },
    ),
    number: fc.integer({ min: 1, max: 99 }),
    hash: anyHex(64) as fc.Arbitrary<Hash>,
  })
  .map((made) => ({
    campaign: sampleDraw.campaign,
    committee: { number: made.number, hash: made.hash },
    sources: inRoundOrder(made.sources),
    auditors: made.auditors.toSorted((a, b) => (a.member < b.member ? -1 : 1)),
  }));
