import { describe, expect, it } from "vitest";

import type { ActionKey, Campaign, TeamKey } from "../../src/domain/campaign/campaign.ts";
import type { Day } from "../../src/domain/day.ts";
import type { Person, PersonId } from "../../src/domain/people/person.ts";
import { fail } from "../../src/domain/result.ts";
import type { Vault } from "../../src/domain/vault/vault.ts";
import { changeCampaign } from "../../src/usecases/change-campaign.ts";
import { confirmPledges } from "../../src/usecases/confirm-pledges.ts";
import { editPerson } from "../../src/usecases/edit-person.ts";
import { forgetPerson } from "../../src/usecases/forget-person.ts";
import { pledgesToWithdraw, withdrawPledges } from "../../src/usecases/withdraw-pledges.ts";
import type { Templates } from "../../src/domain/letters/ports.ts";
import { freezeLetter, withSamplePeople } from "../support/sample-people.ts";
import { seededRandomness } from "../support/seeded-randomness.ts";
import { testWorld } from "../support/world.ts";

const today = "2026-11-22" as Day;

interface Sample {
  readonly vault: Vault;
  readonly ana: Person;
  readonly kim: Person;
}

/** Ana pledged sign and walkout, Kim nothing; with or without a text that is fixed. */
const withSample = async (frozen: boolean, look: (sample: Sample) => void): Promise<void> => {
  const world = await testWorld();
  const ids = await withSamplePeople(world);
  if (frozen) await freezeLetter(world);
  await world.inVault((vault) => {
    const [ana, kim] = ["Ana Gómez", "Kim Roe"].map((name) =>
      vault.people.byId(ids[name] as PersonId),
    );
    if (ana === undefined || kim === undefined) throw new Error("nobody");
    look({ vault, ana, kim });
  });
};

const states = (vault: Vault, { id }: Person): unknown =>
  vault.pledges.of(id).map(({ action, state, since }) => `${action} ${state} ${since}`);

describe("confirming pledges", () => {
  it("is for everybody named or for nobody", () =>
    withSample(true, ({ vault, ana, kim }) => {
      const confirmed = confirmPledges(
        { vault, today },
        { people: [ana.id, kim.id], action: "sign" },
      );
      expect(confirmed).toEqual(fail({ type: "pledge-absent", action: "sign", id: kim.id }));
      expect(states(vault, ana)).toEqual(["sign pledged 2026-11-20", "walkout pledged 2026-11-20"]);
      expect(vault.letters.signaturesOf(ana.id)).toEqual([]);
    }));

  it("binds a signature to the text that is fixed, on the day it was said again", () =>
    withSample(true, ({ vault, ana }) => {
      expect(confirmPledges({ vault, today }, { people: [ana.id], action: "sign" })).toMatchObject({
        ok: true,
        value: { letter: { name: "first-letter" } },
      });
      expect(states(vault, ana)).toEqual([
        "sign confirmed 2026-11-22",
        "walkout pledged 2026-11-20",
      ]);
      expect(vault.letters.signaturesOf(ana.id)).toEqual([
        { person: ana.id, text: "a".repeat(64), signedOn: today },
      ]);
      expect(vault.letters.toAsk("a".repeat(64) as never)).not.toContain(ana.id);
    }));

  it("binds nothing while no text is fixed", () =>
    withSample(false, ({ vault, ana }) => {
      expect(confirmPledges({ vault, today }, { people: [ana.id], action: "sign" })).toEqual({
        ok: true,
        value: { action: "sign" },
      });
    }));
});

describe("withdrawing pledges", () => {
  it("looks first at what it would take back, and leaves what is withdrawn already", () =>
    withSample(false, ({ vault, ana }) => {
      expect(withdrawPledges({ vault, today }, ana.id, "walkout")).toEqual({
        ok: true,
        value: ["walkout"],
      });
      const left = pledgesToWithdraw(vault, ana.id);
      expect(left.ok && left.value.map(({ action }) => action)).toEqual(["sign"]);
      expect(withdrawPledges({ vault, today }, ana.id, "walkout")).toEqual(
        fail({ type: "pledge-absent", action: "walkout" }),
      );
      expect(withdrawPledges({ vault, today }, ana.id, "sit-in")).toMatchObject({
        ok: false,
        failure: { type: "action-unknown" },
      });
    }));
});

describe("editing a person", () => {
  it("keeps nothing of a change in which anything is wrong", () =>
    withSample(false, ({ vault, ana, kim }) => {
      const deps = { vault, random: seededRandomness(3), today };
      const edited = editPerson(deps, kim, {
        input: { role: "SRE", alias: ana.alias ?? "" },
        withdrawn: [],
      });
      expect(edited).toMatchObject({
        ok: false,
        failure: { type: "input-refused", faults: [{ path: "alias" }] },
      });
      expect(vault.people.byId(kim.id)).toEqual(kim);
    }));

  it("changes the person meant, even if somebody's alias is spelled like her id", () =>
    withSample(false, ({ vault, ana, kim }) => {
      vault.people.update({ ...kim, alias: ana.id });
      const deps = { vault, random: seededRandomness(3), today };
      editPerson(deps, ana, { input: { role: "Staff" }, withdrawn: ["walkout" as ActionKey] });
      expect(vault.people.byId(ana.id)?.role).toBe("Staff");
      expect(vault.people.byId(kim.id)?.role).toBeUndefined();
      expect(states(vault, ana)).toEqual([
        "sign pledged 2026-11-20",
        "walkout withdrawn 2026-11-22",
      ]);
    }));
});

describe("forgetting a person", () => {
  it("takes along all that hung on her, and nobody else", () =>
    withSample(true, ({ vault, ana }) => {
      confirmPledges({ vault, today }, { people: [ana.id], action: "sign" });
      const others = vault.people.summaries().filter(({ person }) => person.id !== ana.id);
      forgetPerson(vault, ana);
      expect(vault.people.summaries()).toEqual(others);
      expect([
        vault.pledges.of(ana.id),
        vault.people.assessments(ana.id),
        vault.letters.signaturesOf(ana.id),
      ]).toEqual([[], [], []]);
      expect(vault.letters.signatories("a".repeat(64) as never)).toEqual([]);
    }));
});

describe("changing the campaign", () => {
  const templates = {
    demand: (key: string) => fail({ type: "demand-unknown" as const, key, known: [] }),
    demands: () => [],
  } as unknown as Templates;

  const changed = (vault: Vault, change: Partial<Campaign>) =>
    changeCampaign({ vault, templates }, { ...vault.campaign.get(), ...change });

  it("names what people still use of what would go, and how many they are", () =>
    withSample(false, ({ vault }) => {
      const before = vault.campaign.get();
      const teams = before.teams.filter(({ key }) => key !== ("ads" as TeamKey));
      expect(
        changed(vault, { teams, actions: ["sign", "refuse", "strike"] as ActionKey[] }),
      ).toEqual(
        fail({
          type: "campaign-part-in-use",
          teams: [{ key: "ads", people: 2 }],
          actions: [{ key: "walkout", people: 1 }],
        }),
      );
      expect(vault.campaign.get()).toEqual(before);
    }));

  it("looks for new demands in the library, and keeps old ones that are no longer there", () =>
    withSample(false, ({ vault }) => {
      const { demands } = vault.campaign.get();
      expect(changed(vault, { name: "Another name" })).toEqual({ ok: true, value: undefined });
      expect(
        changed(vault, { demands: [...demands, "free-lunch" as (typeof demands)[number]] }),
      ).toMatchObject({
        ok: false,
        failure: { type: "demand-unknown", key: "free-lunch" },
      });
      expect(vault.campaign.get()).toMatchObject({ name: "Another name", demands });
    }));
});
