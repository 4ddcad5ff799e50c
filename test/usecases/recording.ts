/** People recorded by the use case itself, in a vault that a test has for itself. */
import type { ActionKey } from "../../src/domain/campaign/campaign.ts";
import type { Day } from "../../src/domain/day.ts";
import type { PersonInput, PledgedAction } from "../../src/domain/people/person-input.ts";
import type { Person } from "../../src/domain/people/person.ts";
import type { PledgeCode } from "../../src/domain/pledges/code.ts";
import type { Condition } from "../../src/domain/pledges/pledge.ts";
import type { Vault } from "../../src/domain/vault/vault.ts";
import { recordPeople } from "../../src/usecases/record-people.ts";
import { freezeLetter } from "../support/sample-people.ts";
import { seededRandomness } from "../support/seeded-randomness.ts";
import { testWorld } from "../support/world.ts";

export const today = "2026-11-22" as Day;
export const [sign, refuse, walkout] = ["sign", "refuse", "walkout"] as ActionKey[] as [
  ActionKey,
  ActionKey,
  ActionKey,
];
export const code = "K7QF-2M9T-XR4D-8WNA" as PledgeCode;

export const pledging = (
  action: ActionKey,
  condition: Condition = { kind: "none" },
): readonly PledgedAction[] => [{ action, condition }];

export const record = (vault: Vault, inputs: readonly PersonInput[], day = today) =>
  recordPeople({ vault, random: seededRandomness(vault.people.count() + 1), today: day }, inputs);

export const everybody = (vault: Vault): readonly Person[] =>
  vault.people.summaries().map(({ person }) => person);

export const inVault = async <T>(look: (vault: Vault) => T, frozen = false): Promise<T> => {
  const world = await testWorld();
  await world.init();
  if (frozen) await freezeLetter(world);
  return world.inVault(look);
};
