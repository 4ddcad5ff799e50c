/** An import that is taken back after two records became one takes nothing with it that the other record said. */
import { expect, it } from "vitest";

import type { Day } from "../../src/domain/day.ts";
import type { PersonInput } from "../../src/domain/people/person-input.ts";
import type { PersonId } from "../../src/domain/people/person.ts";
import { importPeople, planPeople } from "../../src/usecases/import-people.ts";
import { mergeRecords } from "../../src/usecases/merge-people.ts";
import { planUndo, undoImport } from "../../src/usecases/undo-import.ts";
import { idsOf } from "../support/sample-people.ts";
import { seededRandomness } from "../support/seeded-randomness.ts";
import { testWorld } from "../support/world.ts";

it("leaves what the other record said, where the list had said the same of the kept one", async () => {
  const world = await testWorld({ today: "2026-11-22" });
  await world.init();
  const people = [
    { name: "Ana Gómez" },
    { name: "Gomez, Ana", role: "SRE", actions: ["sign"], date: "2026-11-20" },
  ];
  await world.pledge("add", "--from", world.file("people.json", JSON.stringify(people)));
  const ids = await idsOf(world);
  const [kept, other] = people.map(({ name }) => ids[name]) as [PersonId, PersonId];
  await world.inVault((vault) => {
    const deps = { vault, random: seededRandomness(1), today: "2026-11-22" as Day };
    const told = {
      id: kept,
      role: "SRE",
      actions: [{ action: "sign", condition: { kind: "none" } }],
    } as unknown as PersonInput;
    importPeople(deps, planPeople(deps, [told], false), "list.csv");
    mergeRecords(vault, kept, other);
    const undo = planUndo(vault);
    expect(undo.ok && undoImport(vault, undo.value).ok).toBe(true);
    expect(vault.people.byId(kept)?.role).toBe("SRE");
    expect(vault.pledges.of(kept)).toMatchObject([{ action: "sign", state: "pledged" }]);
  });
});
