/** What was written outside a text is read back, and a file that was changed anywhere is not read. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import { addDays } from "../../../src/domain/day.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { LetterSource } from "../../../src/domain/letters/ports.ts";
import type { SignatoryLine, SignatoryList } from "../../../src/domain/letters/signatories.ts";
import { letter, sampleText, signatoryList } from "./sample-letters.ts";

const documents = createDocuments();

const days = Array.from({ length: 30 }, (_, at) => addDays("2026-11-01" as Day, at));

const known: readonly SignatoryLine[] = [
  { name: "Ana" },
  { name: "Ana" },
  { name: "Ana Gómez", role: "SRE" },
  { name: "O'Brien (5)", role: "Data Scientist" },
  { name: "![x](http://t/p.gif)", role: "SRE" },
  { name: "محمد العربي" },
  { name: "محمد العربي", role: "Designer" },
  { name: "山田花子" },
  { name: "Somebody with a name that is far too long for any column of three", role: "SRE" },
  { name: "and more than 90 others who sign without their names" },
  { name: "Bo Li" },
  { name: "Cy" },
];
const roles = ["SRE, Cloud", "Software Engineer (5)", "SRE"];

// 90 is what somebody's name says who is known here.
const others = fc
  .oneof(fc.integer({ min: 0, max: 300 }), fc.constant(18))
  .map((fives) => ({ people: fives * 5, moreThan: true }));

const nobody = { people: 0, moreThan: false };

/** Fewer than the known ones, in any order, with any numbers. */
const stated: fc.Arbitrary<LetterSource> = fc
  .record({
    day: fc.constantFrom(...days),
    language: fc.constantFrom("en", "es"),
    named: fc.shuffledSubarray([...known]),
    fives: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
    others: fc.oneof(others, fc.constant(nobody)),
    supporters: fc.shuffledSubarray([...known].slice(0, 5)),
    otherSupporters: fc.oneof(others, fc.constant(nobody)),
  })
  .map(({ day, language, named, fives, supporters, otherSupporters, ...more }) =>
    letter(
      sampleText,
      {
        day,
        signatories: signatoryList({
          named,
          roles: roles.flatMap((role, at) =>
            Array.from({ length: (fives[at] ?? 0) * 5 }, () => role),
          ),
          others: more.others,
          supporters: { named: supporters, others: otherSupporters },
        }),
      },
      { language },
    ),
  );

/** One to five people behind no line are not spoken of. */
const asSaid = (list: SignatoryList): SignatoryList => ({
  ...list,
  others: list.named.length + list.roles.length + list.others.people === 0 ? nobody : list.others,
  supporters: {
    ...list.supporters,
    others:
      list.supporters.named.length + list.supporters.others.people === 0
        ? nobody
        : list.supporters.others,
  },
});

/** The vault's own: all of them, in its order. */
const ours = (source: LetterSource): LetterSource => ({
  ...source,
  outside: {
    ...source.outside,
    day: "2026-11-25" as Day,
    signatories: signatoryList({
      named: known,
      roles: roles.flatMap((role) => Array.from({ length: 15 }, () => role)),
      others: { people: 500, moreThan: true },
      supporters: { named: known.slice(0, 5), others: { people: 10, moreThan: true } },
    }),
  },
});

describe.each(["md", "txt"] as const)("a letter as %s", (format) => {
  it("is read back as it was written", () => {
    fc.assert(
      fc.property(stated, (source) => {
        const file = documents.write(source, format);
        const read = documents.readOutside(file, ours(source), days);
        expect(read?.outside.day).toBe(source.outside.day);
        expect(read?.outside.signatories).toEqual(asSaid(source.outside.signatories));
      }),
      { numRuns: 30 },
    );
  });

  it("is read as it is or not at all, wherever a letter of it was changed", () => {
    fc.assert(
      fc.property(stated, fc.nat(), fc.constantFrom(..."x0 \n*"), (source, place, other) => {
        const file = documents.write(source, format);
        const at = place % file.length;
        const changed = `${file.slice(0, at)}${other}${file.slice(at + 1)}`;
        const read = documents.readOutside(changed, ours(source), days);
        if (read !== undefined) expect(documents.write(read, format)).toBe(changed);
      }),
      { numRuns: 30 },
    );
  });

  it("is not read with a name that nobody knows, nor with another text", () => {
    const source = letter(sampleText, {
      signatories: signatoryList({ named: [{ name: "Ana" }, { name: "Secret" }] }),
    });
    const file = documents.write(source, format);
    expect(documents.readOutside(file, ours(source), days)).toBeUndefined();
    expect(documents.hasText(file, ours(source))).toBe(true);
    const other = file.replace("publish", "print").replace("Publish", "Print");
    expect(documents.hasText(other, ours(source))).toBe(false);
  });
});

it("reads a letter in a language without words of ours as the text alone", () => {
  const source = letter(sampleText, {}, { language: "de" });
  const file = documents.write(source, "md");
  expect(documents.readOutside(file, ours(source), days)?.outside.signatories).toEqual(
    signatoryList(),
  );
});

it("finds the number of a role that goes on below in its column", () => {
  const role = "Senior Software Engineer, Cloud";
  const signatories = signatoryList({
    named: Array.from({ length: 13 }, (_, at) => ({ name: `Person Number ${at} of this letter` })),
    roles: Array.from({ length: 15 }, () => role),
  });
  const source = letter(sampleText, { signatories });
  const file = documents.write(source, "txt");
  expect(file).toMatch(/ {3}Senior Software Engineer, Cloud\n.* {5}\(15\)\n/u);
  expect(documents.readOutside(file, source, days)?.outside.signatories).toEqual(signatories);
});
