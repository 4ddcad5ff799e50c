/** Several things that open a vault: beside each other, in the place of each other, and never none. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { NewPassphrase, Unlock } from "../../../src/domain/vault/vault.ts";
import { headerIn } from "../../support/decrypted-image.ts";
import { badIn, look, newVault, opens, outcome, unlock, valueOf, vaults } from "./sample-vault.ts";

const passphrase = (n: number): string => `sample passphrase number ${n}`;
const { key } = vaults.newKeyFile();
const other = vaults.newKeyFile().key;

const by = (n: number, keyFile?: Uint8Array): Unlock => ({
  by: "passphrase",
  passphrase: passphrase(n),
  ...(keyFile === undefined ? {} : { keyFile }),
});

const wanted = (n: number, keyFile?: Uint8Array): NewPassphrase => ({
  passphrase: passphrase(n),
  kdf: "keep",
  ...(keyFile === undefined ? {} : { keyFile }),
});

const kinds = (folder: string): readonly string[] =>
  valueOf(vaults.ways(folder)).map(({ kind }) => kind);

describe("several passphrases", () => {
  it("open the vault each, and only the one that is typed is changed", async () => {
    const folder = await newVault();
    valueOf(await vaults.addPassphrase(folder, unlock, wanted(1)));
    expect([await opens(folder), await opens(folder, by(1))]).toEqual(["ok", "ok"]);
    valueOf(await vaults.changePassphrase(folder, by(1), wanted(2)));
    expect([await opens(folder), await opens(folder, by(1)), await opens(folder, by(2))]).toEqual([
      "ok",
      "vault-locked",
      "ok",
    ]);
    expect(await badIn(folder)).toEqual([]);
  });

  it("are not voided by recovery words, which know nothing of whose is forgotten", async () => {
    const folder = await newVault();
    const { made, keep } = valueOf(await vaults.newRecovery(folder, unlock));
    valueOf(keep());
    const words: Unlock = { by: "recovery", words: made };
    valueOf(await vaults.changePassphrase(folder, words, wanted(1)));
    expect([await opens(folder), await opens(folder, by(1))]).toEqual(["vault-locked", "ok"]);
    valueOf(await vaults.addPassphrase(folder, by(1), wanted(2)));
    valueOf(await vaults.changePassphrase(folder, words, wanted(3)));
    expect([
      await opens(folder, by(1)),
      await opens(folder, by(2)),
      await opens(folder, by(3)),
    ]).toEqual(["ok", "ok", "ok"]);
  });

  it("are sixteen at the most", async () => {
    const folder = await newVault(0);
    for (let n = 1; n < 16; n += 1) valueOf(await vaults.addPassphrase(folder, unlock, wanted(n)));
    expect(outcome(await vaults.addPassphrase(folder, unlock, wanted(99)))).toBe("too-many-ways");
    expect(kinds(folder)).toHaveLength(16);
    expect(await opens(folder, by(15))).toBe("ok");
  });
});

describe("a key file", () => {
  it("is needed with its passphrase, and neither opens anything alone", async () => {
    const folder = await newVault();
    valueOf(await vaults.addPassphrase(folder, unlock, wanted(1, key)));
    expect(await look(folder, ({ people }) => people.count(), by(1, key))).toBe(3);
    expect(await vaults.open(folder, by(1))).toEqual({
      ok: false,
      failure: { type: "vault-locked", by: "passphrase", keyFile: true },
    });
    expect(await opens(folder, by(1, other))).toBe("vault-locked");
    expect(await opens(folder, by(2, key))).toBe("vault-locked");
    // A passphrase that needs none opens the vault with one at hand too.
    expect(await opens(folder, { ...unlock, keyFile: other } as Unlock)).toBe("ok");
    valueOf(await vaults.removeWay(folder, by(1, key), 1));
    expect(await opens(folder, by(1))).toBe("key-file-needed");
  });

  it("stays with a passphrase that is changed", async () => {
    const folder = await newVault(0);
    valueOf(await vaults.changePassphrase(folder, unlock, wanted(1, key)));
    valueOf(await vaults.changePassphrase(folder, by(1, key), wanted(2)));
    expect([await opens(folder, by(2)), await opens(folder, by(2, key))]).toEqual([
      "key-file-needed",
      "ok",
    ]);
  });

  it("is known as one of ours, whole, or not at all", () => {
    const { key: made, text } = vaults.newKeyFile();
    expect(vaults.keyInFile(text)).toEqual(made);
    expect(vaults.keyInFile(text.trim())).toEqual(made);
    fc.assert(
      fc.property(fc.nat(text.trim().length - 1), fc.constantFrom(..."Aq7_ \n}"), (at, letter) => {
        const changed = `${text.slice(0, at)}${letter}${text.slice(at + 1)}`;
        expect(vaults.keyInFile(changed)).toEqual(
          changed.trim() === text.trim() ? made : undefined,
        );
      }),
    );
    fc.assert(
      fc.property(fc.string(), (any) => {
        expect(vaults.keyInFile(any)).toBe(undefined);
      }),
    );
  });
});

describe("taking a way in away", () => {
  it("leaves the others, and the last passphrase", async () => {
    const folder = await newVault(0);
    const { made, keep } = valueOf(await vaults.newRecovery(folder, unlock));
    valueOf(keep());
    expect(outcome(await vaults.removeWay(folder, unlock, 1))).toBe("last-way");
    expect(outcome(await vaults.removeWay(folder, unlock, 3))).toBe("way-unknown");
    valueOf(await vaults.addPassphrase(folder, unlock, wanted(1, key)));
    expect(kinds(folder)).toEqual(["passphrase", "recovery", "passphrase-and-key-file"]);
    valueOf(await vaults.removeWay(folder, unlock, 2));
    expect(await opens(folder, { by: "recovery", words: made })).toBe("recovery-absent");
    valueOf(await vaults.removeWay(folder, unlock, 1));
    expect(outcome(await vaults.removeWay(folder, by(1, key), 1))).toBe("last-way");
    expect(kinds(folder)).toEqual(["passphrase-and-key-file"]);
    expect(headerIn(folder).generation).toBe(5);
  });
});
