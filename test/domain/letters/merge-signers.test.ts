import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { mergeSigners } from "../../../src/domain/letters/merge-signers.ts";
import type { MergedSigners } from "../../../src/domain/letters/merge-signers.ts";
import { sortedLines } from "../../../src/domain/letters/write-signers.ts";
import { hiddenSigners, listsOf } from "./hidden-signers.ts";

const runs = { numRuns: 700 };

const nobodyCounted = { inTurf: 0, elsewhere: 0, supporters: 0 };

const linesIn = ({ lines }: MergedSigners, supporter: boolean): number =>
  lines.filter((line) => line.supporter === supporter).length;

describe("the laws of merged signers", () => {
  it("never shows or counts more people than signed, whoever told several organizers", () => {
    fc.assert(
      fc.property(hiddenSigners, (hidden) => {
        const merged = mergeSigners(listsOf(hidden));
        const { others, people } = merged;
        const outside = hidden.people.filter(({ supporter }) => supporter).length;
        const workers = hidden.people.length - outside;
        expect(linesIn(merged, false) + others.workers).toBeLessThanOrEqual(workers);
        expect(linesIn(merged, true) + others.supporters).toBeLessThanOrEqual(outside);
        expect(people.low).toBe(merged.lines.length + others.workers + others.supporters);
        expect(people.high).toBeGreaterThanOrEqual(hidden.people.length);
      }),
      { numRuns: 3000 },
    );
  });

  it("shows no name and no role that nobody gave, and nothing fuller than it was given", () => {
    fc.assert(
      fc.property(hiddenSigners, (hidden) => {
        const lists = listsOf(hidden);
        const given = new Set(
          lists.flatMap(({ lines }) => lines.map((line) => JSON.stringify(line))),
        );
        for (const line of mergeSigners(lists).lines) expect(given).toContain(JSON.stringify(line));
      }),
      runs,
    );
  });

  it("says the same for every order of the lists", () => {
    fc.assert(
      fc.property(
        hiddenSigners,
        fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
        (hidden, keys) => {
          const lists = listsOf(hidden);
          const shuffled = lists
            .map((list, place) => ({ list, key: keys[place] ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ list }) => ({ ...list, lines: list.lines.toReversed() }));
          expect(mergeSigners(shuffled)).toEqual(mergeSigners(lists));
          expect(mergeSigners(lists.toReversed())).toEqual(mergeSigners(lists));
        },
      ),
      runs,
    );
  });

  it("leaves one list alone, and a second one of nobody changes nothing", () => {
    fc.assert(
      fc.property(hiddenSigners, (hidden) => {
        for (const list of listsOf(hidden)) {
          const { inTurf, elsewhere, supporters } = list.counted;
          const all = list.lines.length + inTurf + elsewhere + supporters;
          const alone = {
            lines: sortedLines(list.lines),
            others: { workers: inTurf + elsewhere, supporters },
            people: { low: all, high: all },
            shownOnce: 0,
          };
          const nobody = { turf: list.turf, lines: [], counted: nobodyCounted };
          expect(mergeSigners([list])).toEqual(alone);
          expect(mergeSigners([list, nobody])).toEqual(alone);
        }
      }),
      runs,
    );
  });

  it("never says less than any single list, where everybody is a worker", () => {
    fc.assert(
      fc.property(hiddenSigners, ({ people, turfs }) => {
        const lists = listsOf({
          people: people.map((person) => ({ ...person, supporter: false })),
          turfs,
        });
        const { low } = mergeSigners(lists).people;
        for (const list of lists)
          expect(low).toBeGreaterThanOrEqual(mergeSigners([list]).people.low);
      }),
      runs,
    );
  });
});
