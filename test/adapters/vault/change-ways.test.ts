/** Changes of what opens a vault: whole, in order, one at a time, and healed where they were cut short. */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { createVaults } from "../../../src/adapters/vault/vaults.ts";
import type { NewPassphrase, Unlock } from "../../../src/domain/vault/vault.ts";
import { headerIn, rowsIn } from "../../support/decrypted-image.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import { openByHand } from "./by-hand.ts";
import {
  bytesIn,
  imageOf,
  look,
  newVault,
  opens,
  outcome,
  passphrase,
  put,
  unlock,
  valueOf,
  vaults,
} from "./sample-vault.ts";

const second = { by: "passphrase", passphrase: "the second sample passphrase" } as const;
const third = { by: "passphrase", passphrase: "the third sample passphrase" } as const;

const kept = (text: string): NewPassphrase => ({ passphrase: text, kdf: "keep" });

const to = async (
  folder: string,
  from: Unlock,
  next: Unlock & { readonly by: "passphrase" },
): Promise<string> => outcome(await vaults.changePassphrase(folder, from, kept(next.passphrase)));

const numbersIn = async (folder: string, by: string): Promise<unknown> => {
  return rowsIn(await imageOf(folder, by), "SELECT header_generation, generation FROM meta")[0];
};

describe("a new passphrase", () => {
  it("opens the vault, and the old one does not any more", async () => {
    const folder = await newVault();
    expect(await to(folder, unlock, second)).toBe("ok");
    expect(await opens(folder)).toBe("vault-locked");
    expect(await look(folder, (vault) => vault.people.count(), second)).toBe(3);
    expect(bytesIn(folder, "vault.json.bak")).toEqual(bytesIn(folder, "vault.json"));
    expect(readdirSync(folder).toSorted()).toEqual(["vault.db", "vault.json", "vault.json.bak"]);
  });

  it("keeps the strength of the check unless another is asked for", async () => {
    const folder = await newVault(0);
    const memory = (): unknown => headerIn(folder).slots.map(({ kdf }) => kdf["m"]);
    await to(folder, unlock, second);
    expect(memory()).toEqual([65536]);
    valueOf(
      await vaults.changePassphrase(folder, second, {
        passphrase: "the third sample passphrase",
        kdf: "standard",
      }),
    );
    expect(memory()).toEqual([262144]);
  });

  it("leaves the recovery words as they are", async () => {
    const words = await vaults.suggestRecovery();
    const folder = await newVault(0, { recovery: words });
    expect(await to(folder, { by: "recovery", words }, second)).toBe("ok");
    expect(await opens(folder, { by: "recovery", words })).toBe("ok");
    expect(await opens(folder, second)).toBe("ok");
  });

  it("makes an old header useless, alone and together with its copy", async () => {
    const folder = await newVault();
    const [old, copy] = [bytesIn(folder, "vault.json"), bytesIn(folder, "vault.json.bak")];
    await to(folder, unlock, second);
    const database = bytesIn(folder, "vault.db");
    put(folder, "vault.json", old);
    expect(await vaults.open(folder, unlock)).toEqual({
      ok: false,
      failure: { type: "header-older", folder },
    });
    // The copy is still the new one and is the way out.
    expect(bytesIn(folder, "vault.json.bak")).not.toEqual(copy);
    put(folder, "vault.json.bak", copy);
    expect(await opens(folder)).toBe("header-older");
    expect(bytesIn(folder, "vault.db")).toEqual(database);
  });

  it("that was cut short between header and database is finished by the next opening", async () => {
    const folder = await newVault();
    const database = bytesIn(folder, "vault.db");
    await to(folder, unlock, second);
    expect(await numbersIn(folder, second.passphrase)).toEqual({
      header_generation: 2,
      generation: 2,
    });
    put(folder, "vault.db", database);
    expect(await numbersIn(folder, second.passphrase)).toEqual({
      header_generation: 1,
      generation: 2,
    });
    expect(await opens(folder)).toBe("vault-locked");
    expect(await look(folder, (vault) => vault.people.count(), second)).toBe(3);
    expect(await numbersIn(folder, second.passphrase)).toEqual({
      header_generation: 2,
      generation: 2,
    });
  });

  it("that was cut short is no hindrance while another pledge writes", async () => {
    const folder = await newVault();
    const database = bytesIn(folder, "vault.db");
    await to(folder, unlock, second);
    put(folder, "vault.db", database);
    const other = await openByHand(folder, second.passphrase);
    other.exec("BEGIN IMMEDIATE");
    expect(await opens(folder, second)).toBe("ok");
    other.close();
    expect(await numbersIn(folder, second.passphrase)).toMatchObject({ header_generation: 1 });
    expect(await opens(folder, second)).toBe("ok");
    expect(await numbersIn(folder, second.passphrase)).toMatchObject({ header_generation: 2 });
  });

  it("that was cut short between the copy and the header did not happen", async () => {
    const folder = await newVault();
    const [old, database] = [bytesIn(folder, "vault.json"), bytesIn(folder, "vault.db")];
    await to(folder, unlock, second);
    put(folder, "vault.json", old);
    put(folder, "vault.db", database);
    expect(await look(folder, (vault) => vault.people.count())).toBe(3);
    expect(bytesIn(folder, "vault.json.bak")).toEqual(old);
  });

  it("changes nothing when the copy cannot be replaced", async () => {
    const folder = await newVault();
    const old = bytesIn(folder, "vault.json");
    rmSync(join(folder, "vault.json.bak"));
    mkdirSync(join(folder, "vault.json.bak", "in the way"), { recursive: true });
    expect(await to(folder, unlock, second)).toBe("file-failed");
    expect(bytesIn(folder, "vault.json")).toEqual(old);
    expect(await opens(folder)).toBe("ok");
    expect(readdirSync(folder).toSorted()).toEqual(["vault.db", "vault.json", "vault.json.bak"]);
  });

  it("does not undo what another pledge changed while this one was hashing", async () => {
    const folder = await newVault(0);
    const slow = createVaults(async (typed, settings) => {
      // Just when the new passphrase is hashed, somebody else makes recovery words.
      if (typed === "the second sample passphrase") {
        const made = valueOf(await vaults.newRecovery(folder, unlock));
        valueOf(made.keep());
        words = made.made;
      }
      return fastDerive(typed, settings);
    });
    let words = "";
    valueOf(await slow.changePassphrase(folder, unlock, kept("the second sample passphrase")));
    expect(await opens(folder, second)).toBe("ok");
    expect(await opens(folder, { by: "recovery", words })).toBe("ok");
    expect(headerIn(folder).generation).toBe(3);
  });

  it("is not given by the old one", async () => {
    const folder = await newVault(0);
    await to(folder, unlock, second);
    const header = bytesIn(folder, "vault.json");
    expect(await to(folder, unlock, third)).toBe("vault-locked");
    expect(bytesIn(folder, "vault.json")).toEqual(header);
  });
});

describe("new recovery words", () => {
  it("open the vault once they are kept, and the earlier ones are void", async () => {
    const earlier = await vaults.suggestRecovery();
    const folder = await newVault(0, { recovery: earlier });
    const { made: words, keep } = valueOf(await vaults.newRecovery(folder, unlock));
    expect(await opens(folder, { by: "recovery", words })).toBe("vault-locked");
    expect(await opens(folder, { by: "recovery", words: earlier })).toBe("ok");
    expect(outcome(keep())).toBe("ok");
    expect(await opens(folder, { by: "recovery", words })).toBe("ok");
    expect(await opens(folder, { by: "recovery", words: earlier })).toBe("vault-locked");
    expect(headerIn(folder).slots).toHaveLength(2);
  });

  it("that nobody keeps leave everything as it was, and nothing open", async () => {
    const folder = await newVault(0);
    const header = bytesIn(folder, "vault.json");
    valueOf(await vaults.newRecovery(folder, unlock));
    expect(bytesIn(folder, "vault.json")).toEqual(header);
    expect(readdirSync(folder).toSorted()).toEqual(["vault.db", "vault.json", "vault.json.bak"]);
  });

  it("do not bring back a passphrase that was changed while they were being written down", async () => {
    const folder = await newVault(0);
    const { made: words, keep } = valueOf(await vaults.newRecovery(folder, unlock));
    await to(folder, unlock, second);
    expect(outcome(keep())).toBe("ok");
    expect(await opens(folder)).toBe("vault-locked");
    expect(await opens(folder, second)).toBe("ok");
    expect(await opens(folder, { by: "recovery", words })).toBe("ok");
  });

  it("are not put into a header that somebody changed meanwhile", async () => {
    const folder = await newVault(0);
    const old = bytesIn(folder, "vault.json");
    await to(folder, unlock, second);
    const { keep } = valueOf(await vaults.newRecovery(folder, second));
    put(folder, "vault.json", old);
    expect(outcome(keep())).toBe("header-older");
    put(folder, "vault.json", "{}");
    const again = valueOf(await vaults.newRecovery(await newVault(0), unlock));
    expect(outcome(again.keep())).toBe("ok");
    expect(bytesIn(folder, "vault.json").toString()).toBe("{}");
  });
});

describe("the copy of the header", () => {
  it.each([
    ["missing", (folder: string): void => rmSync(join(folder, "vault.json.bak"))],
    ["another", (folder: string): void => put(folder, "vault.json.bak", "{}")],
  ])("is made anew by the next opening when it is %s", async (_, spoil) => {
    const folder = await newVault(0);
    spoil(folder);
    expect(await opens(folder, { by: "passphrase", passphrase: "wrong" })).toBe("vault-locked");
    expect(await opens(folder)).toBe("ok");
    expect(bytesIn(folder, "vault.json.bak")).toEqual(bytesIn(folder, "vault.json"));
  });

  it("is pointed at only where it is whole and something else than vault.json", async () => {
    const folder = await newVault(0);
    const whole = bytesIn(folder, "vault.json");
    const opening = async (): Promise<unknown> =>
      vaults.open(folder, { by: "passphrase", passphrase });
    const altered = (copy: boolean): unknown => ({
      ok: false,
      failure: { type: "header-altered", folder, copy },
    });
    put(folder, "vault.json", "{}");
    expect(await opening()).toEqual(altered(true));
    rmSync(join(folder, "vault.json"));
    expect(await opening()).toEqual(altered(true));
    put(folder, "vault.json.bak", whole.subarray(1));
    expect(await opening()).toEqual(altered(false));
    // Both of good form, both under a MAC that does not fit.
    const forged = whole.toString("utf8").replace('"generation":1', '"generation":9');
    put(folder, "vault.json", forged);
    put(folder, "vault.json.bak", forged);
    expect(await opening()).toEqual(altered(false));
  });
});
