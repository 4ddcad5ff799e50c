import { expect, it } from "vitest";

import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Person } from "../../../src/domain/people/person.ts";
import type { PledgingPerson } from "../../../src/domain/people/store.ts";
import type { Condition } from "../../../src/domain/pledges/pledge.ts";
import { change, look, newVault, person } from "./sample-vault.ts";

const cloud = "cloud" as TeamKey;

const everybody: readonly (readonly [Partial<Person>, ...Condition[]])[] = [
  [{ team: cloud }, { kind: "none" }, { kind: "at-least", people: 30 }],
  [
    { team: cloud, supporter: true },
    { kind: "at-least-percent", percent: 10 },
  ],
  [{ supervisor: "unsure" }, { kind: "at-least-in-team", people: 3 }],
  [{ team: cloud, supervisor: "yes" }],
  [{}],
];

it("tells tallies and counts of everybody what the whole summaries say, in whatever order", async () => {
  const folder = await newVault(0);
  await change(folder, (vault) => {
    for (const [n, [more, ...conditions]] of everybody.entries()) {
      const one = { ...person(n), ...more };
      vault.people.add(one);
      for (const [action, condition] of conditions.entries()) {
        vault.pledges.put({
          person: one.id,
          action: `action-${action}` as ActionKey,
          condition,
          display: "counted",
          state: action === 1 ? "withdrawn" : "confirmed",
          since: one.addedOn,
        });
      }
    }
  });
  const [brief, whole] = await look(folder, (vault) => [
    vault.people.pledging(),
    vault.people.summaries(),
  ]);
  const byId = (a: PledgingPerson, b: PledgingPerson): number =>
    a.person.id < b.person.id ? -1 : 1;
  expect(brief).toHaveLength(everybody.length);
  const found = brief.toSorted(byId);
  expect(whole.toSorted(byId)).toMatchObject(found);
  expect(found.map(({ pledges }) => pledges.length).toSorted((a, b) => a - b)).toEqual([
    0, 0, 1, 1, 2,
  ]);
  expect(found.filter(({ person: { team } }) => team === cloud)).toHaveLength(3);
});
