/** A vault looked at in this process, after another one was killed or met a failing disk. */
import { expect } from "vitest";

import { argon2id } from "../../src/adapters/vault/kdf.ts";
import type { DeriveKey } from "../../src/adapters/vault/kdf.ts";
import { createVaults } from "../../src/adapters/vault/vaults.ts";
import type { Unlock, Vault } from "../../src/domain/vault/vault.ts";
import { passphrase } from "../support/sample.ts";

const known = new Map<string, Promise<Buffer>>();

/** Argon2id for real, once for each passphrase and slot: hundreds of vaults here have the same. */
export const derive: DeriveKey = async (text, settings) => {
  const key = JSON.stringify([text, settings]);
  const derived = known.get(key) ?? argon2id(text, settings);
  known.set(key, derived);
  // A copy: whoever asked for it wipes it.
  return Buffer.from(await derived);
};

export const vaults = createVaults(derive);

export const unlock: Unlock = { by: "passphrase", passphrase };

/** Something of a vault, which must open and have no fault. */
export const look = async <T>(
  folder: string,
  see: (vault: Vault) => T,
  by: Unlock = unlock,
): Promise<T> => {
  const examined = await vaults.examine(folder, by);
  expect(examined.ok ? examined.value.filter(({ state }) => state === "bad") : examined).toEqual(
    [],
  );
  const opened = await vaults.open(folder, by);
  if (!opened.ok) throw new Error(opened.failure.type);
  try {
    return see(opened.value);
  } finally {
    opened.value.close();
  }
};

/** Everybody in the vault, by id. */
export const namesIn = (vault: Vault): ReadonlyMap<string, string> =>
  new Map(vault.people.summaries().map(({ person }) => [person.id, person.name]));
