import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { bestMatches } from "../../../src/domain/people/best-matches.ts";
import type { PersonId } from "../../../src/domain/people/person.ts";
import { isSought, soughtOf, soughtWords } from "../../../src/domain/people/sought.ts";
import type { FindablePerson } from "../../../src/domain/people/store.ts";

const findable = (name: string, index: number): FindablePerson => ({
  id: `aaaaaa${"abcdefghij"[Math.floor(index / 10) % 10]}${"abcdefghij"[index % 10]}` as PersonId,
  name,
  sought: soughtOf({ name, contacts: [] }),
});

const names = (typed: string, most: number, ...all: readonly string[]): readonly string[] =>
  bestMatches(all.map(findable), typed, most).best.map(({ name }) => name);

describe("the best matches", () => {
  it("are first those of whom a word begins so, each in the order of the people", () => {
    const all = ["Joana Roe", "Kim Anders", "Susanne Poe", "Ana Poe"];
    expect(names("an", 9, ...all)).toEqual(["Kim Anders", "Ana Poe", "Joana Roe", "Susanne Poe"]);
    expect(names("an", 2, ...all)).toEqual(["Kim Anders", "Ana Poe"]);
    expect(names("an po", 9, ...all)).toEqual(["Ana Poe", "Susanne Poe"]);
  });

  it("are the person whose id begins with what was typed, too", () => {
    const people = ["Kim Roe", "Ana Poe"].map(findable);
    expect(bestMatches(people, "aaaaaaab", 9).best).toEqual([people[1]]);
    expect(bestMatches(people, "aaaaaa", 9).best).toEqual(people);
    expect(bestMatches(people, "aaaaaaab kim", 9).best).toEqual([]);
  });

  it("are never more than asked for, and with the others all who fit", () => {
    const name = fc.array(fc.constantFrom("ana", "Ánna", "kim", "an", "po"), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(name), name, fc.integer({ min: 1, max: 5 }), (all, typed, most) => {
        const people = all.map((words, index) => findable(words.join(" "), index));
        const { best, more } = bestMatches(people, typed.join(" "), most);
        const words = soughtWords(typed.join(" "));
        const fitting = people.filter(({ sought }) => isSought(sought, words));
        expect(best.length).toBe(Math.min(most, fitting.length));
        expect(best.length + more).toBe(fitting.length);
        expect(best.every((one) => fitting.includes(one))).toBe(true);
        expect(new Set(best).size).toBe(best.length);
      }),
    );
  });
});
