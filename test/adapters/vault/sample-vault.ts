/** Vaults of the vault's own tests: a scratch folder, a small campaign, a fast hash. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

import { createVaults } from "../../../src/adapters/vault/vaults.ts";
import type { ActionKey, Campaign, Handle } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Person, PersonId } from "../../../src/domain/people/person.ts";
import type { PledgeCode } from "../../../src/domain/pledges/code.ts";
import type { Result } from "../../../src/domain/result.ts";
import { ok } from "../../../src/domain/result.ts";
import type { Unlock, Vault, Vaults } from "../../../src/domain/vault/vault.ts";
import { dataKeyOf, decryptedImage } from "../../support/decrypted-image.ts";
import { fastDerive } from "../../support/fast-derive.ts";

export const passphrase = "sample passphrase of the tests";
export const unlock: Unlock = { by: "passphrase", passphrase };
const today = "2026-11-22" as Day;

export const campaign: Campaign = {
  id: "6f1c1f6e-0d5a-4c58-9a57-2f8b5c3a9e01",
  name: "No contracts with the police",
  employer: "Example Corp",
  organizer: "rowan" as Handle,
  unit: { name: "Engineering", size: 60, asOf: today },
  teams: [],
  actions: ["sign", "walkout"] as readonly string[] as readonly ActionKey[],
  thresholds: [],
  demands: [],
};

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone after the test file. */
export const scratch = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "pledge-vault-"));
  folders.push(folder);
  return folder;
};

/** The value; throws where there is none. */
export const valueOf = <T>(result: Result<T, { readonly type: string }>): T => {
  if (!result.ok) throw new Error(result.failure.type);
  return result.value;
};

/** The type of the failure, or "ok". */
export const outcome = (result: Result<unknown, { readonly type: string }>): string =>
  result.ok ? "ok" : result.failure.type;

export const vaults: Vaults = createVaults(fastDerive, 50);

const letters = "abcdefghijkmnpqrstuvwxyz";

/** The nth sample person. */
export const person = (n: number, name = `Sample Person ${n}`): Person => ({
  id: Array.from({ length: 8 }, (_, place) => letters[Math.floor(n / 24 ** place) % 24]).join(
    "",
  ) as PersonId,
  name,
  contacts: [],
  supervisor: "no",
  supporter: false,
  code: `code-${n}` as PledgeCode,
  addedOn: today,
});

/** Does something in the vault in one transaction, and closes it. */
export const change = async (folder: string, work: (vault: Vault) => void): Promise<void> => {
  const vault = valueOf(await vaults.open(folder, unlock));
  try {
    vault.transaction(() => ok(work(vault)));
  } finally {
    vault.close();
  }
};

/** Looks into the vault, and closes it. */
export const look = async <T>(
  folder: string,
  see: (vault: Vault) => T,
  by: Unlock = unlock,
): Promise<T> => {
  const vault = valueOf(await vaults.open(folder, by));
  try {
    return see(vault);
  } finally {
    vault.close();
  }
};

/** "ok" where the vault opens, else the type of the failure; closes it again. */
export const opens = async (folder: string, by: Unlock = unlock): Promise<string> => {
  const opened = await vaults.open(folder, by);
  if (opened.ok) opened.value.close();
  return outcome(opened);
};

/** A vault with some people in it; gives its folder. */
export const newVault = async (
  people = 3,
  more: { readonly recovery?: string } = {},
): Promise<string> => {
  const folder = join(scratch(), "vault");
  const vault = valueOf(
    await vaults.create(folder, { passphrase, kdf: "light", ...more }, campaign),
  );
  vault.close();
  if (people > 0) {
    await change(folder, (open) => {
      for (let n = 1; n <= people; n += 1) open.people.add(person(n));
    });
  }
  return folder;
};

export const bytesIn = (folder: string, name: string): Buffer => readFileSync(join(folder, name));

export const put = (folder: string, name: string, content: string | Uint8Array): void =>
  writeFileSync(join(folder, name), content, { mode: 0o600 });

/** The database of a vault made here, in plain text. */
export const imageOf = async (folder: string, by: string = passphrase): Promise<Buffer> =>
  decryptedImage(folder, await dataKeyOf(folder, by, fastDerive));
