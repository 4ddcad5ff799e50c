import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { TeamKey } from "../../../../src/domain/campaign/campaign.ts";
import {
  duplicateIndex,
  duplicatesOf,
  findDuplicates,
} from "../../../../src/domain/people/duplicates/find-duplicates.ts";
import {
  rules,
  rulesBetween,
  threshold,
  weightOf,
} from "../../../../src/domain/people/duplicates/rules.ts";
import { traitsOf } from "../../../../src/domain/people/duplicates/traits.ts";
import type { Contact, Person, PersonId } from "../../../../src/domain/people/person.ts";
import { deps, known, someone } from "../../../support/duplicates.ts";

const cloud = { team: "cloud" as TeamKey };
const ads = { team: "ads" as TeamKey };
const contact = (kind: Contact["kind"], value: string) => ({ contacts: [{ kind, value }] });

const held = (one: Partial<Person>, other: Partial<Person>): readonly string[] =>
  findDuplicates([someone("b", one), someone("a", other)], deps).flatMap((pair) =>
    pair.rules.map(({ name }) => name),
  );

describe("two people as organizers meet them", () => {
  it.each<[string, Partial<Person>, Partial<Person>, readonly string[]]>([
    [
      "a name without its accent, turned around, in one team",
      { name: "Ana Gómez", ...cloud },
      { name: "gomez ana", ...cloud },
      ["same-name", "same-team"],
    ],
    [
      "a name as lists have it",
      { name: "Ana Gómez", ...cloud },
      { name: "GÓMEZ, Ana", ...cloud },
      ["same-name", "same-team"],
    ],
    [
      "a second surname in the same team",
      { name: "Ana Gómez", ...cloud },
      { name: "Ana Gomez-Lopez", ...cloud },
      ["part-of-name", "same-team"],
    ],
    [
      "a letter off in the same team",
      { name: "Siobhán O'Brien", ...cloud },
      { name: "Siobhan OBrian", ...cloud },
      ["near-name", "same-team"],
    ],
    [
      "another first letter",
      { name: "Jordan Lee", ...cloud },
      { name: "Gordan Lee", ...cloud },
      [],
    ],
    [
      "a Chinese name, family name first and last",
      { name: "李小龙", ...cloud },
      { name: "小龙 李", ...cloud },
      ["same-name", "same-team"],
    ],
    [
      "Chinese names one character apart",
      { name: "李小龙", ...cloud },
      { name: "李小虎", ...cloud },
      [],
    ],
    [
      "an Arabic name with and without vowels and hamza",
      { name: "أَحْمَد الفاسي", ...cloud },
      { name: "الفاسى احمد", ...cloud },
      ["same-name", "same-team"],
    ],
    [
      "a Cyrillic name with е for ё",
      { name: "Пётр Королёв", ...cloud },
      { name: "КОРОЛЕВ Петр", ...cloud },
      ["same-name", "same-team"],
    ],
    [
      "Hindi names that differ in a vowel",
      { name: "राम", ...cloud },
      { name: "रमा", ...cloud },
      [],
    ],
    ["a name alone", { name: "Jordan Lee" }, { name: "Jordan Lee" }, []],
    [
      "one name, two teams, two phones",
      { name: "Jordan Lee", ...cloud, ...contact("phone", "+12025550100") },
      { name: "Jordan Lee", ...ads, ...contact("phone", "+12025550199") },
      [],
    ],
    [
      "a near name in one team under two aliases",
      { name: "Ana Gomez", alias: "heron", ...cloud },
      { name: "Ana Gomes", alias: "otter", ...cloud },
      [],
    ],
    [
      "an e-mail alone, against everything else",
      { name: "Ana Gomez", alias: "heron", ...cloud, ...contact("email", "Ana.G@Example.org") },
      { name: "Sam Poe", alias: "otter", ...ads, ...contact("email", "ana.g@example.ORG") },
      ["same-email", "different-alias", "different-team", "different-surname"],
    ],
    [
      "an e-mail with another tag",
      { name: "Ana Gomez", ...contact("email", "ana+work@example.org") },
      { name: "Sam Poe", ...contact("email", "ana@example.org") },
      [],
    ],
    [
      "a phone spelled in two ways, one of them for Signal",
      { name: "Ana", ...contact("phone", "(202) 555-0100") },
      { name: "A. G.", ...contact("signal", "+1 202 555 0100") },
      ["same-phone"],
    ],
    [
      "two extensions of one switchboard",
      { name: "Ana", ...contact("phone", "(202) 555-0100 ext. 12") },
      { name: "Sam", ...contact("phone", "(202) 555-0100 ext. 13") },
      [],
    ],
    [
      "a handle with and without @",
      { name: "Ana", ...contact("other", "@Heron") },
      { name: "Sam", ...contact("other", "heron") },
      ["same-handle"],
    ],
    [
      "a handle of another kind",
      { name: "Ana", ...contact("other", "heron.42") },
      { name: "Sam", ...contact("signal", "heron.42") },
      [],
    ],
    ["names without a letter", { name: "?", ...cloud }, { name: "-", ...cloud }, []],
  ])("with %s", (_, one, other, expected) => {
    expect(held(one, other)).toEqual(expected);
  });
});

const everyPair = (people: Parameters<typeof findDuplicates>[0]): readonly string[] =>
  people
    .flatMap((one) =>
      people
        .filter((other) => one.id < other.id)
        .flatMap((other) => {
          const [a, b] = [traitsOf(one, deps.alike, "US"), traitsOf(other, deps.alike, "US")];
          const weight = weightOf(rulesBetween(a, b, deps.alike));
          return weight < threshold ? [] : [`${one.id} ${other.id} ${weight}`];
        }),
    )
    .toSorted();

const shown = (pairs: ReturnType<typeof findDuplicates>): readonly string[] =>
  pairs.map(({ ids, weight }) => `${ids.join(" ")} ${weight}`);

describe("findDuplicates", () => {
  it("finds the pairs that comparing everybody with everybody finds", () => {
    fc.assert(
      fc.property(known(30), (people) => {
        expect(shown(findDuplicates(people, deps)).toSorted()).toEqual(everyPair(people));
      }),
    );
  });

  it("gives the same pairs in whatever order the people come", () => {
    fc.assert(
      fc.property(known(30), (people) => {
        expect(findDuplicates(people.toReversed(), deps)).toEqual(findDuplicates(people, deps));
      }),
    );
  });

  it("weighs two people the same from either side", () => {
    fc.assert(
      fc.property(known(30), (people) => {
        const index = duplicateIndex(people, deps);
        for (const one of people)
          for (const { id, weight } of index.duplicatesOf(one)) {
            expect(id).not.toBe(one.id);
            const other = people.find((person) => person.id === id);
            const back = other === undefined ? [] : index.duplicatesOf(other);
            expect(back.find((found) => found.id === one.id)?.weight).toBe(weight);
          }
      }),
    );
  });

  it("changes no pair when somebody unrelated is added", () => {
    const stranger = someone("zzz", { name: "Wren Quill", ...cloud });
    fc.assert(
      fc.property(known(30), (people) => {
        expect(findDuplicates([...people, stranger], deps)).toEqual(findDuplicates(people, deps));
      }),
    );
  });

  it("puts the strongest first and the ids of each pair in order", () => {
    const people = [
      someone("a", { name: "Ana Gomez", ...cloud }),
      someone("b", { name: "Ana Gómez", ...cloud, ...contact("email", "a@example.org") }),
      someone("c", { name: "Sam Poe", ...ads, ...contact("email", "A@example.org") }),
    ];
    expect(shown(findDuplicates(people, deps))).toEqual(["b c 120", "a b 110"]);
  });

  it("leaves out those of whom somebody said that they are two, however the ids are ordered", () => {
    const people = ["a", "b", "c"].map((id) => someone(id, { name: "Kim Roe", ...cloud }));
    const apart = [["b", "a"] as const, ["b", "c"] as const].map(
      ([one, other]) => [one as PersonId, other as PersonId] as const,
    );
    expect(shown(findDuplicates(people, { ...deps, apart }))).toEqual(["a c 110"]);
  });

  it("takes a number that hundreds share for a switchboard", () => {
    const people = Array.from({ length: 51 }, (_, index) =>
      someone(`p${index}`, contact("phone", "+12025550100")),
    );
    expect(findDuplicates(people, deps)).toEqual([]);
    expect(findDuplicates(people.slice(0, 50), deps)).toHaveLength((50 * 49) / 2);
  });

  it("says how far it is, person by person", () => {
    const steps: number[] = [];
    findDuplicates([someone("a"), someone("b")], { ...deps, step: (done) => steps.push(done) });
    expect(steps).toEqual([0, 1]);
  });
});

describe("duplicatesOf", () => {
  it("finds somebody new by another spelling of name and phone, and lines added since", () => {
    const index = duplicateIndex([someone("a", { name: "Ana Gómez", ...cloud })], deps);
    index.add(someone("b", { name: "Sam Poe", ...contact("phone", "+12025550100") }));
    const { id: _, ...fresh } = someone("", {
      name: "gomez ANA",
      ...cloud,
      ...contact("phone", "202-555-0100"),
    });
    expect(duplicatesOf(fresh, index)).toEqual([
      { id: "b", weight: 120, rules: [rules["same-phone"], rules["different-surname"]] },
      { id: "a", weight: 110, rules: [rules["same-name"], rules["same-team"]] },
    ]);
  });
});
