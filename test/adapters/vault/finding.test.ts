/** What a vault reads when only some people are wanted, against the law of who they are (`choosePeople`). */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import { choosePeople } from "../../../src/domain/people/choose-people.ts";
import type { PeopleChoice } from "../../../src/domain/people/choose-people.ts";
import type { Level, Person } from "../../../src/domain/people/person.ts";
import { soughtOf, soughtWords } from "../../../src/domain/people/sought.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { fail } from "../../../src/domain/result.ts";
import { chosenPeople } from "../../../src/usecases/chosen-people.ts";
import { rowsIn } from "../../support/decrypted-image.ts";
import {
  change,
  imageOf,
  look,
  newVault,
  person,
  valueOf,
  vaults,
  unlock,
} from "./sample-vault.ts";

const today = "2026-11-22" as Day;
const sign = "sign" as ActionKey;

const word = fc.constantFrom(
  "Ana",
  "ána",
  "Gómez",
  "kim",
  "Roe",
  "李小龙",
  "مُحَمَّد",
  "O’Brien",
  "an",
  "+1 555 010",
  "555-010",
);
const text = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(some, { nil: undefined });
const team = fc.constantFrom("cloud", "ads", "gone").map((key) => key as TeamKey);

const without = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

/** All but what is a person's own: id, code, alias. */
const details: fc.Arbitrary<Partial<Person>> = fc
  .record({
    name: text,
    team: maybe(team),
    role: maybe(text),
    contacts: fc.array(fc.record({ kind: fc.constantFrom("phone", "other"), value: text }), {
      maxLength: 2,
    }),
  })
  .map((one) => without(one) as Partial<Person>);

const someone = fc.record({
  before: details,
  after: details,
  levels: fc.array(fc.constantFrom<Level>(1, 2, 3), { maxLength: 3 }),
  pledges: fc.boolean(),
});

const choice: fc.Arbitrary<PeopleChoice> = fc
  .record({
    team: maybe(fc.oneof(team, fc.constant("none" as const))),
    words: maybe(text.map(soughtWords)),
    level: maybe(fc.constantFrom<Level | "none">(1, 2, "none")),
    action: maybe(fc.constant(sign)),
  })
  .map((one) => without(one) as PeopleChoice);

interface Someone {
  readonly before: Partial<Person>;
  readonly after: Partial<Person>;
  readonly levels: readonly Level[];
  readonly pledges: boolean;
}

const record = ({ people, pledges }: Vault, all: readonly Someone[]): void => {
  for (const [n, one] of all.entries()) {
    const { name: _, ...blank } = person(n);
    people.add({ ...blank, name: "", ...one.before });
    people.update({ ...blank, name: "", ...one.after });
    for (const level of one.levels)
      people.assess(blank.id, { level, basis: "conversation", day: today });
    if (one.pledges)
      pledges.put({
        person: blank.id,
        action: sign,
        condition: { kind: "none" },
        display: "counted",
        state: "pledged",
        since: today,
      });
  }
};

describe("some of the people of a vault", () => {
  it("are whom the law chooses of everybody, in its order", async () => {
    const folder = await newVault(0);
    await change(folder, ({ campaign }) => {
      const teams = ["cloud", "ads"].map((key) => ({ key: key as TeamKey, name: key }));
      campaign.save({ ...campaign.get(), teams });
    });
    const vault = valueOf(await vaults.open(folder, unlock));
    try {
      fc.assert(
        fc.property(fc.array(someone, { maxLength: 12 }), choice, (all, some) => {
          // Refused at the end, so that the next one begins with nobody.
          vault.transaction(() => {
            record(vault, all);
            const everybody = vault.people.listed();
            expect(everybody).toHaveLength(all.length);
            const chosen = choosePeople(vault.campaign.get(), everybody, some, today);
            expect(chosenPeople(vault, some, today)).toEqual(chosen);
            const whole = new Map(vault.people.summaries().map((one) => [one.person.id, one]));
            for (const { sought, ...one } of everybody) {
              expect(whole.get(one.person.id)).toMatchObject(one);
              const { person: she } = whole.get(one.person.id) ?? {};
              expect(sought).toBe(she && soughtOf(she));
            }
            expect(vault.people.findable()).toEqual(
              everybody.map(({ person: { id, name, alias, team: theirs }, sought }) =>
                without({ id, name, alias, team: theirs, sought }),
              ),
            );
            return fail("enough");
          });
        }),
      );
    } finally {
      vault.close();
    }
  });

  it("are found without reading the rows of all the others", async () => {
    const image = await imageOf(await newVault(3));
    const shown = "name, alias, team, role, covered_by, supervisor, supporter, added_on, sought";
    for (const [condition, way] of [
      ["team = 'cloud'", "SEARCH"],
      ["name_key = 'kim' AND team IS NULL", "SEARCH"],
      ["instr(sought, 'kim') > 0", "SCAN"],
    ]) {
      const [{ detail }] = rowsIn(
        image,
        `EXPLAIN QUERY PLAN SELECT id, ${shown} FROM people WHERE ${condition}`,
      ) as readonly [{ readonly detail: string }];
      expect(detail).toMatch(new RegExp(`^${way} people USING COVERING INDEX people_by_team`, "u"));
    }
  });

  it("leave nothing of what was looked through when they are forgotten", async () => {
    const folder = await newVault(2);
    const { id } = person(1);
    const voorbeeld = { ...person(1), name: "Zoë Voorbeeld", contacts: [] };
    await change(folder, ({ people }) => people.update(voorbeeld));
    expect((await imageOf(folder)).includes("zoe voorbeeld")).toBe(true);
    await change(folder, ({ people }) => people.remove(id));
    await look(folder, (vault) => vault.scrub());
    expect((await imageOf(folder)).includes("zoe voorbeeld")).toBe(false);
  });
});
