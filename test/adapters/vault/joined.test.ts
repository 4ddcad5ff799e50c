/** A vault that `join` has begun: an identity and no campaign. All that a door does works on it. */
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { explain } from "../../../src/cli/explain/explain.ts";
import { VaultStopped } from "../../../src/domain/vault/stopped.ts";
import {
  backUp,
  campaign,
  change,
  emptyVault,
  identity,
  look,
  newVault,
  opens,
  outcome,
  passphrase,
  scratch,
  unlock,
  valueOf,
  vaults,
} from "./sample-vault.ts";

let folder = "";

beforeAll(async () => {
  folder = await emptyVault({ identity });
});

describe("a vault that join has begun", () => {
  it("knows who holds it, and says that it has no campaign yet", async () => {
    const made = await vaults.create(
      join(scratch(), "vault"),
      { passphrase, kdf: "light" },
      { identity },
    );
    const vault = valueOf(made);
    expect(vault.identity.get()).toEqual(identity);
    expect(vault.campaign.find()).toBeUndefined();
    expect(vault.people.count()).toBe(0);
    let stopped: unknown;
    try {
      vault.campaign.get();
    } catch (error) {
      stopped = error;
    }
    vault.close();
    expect(stopped).toBeInstanceOf(VaultStopped);
    expect((stopped as VaultStopped).failure).toEqual({ type: "campaign-missing" });
    expect(explain((stopped as VaultStopped).failure)).toMatchInlineSnapshot(`
      {
        "exitCode": 4,
        "hint": "take in the committee file that the founder sends: "pledge join FILE"",
        "message": "this vault has no campaign yet",
      }
    `);
  });

  it("is found whole by doctor", async () => {
    const findings = valueOf(await vaults.examine(folder, unlock));
    expect(findings.filter(({ state }) => state !== "good")).toEqual([
      { check: "recovery", state: "missing" },
    ]);
  });

  it("takes another passphrase and recovery words", async () => {
    const source = await emptyVault({ identity });
    const other = { by: "passphrase", passphrase: "the second sample passphrase" } as const;
    valueOf(
      await vaults.changePassphrase(source, unlock, { passphrase: other.passphrase, kdf: "keep" }),
    );
    expect([await opens(source), await opens(source, other)]).toEqual(["vault-locked", "ok"]);
    const { made: words, keep } = valueOf(await vaults.newRecovery(source, other));
    valueOf(keep());
    expect(await look(source, (vault) => vault.identity.get(), { by: "recovery", words })).toEqual(
      identity,
    );
  });

  it("can be backed up and restored", async () => {
    const [file, target] = [join(scratch(), "backup"), join(scratch(), "vault")];
    valueOf(await backUp(folder, unlock, file));
    expect(outcome(await vaults.restore(file, target, unlock))).toBe("ok");
    await look(target, (vault) => {
      expect(vault.campaign.find()).toBeUndefined();
      expect(vault.identity.get()).toMatchObject({
        handle: identity.handle,
        secret: identity.secret,
      });
    });
  });

  it("becomes one like any other with its campaign", async () => {
    const source = await emptyVault({ identity });
    await change(source, (vault) => vault.campaign.save(campaign));
    await look(source, (vault) => {
      expect(vault.campaign.get()).toEqual(campaign);
      expect(vault.campaign.find()).toEqual(campaign);
      expect(vault.identity.get()).toEqual(identity);
    });
  });
});

describe("a vault that init has made", () => {
  it("has no identity until it is used with others", async () => {
    const source = await newVault(1);
    expect(await look(source, (vault) => vault.identity.get())).toBeUndefined();
    await change(source, (vault) => vault.identity.save(identity));
    expect(await look(source, (vault) => vault.identity.get())).toEqual(identity);
    expect(await look(source, (vault) => vault.campaign.get())).toEqual(campaign);
  });
});
