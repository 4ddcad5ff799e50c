import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Assessment, Level, PersonId } from "../../../src/domain/people/person.ts";
import { ratesOf } from "../../../src/domain/structure-tests/rates.ts";
import type { Counted } from "../../../src/domain/structure-tests/rates.ts";
import { steps } from "../../../src/domain/structure-tests/structure-test.ts";
import type { Tick } from "../../../src/domain/structure-tests/structure-test.ts";
import { sample } from "../../support/campaigns.ts";

const day = (n: number): Day => `2026-11-${String(n).padStart(2, "0")}` as Day;
const id = (n: number): PersonId => `person${n}` as PersonId;

const assessment = (level: Level, n: number): Assessment => ({
  level,
  basis: "conversation",
  day: day(n),
});

const [cloud] = sample.teams.map(({ key }) => key) as [TeamKey];

const person = (n: number, ...assessments: readonly Assessment[]): Counted => ({
  id: id(n),
  team: cloud,
  assessments,
});

const tick = (n: number, step: Tick["step"], on: number): Tick => ({
  person: id(n),
  step,
  day: day(on),
});

describe("a structure test", () => {
  it("counts who did it as asked, and the last answer of several", () => {
    const people = [person(1), person(2), person(3)];
    const ticks = [
      tick(1, "did", 3),
      tick(2, "yes", 1),
      tick(2, "no", 2),
      tick(3, "asked", 1),
      tick(3, "no", 2),
      tick(3, "yes", 3),
    ];
    expect(ratesOf(sample, people, ticks).total).toMatchObject({ asked: 3, yes: 1, did: 1 });
  });

  it("goes by where somebody stood when she was asked, and by nothing that was thought later", () => {
    const people = [
      person(1, assessment(2, 1), assessment(1, 9)),
      person(2, assessment(5, 6)),
      person(3, assessment(2, 4)),
    ];
    const ticks = [tick(1, "asked", 5), tick(1, "did", 8), tick(2, "did", 5), tick(3, "asked", 4)];
    expect(ratesOf(sample, people, ticks).calibration).toEqual([
      { level: 1, asked: 0, did: 0 },
      { level: 2, asked: 2, did: 1 },
      { level: 3, asked: 0, did: 0 },
      { level: 4, asked: 0, did: 0 },
      { level: 5, asked: 0, did: 0 },
      { asked: 1, did: 1 },
    ]);
  });
});

const teams: readonly (TeamKey | undefined)[] = [
  ...sample.teams.map(({ key }) => key),
  "gone" as TeamKey,
  undefined,
];

const people = fc
  .array(
    fc.record({
      team: fc.constantFrom(...teams),
      assessments: fc.array(
        fc.record({
          level: fc.constantFrom<Level>(1, 2, 3, 4, 5),
          on: fc.integer({ min: 1, max: 9 }),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ team, assessments }, n): Counted => ({
      id: id(n),
      ...(team === undefined ? {} : { team }),
      assessments: assessments
        .toSorted((a, b) => a.on - b.on)
        .map(({ level, on }) => assessment(level, on)),
    })),
  );

const ticks = fc.array(
  fc
    .tuple(fc.nat(9), fc.constantFrom(...steps), fc.integer({ min: 1, max: 9 }))
    .map(([n, step, on]) => tick(n, step, on)),
  { maxLength: 30 },
);

describe("the numbers of any structure test", () => {
  it("add up over teams and over levels, and count nobody twice", () => {
    fc.assert(
      fc.property(people, ticks, (all, noted) => {
        const { total, teams: byTeam, calibration } = ratesOf(sample, all, noted);
        const known = new Set(all.map((one) => one.id));
        const touched = new Set(noted.map((one) => one.person).filter((one) => known.has(one)));
        const did = new Set(
          noted
            .filter(({ step, person: who }) => step === "did" && known.has(who))
            .map((one) => one.person),
        );
        expect(total).toMatchObject({ asked: touched.size, did: did.size });
        for (const member of ["asked", "yes", "did"] as const)
          expect(byTeam.reduce((sum, one) => sum + one[member], 0)).toBe(total[member]);
        for (const member of ["asked", "did"] as const)
          expect(calibration.reduce((sum, one) => sum + one[member], 0)).toBe(total[member]);
        for (const { asked, yes, did: done } of [total, ...byTeam]) {
          expect(yes).toBeLessThanOrEqual(asked);
          expect(done).toBeLessThanOrEqual(asked);
        }
      }),
    );
  });

  it("do not hang on the order in which things were noted", () => {
    fc.assert(
      fc.property(
        people,
        ticks.chain((noted) =>
          fc.tuple(fc.constant(noted), fc.shuffledSubarray(noted, { minLength: noted.length })),
        ),
        (all, [noted, shuffled]) => {
          expect(ratesOf(sample, all, shuffled)).toEqual(ratesOf(sample, all, noted));
        },
      ),
    );
  });
});
