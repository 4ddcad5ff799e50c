import { describe, expect, it } from "vitest";

import type { ActionKey } from "../../src/domain/campaign/campaign.ts";
import type { Day } from "../../src/domain/day.ts";
import type { PersonInput, PledgedAction } from "../../src/domain/people/parse-person.ts";
import type { Person } from "../../src/domain/people/person.ts";
import type { PledgeCode } from "../../src/domain/pledges/code.ts";
import type { Condition } from "../../src/domain/pledges/pledge.ts";
import type { Vault } from "../../src/domain/vault/vault.ts";
import { recordPeople } from "../../src/usecases/record-people.ts";
import { freezeLetter } from "../support/sample-people.ts";
import { seededRandomness } from "../support/seeded-randomness.ts";
import { testWorld } from "../support/world.ts";

const today = "2026-11-22" as Day;
const [sign, walkout] = ["sign", "walkout"] as ActionKey[] as [ActionKey, ActionKey];
const code = "K7QF-2M9T-XR4D-8WNA" as PledgeCode;

const pledging = (
  action: ActionKey,
  condition: Condition = { kind: "none" },
): readonly PledgedAction[] => [{ action, condition }];

const record = (vault: Vault, inputs: readonly PersonInput[], day = today) =>
  recordPeople({ vault, random: seededRandomness(vault.people.count() + 1), today: day }, inputs);

const everybody = (vault: Vault): readonly Person[] =>
  vault.people.summaries().map(({ person }) => person);

const inVault = async <T>(look: (vault: Vault) => T, frozen = false): Promise<T> => {
  const world = await testWorld();
  await world.init();
  if (frozen) await freezeLetter(world);
  return world.inVault(look);
};

describe("recording what people will do", () => {
  it("says again what was said without touching its day, its state or a signature", async () => {
    await inVault((vault) => {
      record(vault, [{ name: "Ana", code, actions: pledging(sign) }], "2026-11-10" as Day);
      const id = vault.people.byCode(code)?.id;
      const [before] = id === undefined ? [] : vault.pledges.of(id);
      if (id === undefined || before === undefined) throw new Error("nobody");
      vault.pledges.put({ ...before, state: "confirmed" });
      record(vault, [{ code, actions: pledging(sign), display: "named" }]);
      expect(vault.pledges.of(id)).toEqual([{ ...before, state: "confirmed", display: "named" }]);
      expect(vault.letters.signaturesOf(id)).toEqual([]);
      record(vault, [{ code, actions: pledging(sign, { kind: "at-least", people: 30 }) }]);
      expect(vault.pledges.of(id)).toEqual([
        {
          ...before,
          condition: { kind: "at-least", people: 30 },
          display: "named",
          state: "pledged",
          since: today,
        },
      ]);
      expect(vault.letters.signaturesOf(id)).toEqual([]);
    }, true);
  });

  it("puts a new yes under the text that is fixed, but none from before it was", async () => {
    await inVault((vault) => {
      record(vault, [
        { name: "Before", actions: pledging(sign), day: "2026-11-20" as Day },
        { name: "Same day", actions: pledging(sign), day: "2026-11-21" as Day },
        { name: "Today", actions: pledging(sign) },
        { name: "Other", actions: pledging(walkout) },
      ]);
      const signed = everybody(vault).map(({ name, id }) => [
        name,
        vault.letters.signaturesOf(id).map(({ signedOn }) => signedOn),
      ]);
      expect(Object.fromEntries(signed)).toEqual({
        Before: [],
        "Same day": ["2026-11-21"],
        Today: [today],
        Other: [],
      });
    }, true);
  });

  it("changes the display of all that was said when it is named alone", async () => {
    await inVault((vault) => {
      record(vault, [{ name: "Ana", code, actions: [...pledging(sign), ...pledging(walkout)] }]);
      record(vault, [{ code, display: "role" }]);
      const id = vault.people.byCode(code)?.id;
      expect(id && vault.pledges.of(id).map(({ display }) => display)).toEqual(["role", "role"]);
    });
  });
});
