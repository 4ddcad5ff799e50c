/** A new data key: what opens the vault, what does not any more, and every state in which it can be cut short. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { parseHeader, writeHeader } from "../../../src/adapters/vault/header.ts";
import { keysOf } from "../../../src/adapters/vault/keys.ts";
import type { Unlock } from "../../../src/domain/vault/vault.ts";
import { canonical, dataKeyOf, headerIn } from "../../support/decrypted-image.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import {
  badIn,
  bytesIn,
  change,
  look,
  newVault,
  opens,
  outcome,
  passphrase,
  person,
  put,
  scratch,
  unlock,
  valueOf,
  vaults,
} from "./sample-vault.ts";

const people = (folder: string, by?: Unlock): Promise<number> =>
  look(folder, (vault) => vault.people.count(), by);

const keyOf = (folder: string): Promise<Uint8Array> => dataKeyOf(folder, passphrase, fastDerive);

describe("a new data key", () => {
  it("is another one, opens everything, and the old header opens nothing", async () => {
    const folder = await newVault(300);
    const { keep, made } = valueOf(await vaults.newRecovery(folder, unlock));
    valueOf(keep());
    const before = { key: await keyOf(folder), header: bytesIn(folder, "vault.json") };
    expect(valueOf(await vaults.rekey(folder, unlock))).toEqual(["recovery"]);
    expect(await keyOf(folder)).not.toEqual(before.key);
    expect(await people(folder)).toBe(300);
    expect(await badIn(folder)).toEqual([]);
    expect(await opens(folder, { by: "recovery", words: made })).toBe("recovery-absent");
    expect(headerIn(folder)).toMatchObject({ pending: null, generation: 4 });
    expect(bytesIn(folder, "vault.json.bak")).toEqual(bytesIn(folder, "vault.json"));
    const now = bytesIn(folder, "vault.json");
    put(folder, "vault.json", before.header);
    expect(await opens(folder)).toBe("database-unreadable");
    put(folder, "vault.json", now);
    await change(folder, (vault) => vault.people.add(person(999)));
    expect(await people(folder)).toBe(301);
  });

  it("goes with a passphrase and its key file, and with words alone", async () => {
    const folder = await newVault();
    const { key } = vaults.newKeyFile();
    const both: Unlock = {
      by: "passphrase",
      passphrase: "another sample passphrase",
      keyFile: key,
    };
    valueOf(await vaults.addPassphrase(folder, unlock, { ...both, kdf: "keep" }));
    expect(valueOf(await vaults.rekey(folder, both))).toEqual(["passphrase"]);
    expect([await opens(folder, both), await opens(folder)]).toEqual(["ok", "key-file-needed"]);
    const { keep, made } = valueOf(await vaults.newRecovery(folder, both));
    valueOf(keep());
    const words: Unlock = { by: "recovery", words: made };
    expect(valueOf(await vaults.rekey(folder, words))).toEqual(["passphrase-and-key-file"]);
    expect(await people(folder, words)).toBe(3);
  });

  it("waits for nobody who has the vault open, and changes nothing then", async () => {
    const folder = await newVault();
    const before = bytesIn(folder, "vault.json");
    const reader = valueOf(await vaults.open(folder, unlock));
    expect(reader.people.count()).toBe(3);
    expect(outcome(await vaults.rekey(folder, unlock))).toBe("vault-busy");
    reader.close();
    expect(bytesIn(folder, "vault.json")).toEqual(before);
    expect(await people(folder)).toBe(3);
  });
});

describe("a rekeying that was cut short", () => {
  let [before, after, words] = ["", "", ""];

  /** The header as it stands in between: what opens the old key, and `pending` what opens the new one. */
  const pendingHeader = async (): Promise<string> => {
    const { mac: _, ...old } = valueOf(parseHeader(bytesIn(before, "vault.json").toString()));
    const { slots, generation } = valueOf(parseHeader(bytesIn(after, "vault.json").toString()));
    const keys = keysOf(await keyOf(before), old.vault);
    // One more than it was: the database of the finished one knows that number.
    const header = { ...old, generation, pending: { slots } };
    return writeHeader(header, keys.header);
  };

  /** The folder with that header. */
  const inBetween = async (folder: string): Promise<string> => {
    const copy = join(scratch(), "vault");
    cpSync(folder, copy, { recursive: true });
    const header = await pendingHeader();
    put(copy, "vault.json", header);
    put(copy, "vault.json.bak", header);
    return copy;
  };

  beforeAll(async () => {
    before = await newVault(40);
    const { keep, made } = valueOf(await vaults.newRecovery(before, unlock));
    valueOf(keep());
    words = made;
    after = join(scratch(), "after");
    cpSync(before, after, { recursive: true });
    valueOf(await vaults.rekey(after, unlock));
  });

  it("before the database is taken back by whatever opens it", async () => {
    for (const by of [unlock, { by: "recovery", words } as const]) {
      const folder = await inBetween(before);
      expect(await people(folder, by)).toBe(40);
      expect(headerIn(folder)).toMatchObject({ pending: null });
      expect(headerIn(folder).slots.map(({ kind }) => kind)).toEqual(["passphrase", "recovery"]);
      expect(await badIn(folder)).toEqual([]);
      expect(await people(folder)).toBe(40);
    }
  });

  it("after the database is finished by what opens the new key, and by nothing else", async () => {
    const folder = await inBetween(after);
    expect(await opens(folder, { by: "recovery", words })).toBe("rekey-unfinished");
    expect(headerIn(folder)).toMatchObject({ pending: { slots: [{}] } });
    expect(await people(folder)).toBe(40);
    expect(headerIn(folder)).toMatchObject({ pending: null });
    expect(headerIn(folder).slots).toHaveLength(1);
    expect(await badIn(folder)).toEqual([]);
  });

  it("is finished by one of two that open it at once, and by a command that changes something", async () => {
    const folder = await inBetween(after);
    expect(await Promise.all([opens(folder), opens(folder)])).toEqual(["ok", "ok"]);
    expect(headerIn(folder).generation).toBe(5);
    const other = await inBetween(after);
    valueOf(
      await vaults.changePassphrase(other, unlock, {
        passphrase: "a later sample passphrase",
        kdf: "keep",
      }),
    );
    expect(await people(other, { by: "passphrase", passphrase: "a later sample passphrase" })).toBe(
      40,
    );
  });

  it("leaves the old and the new key when its header is changed by hand", async () => {
    const folder = await inBetween(after);
    const text = bytesIn(folder, "vault.json").toString();
    const { slots } = JSON.parse(text) as { slots: readonly unknown[] };
    put(
      folder,
      "vault.json",
      canonical({ ...(JSON.parse(text) as object), pending: { slots: slots.toReversed() } }),
    );
    expect(await opens(folder)).toBe("header-altered");
  });
});
