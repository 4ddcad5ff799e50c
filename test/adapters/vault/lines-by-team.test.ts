import { expect, it } from "vitest";

import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Person } from "../../../src/domain/people/person.ts";
import { change, look, newVault, person } from "./sample-vault.ts";

const cloud = "cloud" as TeamKey;

const people: readonly (readonly [Partial<Person>, ...("pledged" | "withdrawn")[]])[] = [
  [{ team: cloud }, "pledged", "pledged"],
  [{ team: cloud }, "withdrawn"],
  [{ team: cloud, supporter: true }, "pledged"],
  [{ team: cloud, supervisor: "yes" }, "pledged"],
  [{ team: cloud, supervisor: "unsure" }, "pledged"],
  [{ team: cloud }],
  [{ team: "ads" as TeamKey }, "withdrawn", "withdrawn"],
  [{}, "pledged"],
];

it("counts by team everybody who would have a line in a tally, each once", async () => {
  const folder = await newVault(0);
  await change(folder, (vault) => {
    for (const [n, [more, ...states]] of people.entries()) {
      const one = { ...person(n), ...more };
      vault.people.add(one);
      for (const [action, state] of states.entries()) {
        vault.pledges.put({
          person: one.id,
          action: `action-${action}` as ActionKey,
          condition: { kind: "none" },
          display: "counted",
          state,
          since: one.addedOn,
        });
      }
    }
  });
  const { linesByTeam, peopleByTeam } = await look(folder, (vault) => vault.pledges.counts());
  expect(Object.fromEntries(linesByTeam)).toEqual({ cloud: 3, ads: 1 });
  expect(Object.fromEntries(peopleByTeam)).toEqual({ cloud: 1 });
});
