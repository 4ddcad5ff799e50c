/** What `vault.json` says of slots and hashing is sealed, bounded and its own. */
import { beforeAll, describe, expect, it } from "vitest";

import { createVaults } from "../../../src/adapters/vault/vaults.ts";
import type { Unlock } from "../../../src/domain/vault/vault.ts";
import {
  bytesIn,
  newVault,
  opens,
  outcome,
  passphrase,
  put,
  unlock,
  vaults,
} from "./sample-vault.ts";

let folder = "";
let text = "";
let database: Buffer = Buffer.alloc(0);
let words = "";

beforeAll(async () => {
  words = await vaults.suggestRecovery();
  folder = await newVault(3, { recovery: words });
  text = bytesIn(folder, "vault.json").toString("utf8");
  database = bytesIn(folder, "vault.db");
});

/** What opening says of these bytes in the place of `vault.json`. */
const tried = async (content: string | Uint8Array, by: Unlock = unlock): Promise<string> => {
  put(folder, "vault.json", content);
  try {
    return await opens(folder, by);
  } finally {
    put(folder, "vault.json", text);
  }
};

describe("a slot of vault.json", () => {
  it("never makes anybody hash with settings out of bounds", async () => {
    let hashed = 0;
    const watched = createVaults(async () => {
      hashed += 1;
      throw new Error("nothing may be hashed");
    });
    const settings = [
      ["m", 65536, [0, 1, 8, 19455, 1048577, 4294967295, 2 ** 53 - 1]],
      ["t", 3, [0, 17, 1000000]],
      ["p", 4, [0, 17, 16777216]],
    ] as const;
    for (const [name, present, others] of settings) {
      for (const value of others) {
        put(folder, "vault.json", text.replace(`"${name}":${present}`, `"${name}":${value}`));
        expect(outcome(await watched.open(folder, unlock)), `${name}=${value}`).toBe(
          "kdf-out-of-bounds",
        );
      }
      for (const value of ["-1", "-0", "1.5", "1e400", "null", `"${present}"`]) {
        put(folder, "vault.json", text.replace(`"${name}":${present}`, `"${name}":${value}`));
        expect(outcome(await watched.open(folder, unlock)), `${name}=${value}`).toBe(
          "header-altered",
        );
      }
    }
    put(folder, "vault.json", text);
    expect(hashed).toBe(0);
    expect(bytesIn(folder, "vault.db")).toEqual(database);
  });

  it("is refused when a setting within bounds was changed: the slot is sealed with its settings", async () => {
    expect(await tried(text.replace('"m":65536', '"m":19456'))).toBe("vault-locked");
    expect(await tried(text.replace('"t":3', '"t":1'))).toBe("vault-locked");
  });

  it("is refused with a slot of another vault, or a slot that calls itself another kind", async () => {
    const other = await newVault(0, { recovery: await vaults.suggestRecovery() });
    const header = JSON.parse(text) as { readonly slots: readonly Record<string, unknown>[] };
    const theirs = JSON.parse(bytesIn(other, "vault.json").toString("utf8")) as typeof header;
    const [ours, recovery] = header.slots;
    const swapped = JSON.stringify({ ...header, slots: [theirs.slots[0], recovery] });
    // The same passphrase gives the slot's key, but the slot is sealed to its vault.
    expect(await tried(swapped)).toBe("vault-locked");
    expect(await tried(swapped, { by: "recovery", words })).toBe("header-altered");
    const kinds = JSON.stringify({ ...header, slots: [{ ...ours, kind: "recovery" }, recovery] });
    expect(await tried(kinds)).toBe("header-altered");
    const exchanged = [
      { ...ours, kdf: recovery?.["kdf"], kind: "recovery" },
      { ...recovery, kdf: ours?.["kdf"], kind: "passphrase" },
    ];
    expect(await tried(JSON.stringify({ ...header, slots: exchanged }))).toBe("vault-locked");
    expect(await tried(JSON.stringify({ ...header, slots: [ours, recovery, ours] }))).toBe(
      "header-altered",
    );
    expect(await tried(JSON.stringify({ ...header, slots: [recovery, ours] }))).toBe(
      "header-altered",
    );
    expect(await tried(JSON.stringify({ ...header, slots: [] }))).toBe("header-altered");
  });

  it("is refused with another vault's whole header, which the same passphrase opens", async () => {
    const other = await newVault();
    expect(await tried(bytesIn(other, "vault.json"))).toBe("database-unreadable");
    expect(bytesIn(folder, "vault.db")).toEqual(database);
  });

  it("does not open by another passphrase, by other words, or by words where there are none", async () => {
    expect(await tried(text, { by: "passphrase", passphrase: `${passphrase} ` })).toBe(
      "vault-locked",
    );
    expect(await tried(text, { by: "recovery", words: await vaults.suggestRecovery() })).toBe(
      "vault-locked",
    );
    expect(await tried(text, { by: "recovery", words: "abandon ".repeat(24) })).toBe(
      "recovery-mistyped",
    );
    const without = await newVault(0);
    expect(await opens(without, { by: "recovery", words })).toBe("recovery-absent");
  });
});
