/** What several letters under one text, one after the other, tell of people who came, changed their mind and went. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Day } from "../../../src/domain/day.ts";
import type { TextHash } from "../../../src/domain/letters/letter.ts";
import { publicationOf } from "../../../src/domain/letters/publication.ts";
import type { Publication } from "../../../src/domain/letters/publication.ts";
import { signatoryList } from "../../../src/domain/letters/signatories.ts";
import type { Signatory, SignatoryList } from "../../../src/domain/letters/signatories.ts";
import { collate, people, sizes } from "./sample-signatories.ts";

const roles = ["SRE", "Engineer", "Engineer, Web"];
const teams = ["Cloud", "Ads", "Data"];

/** How many of each role and team sign so to be shown, how many are a number, and one from outside. */
interface Signed {
  readonly cells: readonly number[];
  readonly counted: number;
  readonly supporters: number;
}

const places = roles.flatMap((role) => [...teams, undefined].map((team) => ({ role, team })));

const sign = ({ cells, counted, supporters }: Signed): readonly Signatory[] => [
  ...places.flatMap(({ role, team }, index) =>
    people(cells[index] ?? 0, { role, ...(team === undefined ? {} : { team }) }),
  ),
  ...people(counted, { display: "counted" }),
  ...people(supporters, { display: "counted", supporter: true }),
];

/** Days on which few come and go, so that numbers cross the fives from both sides. */
const days: fc.Arbitrary<readonly Signed[]> = fc
  .record({
    start: fc.array(fc.nat(16), { minLength: places.length, maxLength: places.length }),
    counted: fc.nat(20),
    changes: fc.array(
      fc.array(fc.tuple(fc.nat(places.length + 1), fc.integer({ min: -4, max: 7 })), {
        maxLength: 6,
      }),
      { minLength: 1, maxLength: 10 },
    ),
  })
  .map(({ start, counted, changes }) => {
    let now: readonly number[] = [...start, counted, 3];
    return [[], ...changes].map((some) => {
      for (const [at, by] of some) now = now.with(at, Math.max(0, (now[at] ?? 0) + by));
      const [total = 0, supporters = 0] = now.slice(places.length);
      return { cells: now.slice(0, places.length), counted: total, supporters };
    });
  });

const text = "a".repeat(64) as TextHash;
const today = "2026-11-22" as Day;

interface Letter {
  readonly signed: Signed;
  readonly list: SignatoryList;
  readonly shown: ReadonlyMap<string, number>;
}

/** A letter a day, each written down. */
const lettersOf = (all: readonly Signed[]): readonly Letter[] => {
  const written: Publication[] = [];
  return all.map((signed) => {
    const { list } = signatoryList(sign(signed), collate, written);
    const publication = publicationOf(list, text, today);
    written.push(publication);
    return { signed, list, shown: publication.roles };
  });
};

const lineOf = (role: string, team?: string): string =>
  team === undefined ? role : `${role}, ${team}`;

/** Of whom a line with that role and team stands for some. */
const behind = ({ cells }: Signed, role: string, team: string): number =>
  places.reduce(
    (sum, place, index) =>
      place.role === role && place.team === team ? sum + (cells[index] ?? 0) : sum,
    0,
  );

const countOf = (signed: Signed, words: string): number => {
  let count = Infinity;
  eachTeamLine((line, people) => {
    if (line === words) count = people(signed);
  });
  return count;
};

/** Whether the words are a role that begins like the other one, "Engineer, Web" like "Engineer", and nobody has it: they could be a line of a team. */
const isGone = ({ cells }: Signed, words: string, role: string): boolean =>
  words.startsWith(`${role}, `) &&
  roles.includes(words) &&
  places.every((place, index) => place.role !== words || cells[index] === 0);

const ofRole = (role: string): readonly string[] => teams.map((team) => lineOf(role, team));

const eachTeamLine = (
  see: (line: string, people: (signed: Signed) => number, role: string) => void,
): void => {
  for (const role of roles)
    for (const team of teams) see(lineOf(role, team), (signed) => behind(signed, role, team), role);
};

describe("the laws of letters that are written one after the other", () => {
  it("never show more people than there are behind a line, a role or a number", () => {
    fc.assert(
      fc.property(days, (all) => {
        for (const { signed, list, shown } of lettersOf(all)) {
          eachTeamLine((line, count) => {
            expect(shown.get(line) ?? 0).toBeLessThanOrEqual(count(signed));
          });
          const asked = signed.cells.reduce((sum, n) => sum + n, 0);
          const { people: more, moreThan } = list.others;
          expect(moreThan).toBe(asked + signed.counted > list.roles.length);
          expect(list.roles.length + more + Number(moreThan)).toBeLessThanOrEqual(
            asked + signed.counted,
          );
        }
      }),
    );
  });

  it("never differ in a line by one to four people", () => {
    fc.assert(
      fc.property(days, (all) => {
        const letters = lettersOf(all);
        for (const [index, { shown }] of letters.entries()) {
          const before = letters[index - 1]?.shown ?? new Map<string, number>();
          for (const line of new Set([...before.keys(), ...shown.keys()]))
            expect(Math.abs((shown.get(line) ?? 0) - (before.get(line) ?? 0)) % 5).toBe(0);
        }
      }),
    );
  });

  it("let a line of a team grow only when five more people are behind it than when it was set", () => {
    fc.assert(
      fc.property(days, (all) => {
        const letters = lettersOf(all);
        eachTeamLine((line, count) => {
          let set = 0;
          for (const [index, { signed, shown }] of letters.entries()) {
            const before = letters[index - 1];
            const now = shown.get(line) ?? 0;
            const last = before?.shown.get(line) ?? 0;
            if (before === undefined) set = count(signed);
            else if (now > last) expect(count(signed) - set).toBeGreaterThanOrEqual(5);
            if (now !== last) set = count(signed);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it("let a line of a team go only with every team of that role, for good, and only where it must", () => {
    fc.assert(
      fc.property(days, (all) => {
        const letters = lettersOf(all);
        eachTeamLine((line, _count, role) => {
          for (const [index, { signed, shown }] of letters.entries()) {
            const before = letters[index - 1]?.shown ?? new Map<string, number>();
            if ((shown.get(line) ?? 0) >= (before.get(line) ?? 0)) continue;
            for (const later of letters.slice(index))
              expect(ofRole(role).filter((one) => later.shown.has(one))).toEqual([]);
            // Of that role, or of one that begins like it and of which nobody is left.
            const tooMany = letters
              .slice(0, index)
              .flatMap((one) =>
                [...one.shown].filter(
                  ([words, n]) => n > countOf(signed, words) || isGone(signed, words, role),
                ),
              );
            expect(tooMany).not.toEqual([]);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it("let the number of the others grow only when five more are in it than when it was set", () => {
    fc.assert(
      fc.property(days, (all) => {
        const letters = lettersOf(all);
        let set = 0;
        let last = -1;
        for (const { signed, list } of letters) {
          const others =
            signed.cells.reduce((sum, n) => sum + n, 0) + signed.counted - list.roles.length;
          const { people: more } = list.others;
          if (last >= 0 && more > last) expect(others - set).toBeGreaterThanOrEqual(5);
          if (more !== last) set = others;
          last = more;
        }
      }),
    );
  });

  it("say the same again while nobody comes or goes", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 3 }), (all, times) => {
        const [last] = all.slice(-1);
        const letters = lettersOf([...all, ...Array.from({ length: times }, () => last as Signed)]);
        for (const letter of letters.slice(all.length))
          expect(letter.list).toEqual(letters[all.length - 1]?.list);
      }),
    );
  });

  it("show what a first letter may while none was written", () => {
    fc.assert(
      fc.property(days, ([first]) => {
        const all = sign(first as Signed);
        expect(signatoryList(all, collate, [])).toEqual(signatoryList(all, collate));
        expect(signatoryList(all, collate).waiting).toEqual({
          lines: 0,
          others: 0,
          supporters: 0,
        });
        expect(sizes(signatoryList(all, collate).list.roles)).toEqual(
          lettersOf([first as Signed])[0]?.shown,
        );
      }),
    );
  });
});
