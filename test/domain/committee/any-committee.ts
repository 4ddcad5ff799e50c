/** Committees for the laws: an example by hand, and arbitrary ones. Handles, keys and texts are made up. */
import * as fc from "fast-check";

import type { Handle, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type {
  Committee,
  Definition,
  Member,
  SharedText,
} from "../../../src/domain/committee/committee.ts";
import { definitionOf } from "../../../src/domain/committee/definition.ts";
import type { WrittenCommittee } from "../../../src/domain/committee/write-committee.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { LetterName } from "../../../src/domain/letters/letter.ts";
import { markerOf } from "../../../src/domain/letters/outside.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Hash } from "../../../src/domain/tallies/tally.ts";
import { campaign, cleanText, day, key, sample } from "../../support/campaigns.ts";

/** A fingerprint that anybody can see is made up: of `7`, forty sevens. */
export const fingerprint = (digit: string): Fingerprint => digit.repeat(40) as Fingerprint;

export const member = (handle: string, digit: string, turf: readonly string[] = []): Member => ({
  handle: handle as Handle,
  fingerprint: fingerprint(digit),
  certificate: Uint8Array.from([0xc6, ...Buffer.from(handle)]),
  turf: turf as readonly TeamKey[],
});

export const sampleText: SharedText = {
  letter: "employer-demands" as LetterName,
  template: "employer-demands",
  title: "No contracts with the police",
  language: "en",
  place: "Oakland",
  markdown: `${markerOf("place-and-date")}\n\nWe demand that Example Corp end the contract.\n`,
  frozenOn: "2026-11-22" as Day,
};

/** Heron with the ads, rowan with the cloud, and one text. */
export const sampleCommittee: Committee = {
  number: 1,
  prev: undefined,
  needs: 1,
  asOf: "2026-11-22" as Day,
  definition: definitionOf(sample),
  members: [member("heron", "1", ["ads"]), member("rowan", "2", ["cloud"])],
  texts: [sampleText],
};

/** What is in the file of it: nobody has read a certificate. */
export const written = (committee: Committee): WrittenCommittee => ({
  ...committee,
  members: committee.members.map(({ fingerprint: _, ...rest }) => rest),
});

const hex = (digits: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(..."0123456789abcdef"),
    minLength: digits,
    maxLength: digits,
  });

const markdown = fc
  .array(
    fc.oneof(
      cleanText(60),
      fc.constantFrom("- one\n- two", "> said\n> so", "| a | b |\n| - | - |", "a\\\nb", "1. x"),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => `${parts.join("\n\n").normalize("NFC")}\n`);

export const anyText: fc.Arbitrary<SharedText> = fc
  .record({
    letter: key(),
    template: key(),
    title: cleanText(30),
    language: fc.constantFrom("en", "es-MX", "zh-Hant-TW", "ca-valencia"),
    place: fc.option(cleanText(20), { nil: undefined }),
    markdown,
    frozenOn: day,
  })
  .map(
    ({ place, ...text }) => ({ ...text, ...(place === undefined ? {} : { place }) }) as SharedText,
  );

const anyMembers = (definition: Definition): fc.Arbitrary<readonly Member[]> => {
  const teams = definition.teams.map((team) => team.key).toSorted();
  return fc
    .uniqueArray(
      fc.record({
        handle: key().filter((handle) => handle.length > 1),
        fingerprint: hex(40),
        certificate: fc.uint8Array({ minLength: 1, maxLength: 60 }),
        attests: fc.option(fc.uint8Array({ minLength: 1, maxLength: 60 }), { nil: undefined }),
        turf: fc.subarray(teams),
        replaces: fc.option(fc.uniqueArray(hex(40), { minLength: 1, maxLength: 3 }), {
          nil: undefined,
        }),
      }),
      { minLength: 1, maxLength: 5, selector: (one) => one.handle },
    )
    .map(
      (members) =>
        members
          .map(({ attests, replaces, ...one }) => ({
            ...one,
            ...(attests === undefined ? {} : { attests }),
            ...(replaces === undefined ? {} : { replaces }),
          }))
          .toSorted((a, b) => (a.handle < b.handle ? -1 : 1)) as unknown as Member[],
    )
    .filter((members) => {
      const keys = members.flatMap((one) => [one.fingerprint, ...(one.replaces ?? [])]);
      return new Set(keys).size === keys.length;
    });
};

export const anyCommittee: fc.Arbitrary<Committee> = campaign
  .map((one) => definitionOf(one))
  .chain((definition) =>
    fc
      .record({
        number: fc.integer({ min: 1, max: 4 }),
        hash: hex(64),
        asOf: day,
        members: anyMembers(definition),
        texts: fc.uniqueArray(anyText, { maxLength: 3, selector: (text) => text.letter }),
        needs: fc.nat(),
      })
      .map(({ number, hash, needs, texts, members, asOf }) => ({
        number,
        prev: number === 1 ? undefined : (hash as Hash),
        needs: 1 + (needs % members.length),
        asOf,
        definition,
        members,
        texts: texts.toSorted((a, b) => (a.letter < b.letter ? -1 : 1)),
      })),
  );
