/** Laws of taking lists in and back, through a real vault. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { PersonInput } from "../../src/domain/people/person-input.ts";
import type { PersonId } from "../../src/domain/people/person.ts";
import type { Vault } from "../../src/domain/vault/vault.ts";
import { importPeople, planPeople } from "../../src/usecases/import-people.ts";
import { mergeRecords } from "../../src/usecases/merge-people.ts";
import { planUndo, undoImport } from "../../src/usecases/undo-import.ts";
import { person } from "../domain/people/import/told-person.ts";
import { seededRandomness } from "../support/seeded-randomness.ts";
import { code, everybody, inVault, pledging, record, sign, today } from "./recording.ts";

let seed = 0;

const deps = (vault: Vault) => {
  seed += 1;
  return { vault, random: seededRandomness(seed), today };
};

/** Everything that a vault knows of people, histories too. */
const whole = (vault: Vault) =>
  vault.people.summaries().map((summary) => ({
    ...summary,
    assessments: vault.people.assessments(summary.person.id),
    history: vault.pledges.history(summary.person.id),
    signatures: vault.letters.signaturesOf(summary.person.id),
  }));

const take = (vault: Vault, inputs: readonly PersonInput[]) => {
  const planned = planPeople(deps(vault), inputs, true);
  const done = importPeople(deps(vault), planned, "list.csv");
  if (!done.ok) throw new Error(done.failure.type);
  return planned.plan;
};

const takeBack = (vault: Vault): void => {
  const planned = planUndo(vault);
  if (!planned.ok) throw new Error(planned.failure.type);
  undoImport(vault, planned.value);
};

/** Nobody's code twice, nobody covered by somebody whom the list does not have, no day to come. */
const list = fc.uniqueArray(person, { maxLength: 6, selector: ({ name }) => name }).map((people) =>
  people.map(({ id: _id, coveredBy: _cover, ...rest }, index): PersonInput => ({
    ...rest,
    line: index + 1,
    ...(rest.day !== undefined && rest.day > today ? { day: today } : {}),
  })),
);

describe("an import", () => {
  it("says nothing new when it comes again, and is taken back without a trace", async () => {
    await inVault((vault) => {
      fc.assert(
        fc.property(list, list, fc.boolean(), (first, second, same) => {
          const start = whole(vault);
          take(vault, first);
          const before = whole(vault);
          const known = before.map(({ person: { id, code } }) => ({ id, code }));
          // Half of the second list is about people of the first.
          const rows = second.map((row, index) => {
            const one = same ? known[index] : undefined;
            return one === undefined ? row : { ...row, ...one };
          });
          const plan = take(vault, rows);
          const again = planPeople(deps(vault), rows, true).plan;
          expect(again.added.length + again.changed.length).toBeLessThanOrEqual(
            // What was refused may be taken once its alias or name is free; nothing else is new.
            new Set(plan.refused.map(({ line }) => line)).size,
          );
          takeBack(vault);
          expect(whole(vault)).toEqual(before);
          // And the vault as it was, for the next run.
          for (const {
            person: { id },
          } of before)
            if (!start.some((one) => one.person.id === id))
              vault.transaction(() => {
                vault.people.remove(id);
                return { ok: true, value: undefined };
              });
        }),
        { numRuns: 40 },
      );
    }, true);
  });

  it("knows somebody who was two records by either code", async () => {
    await inVault((vault) => {
      record(vault, [{ name: "Ana" }, { name: "A. Doe", code }]);
      const [kept, other] = everybody(vault).toSorted((a, b) => b.name.localeCompare(a.name));
      if (kept === undefined || other === undefined) throw new Error("nobody");
      expect(mergeRecords(vault, kept.id, other.id).ok).toBe(true);
      const { added, changed } = planPeople(
        deps(vault),
        [{ name: "Ana", role: "SRE", code }],
        false,
      ).plan;
      expect(added).toEqual([]);
      expect(changed.map(({ person: { id } }) => id)).toEqual([kept.id]);
    });
  });

  it("is refused where the vault changed after it was looked at", async () => {
    await inVault((vault) => {
      const planned = planPeople(deps(vault), [{ name: "Ana" }], false);
      record(vault, [{ name: "Bo" }]);
      expect(importPeople(deps(vault), planned, "l.csv")).toEqual({
        ok: false,
        failure: { type: "vault-moved-on" },
      });
      expect(everybody(vault).map(({ name }) => name)).toEqual(["Bo"]);
      take(vault, [{ name: "Ana" }]);
      const undo = planUndo(vault);
      record(vault, [{ name: "Cy" }]);
      expect(undo.ok && undoImport(vault, undo.value)).toEqual({
        ok: false,
        failure: { type: "vault-moved-on" },
      });
      expect(everybody(vault)).toHaveLength(3);
    });
  });

  it("takes many in as it takes few, each findable by every way", async () => {
    await inVault((vault) => {
      const people = Array.from({ length: 1500 }, (_, at): PersonInput => ({
        name: `Person ${at}`,
        ...(at % 500 === 7 ? { alias: `alias-${at}`, coveredBy: "alias-507" } : {}),
        ...(at % 3 === 0 ? { actions: pledging(sign) } : {}),
      }));
      expect(take(vault, people).added).toHaveLength(1500);
      const ids = everybody(vault).map(({ id }) => id);
      expect(new Set(ids).size).toBe(1500);
      expect(vault.people.named("alias-7")).toHaveLength(1);
      expect(vault.people.named("alias-7")[0]?.coveredBy).toBe(
        vault.people.named("alias-507")[0]?.id,
      );
      expect(vault.people.named("alias-507")[0]?.coveredBy).toBeUndefined();
      expect(vault.people.sameName("PERSON 3", undefined)).toHaveLength(1);
      expect(vault.pledges.live(sign)).toBe(500);
      takeBack(vault);
      expect(vault.people.count()).toBe(0);
      expect(vault.people.byId(ids[0] as PersonId)).toBeUndefined();
    });
  });
});
