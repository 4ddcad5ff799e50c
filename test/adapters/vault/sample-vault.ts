/** Vaults of the vault's own tests: a scratch folder, a small campaign, a fast hash. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

import { createVaults } from "../../../src/adapters/vault/vaults.ts";
import { defaultSettings } from "../../../src/domain/campaign/campaign.ts";
import type { ActionKey, Campaign, Handle } from "../../../src/domain/campaign/campaign.ts";
import type { Identity } from "../../../src/domain/committee/identity.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Person, PersonId } from "../../../src/domain/people/person.ts";
import type { PledgeCode } from "../../../src/domain/pledges/code.ts";
import type { Result } from "../../../src/domain/result.ts";
import { ok } from "../../../src/domain/result.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Incarnation } from "../../../src/domain/tallies/tally.ts";
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
  settings: defaultSettings,
};

/** Whoever joins; the bytes are no real key, and nothing here looks into them. */
export const identity: Identity = {
  handle: "heron" as Handle,
  fingerprint: "0123456789abcdef0123456789abcdef01234567" as Fingerprint,
  certificate: Uint8Array.of(0x99, 0, 1, 255),
  secret: Uint8Array.of(0x95, 0, 2, 254),
  revocation:
    "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nsample\n-----END PGP PUBLIC KEY BLOCK-----\n",
  incarnation: "3f0a6c52-7f5e-4d0b-9a3c-1f2e3d4c5b6a" as Incarnation,
  supersedes: [],
  exchangeName: "00112233aabbccdd",
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
  doNotContact: false,
  issues: [],
  consents: [],
  elsewhere: [],
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

/** Writes a backup of the sample day. */
export const backUp = (folder: string, by: Unlock, file: string): ReturnType<Vaults["backup"]> =>
  vaults.backup(folder, by, { file, day: today });

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

/** A vault that holds this and nothing else; gives its folder. */
export const emptyVault = async (
  first: Parameters<Vaults["create"]>[2],
  more: { readonly recovery?: string } = {},
): Promise<string> => {
  const folder = join(scratch(), "vault");
  valueOf(await vaults.create(folder, { passphrase, kdf: "light", ...more }, first)).close();
  return folder;
};

/** A vault with some people in it; gives its folder. */
export const newVault = async (
  people = 3,
  more: { readonly recovery?: string } = {},
): Promise<string> => {
  const folder = await emptyVault({ campaign }, more);
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

/** What `doctor` finds bad in a vault, or how it does not open. */
export const badIn = async (folder: string, by: Unlock = unlock): Promise<readonly string[]> => {
  const examined = await vaults.examine(folder, by);
  return examined.ok
    ? examined.value.filter(({ state }) => state === "bad").map(({ check }) => check)
    : [outcome(examined)];
};
