import { describe, expect, it } from "vitest";

import { findPerson } from "../../../src/domain/people/find-person.ts";
import type { Person } from "../../../src/domain/people/person.ts";
import type { PeopleStore } from "../../../src/domain/people/store.ts";

const person = (id: string): Person => ({ id }) as unknown as Person;

const people = (found: readonly Person[], asked: string[] = []): PeopleStore =>
  ({
    named: (reference: string) => {
      asked.push(reference);
      return found;
    },
  }) as unknown as PeopleStore;

describe("finding a person", () => {
  it("looks for what was typed in small letters, without the spaces around it", () => {
    const asked: string[] = [];
    expect(findPerson(people([person("kqfmwtab")], asked), " KQF ")).toEqual({
      ok: true,
      value: person("kqfmwtab"),
    });
    expect(asked).toEqual(["kqf"]);
  });

  it("does not repeat what was typed when nobody is found, since it may be a name", () => {
    expect(findPerson(people([]), "Ana Gómez")).toEqual({
      ok: false,
      failure: { type: "person-not-found" },
    });
  });

  it("names the ids when there are several, and chooses none", () => {
    const several = [person("kqfmwtab"), person("kqfzzzzz")];
    expect(findPerson(people(several), "kqf")).toEqual({
      ok: false,
      failure: { type: "person-ambiguous", ids: ["kqfmwtab", "kqfzzzzz"] },
    });
  });
});
