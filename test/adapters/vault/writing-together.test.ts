/** Two pledges on one vault: the second waits, then says so; nobody's work is half done. */
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";

import { createVaults } from "../../../src/adapters/vault/vaults.ts";
import { explain } from "../../../src/cli/explain/explain.ts";
import { ok } from "../../../src/domain/result.ts";
import { VaultStopped } from "../../../src/domain/vault/stopped.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import { openByHand, rawKeyOf } from "./by-hand.ts";
import {
  backUp,
  bytesIn,
  campaign,
  look,
  newVault,
  opens,
  outcome,
  person,
  scratch,
  unlock,
  valueOf,
  vaults,
} from "./sample-vault.ts";

/** Another thread that adds a person and takes its time to commit. */
const holder = `
  const { parentPort, workerData } = require("node:worker_threads");
  const database = new (require(workerData.driver))(workerData.path);
  database.pragma("cipher = 'sqlcipher'");
  database.pragma("legacy = 4");
  database.key(Buffer.from(workerData.key));
  database.exec("BEGIN IMMEDIATE");
  database.exec("INSERT INTO people (id, code, name, name_key, contacts, supervisor, supporter, added_on) SELECT 'wwwwwwww', 'w', name, name_key, contacts, supervisor, supporter, added_on FROM people");
  parentPort.postMessage("at work");
  setTimeout(() => { database.exec("COMMIT"); database.close(); }, 300);
`;

describe("a second writer", () => {
  it("is stopped in two lines after its patience, with nothing changed", async () => {
    const folder = await newVault(1);
    const [first, second] = [
      valueOf(await vaults.open(folder, unlock)),
      valueOf(await vaults.open(folder, unlock)),
    ];
    let stopped: unknown;
    first.transaction(() => {
      first.people.add(person(10));
      try {
        second.transaction(() => ok(second.people.add(person(11))));
      } catch (error) {
        stopped = error;
      }
      return ok(undefined);
    });
    expect(stopped).toBeInstanceOf(VaultStopped);
    const { failure } = stopped as VaultStopped;
    expect(failure).toEqual({ type: "vault-busy", folder, by: [] });
    expect({ ...explain(failure), message: explain(failure).message.replace(folder, "~") })
      .toMatchInlineSnapshot(`
      {
        "exitCode": 6,
        "hint": "wait until it is done and try again; nothing was changed",
        "message": "another pledge is writing to ~",
      }
    `);
    expect(second.people.count()).toBe(2);
    // And once the first is done, it goes on.
    second.transaction(() => ok(second.people.add(person(11))));
    first.close();
    second.close();
    expect(await look(folder, ({ people }) => people.count())).toBe(3);
  });

  it("reads meanwhile what was there before", async () => {
    const folder = await newVault(1);
    const first = valueOf(await vaults.open(folder, unlock));
    const second = valueOf(await vaults.open(folder, unlock));
    first.transaction(() => {
      first.people.add(person(10));
      expect(second.people.count()).toBe(1);
      return ok(undefined);
    });
    expect(second.people.count()).toBe(2);
    first.close();
    second.close();
  });

  it("waits while the first is at work, within its patience", async () => {
    const folder = await newVault(1);
    const patient = valueOf(await createVaults(fastDerive, 30_000).open(folder, unlock));
    const first = new Worker(holder, { eval: true, workerData: await rawKeyOf(folder) });
    await once(first, "message");
    // Blocks this thread until the other one has committed.
    patient.transaction(() => {
      expect(patient.people.named("wwwwwwww")).toHaveLength(1);
      return ok(patient.people.add(person(11)));
    });
    await once(first, "exit");
    expect(patient.people.count()).toBe(3);
    patient.close();
  });

  it("gets a value, not an exception, from what the door does, and the header stays as it was", async () => {
    const folder = await newVault(1);
    const { keep } = valueOf(await vaults.newRecovery(folder, unlock));
    const header = bytesIn(folder, "vault.json");
    const first = await openByHand(folder);
    first.exec("BEGIN IMMEDIATE");
    expect(
      outcome(
        await vaults.changePassphrase(folder, unlock, {
          passphrase: "another sample passphrase",
          kdf: "keep",
        }),
      ),
    ).toBe("vault-busy");
    expect(outcome(keep())).toBe("vault-busy");
    expect(outcome(await vaults.examine(folder, unlock))).toBe("ok");
    expect(outcome(await backUp(folder, unlock, join(scratch(), "backup")))).toBe("vault-busy");
    first.close();
    expect(bytesIn(folder, "vault.json")).toEqual(header);
    expect(readdirSync(folder).toSorted()).toEqual(["vault.db", "vault.json", "vault.json.bak"]);
    expect(await look(folder, ({ people }) => people.count())).toBe(1);
  });
});

describe("two that make a vault in the same folder at once", () => {
  it("make one vault, whole, and the other is told", async () => {
    const folder = join(scratch(), "vault");
    const making = ["one sample passphrase", "two sample passphrases"].map(async (passphrase) => {
      const made = await vaults.create(folder, { passphrase, kdf: "light" }, { campaign });
      if (made.ok) made.value.close();
      return { passphrase, result: outcome(made) };
    });
    const results = await Promise.all(making);
    expect(results.map(({ result }) => result).toSorted()).toEqual(["ok", "vault-exists"]);
    for (const { passphrase, result } of results) {
      expect(await opens(folder, { by: "passphrase", passphrase })).toBe(
        result === "ok" ? "ok" : "vault-locked",
      );
    }
    expect(readdirSync(join(folder, ".."))).toEqual(["vault"]);
  });
});
