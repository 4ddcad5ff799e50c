/**
 * A vault that the commands of pledge 0.1.0 made: sample data, the light key derivation, the
 * passphrase of all samples. The fixture of every released version stays here for good, so that no
 * vault is left behind.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import type { Database } from "../../../src/adapters/vault/driver.ts";
import { latestSchema, migrate, schemaOf } from "../../../src/adapters/vault/migrations.ts";
import { createVaults } from "../../../src/adapters/vault/vaults.ts";
import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";
import type { PersonId } from "../../../src/domain/people/person.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { campaign as anyCampaign } from "../../support/campaigns.ts";
import { decryptedImage, rowsIn } from "../../support/decrypted-image.ts";
import { passphrase } from "../../support/sample.ts";
import { Driver } from "./by-hand.ts";
import { forged } from "./sample-backup.ts";
import { put, scratch, valueOf } from "./sample-vault.ts";

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`fixtures/schema-1/${name}`, import.meta.url));

// Argon2id for real, as the fixture was made.
const vaults = createVaults();
const unlock = { by: "passphrase", passphrase } as const;

const ids = { ana: "rvxvqhxj", li: "wgndbysm" } as Readonly<Record<string, string>> as {
  readonly ana: PersonId;
  readonly li: PersonId;
};
const hash = "58ed11506931b27d93e36d630940caa79bebda20aceeac32731abe128f8f6ab6";

/** What the vault is about, with the settings that it did not have. */
const settled = {
  name: "No contracts with the police",
  employer: "Example Corp",
  organizer: "rowan",
  unit: { name: "Engineering", size: 60, asOf: "2026-11-01" },
  teams: [
    { key: "cloud", name: "Cloud", size: 30 },
    { key: "ads", name: "Ads" },
  ],
  actions: ["sign", "refuse", "walkout", "strike"],
  thresholds: [
    { action: "sign", atLeast: 20 },
    { action: "walkout", atLeastPercent: 30 },
  ],
  addressee: { name: "Dana Roe", title: "Chief Executive Officer" },
  demands: [
    "drop-contracts",
    "no-business-with-contractors",
    "require-subpoenas",
    "stronger-encryption",
  ],
  settings: { smallestTeam: 10, oldAfterDays: 14 },
};

const copied = (): string => {
  const folder = scratch();
  put(folder, "vault.db", fixture("vault.db"));
  put(folder, "vault.json", fixture("vault.json.bak"));
  return folder;
};

/** Everything that the fixture was filled with. */
const expectAll = (vault: Vault): void => {
  expect(vault.campaign.get()).toEqual({ id: vault.campaign.get().id, ...settled });
  expect(vault.people.summaries()).toMatchObject([
    {
      person: {
        id: ids.ana,
        name: "Ana Gómez",
        alias: "heron",
        team: "cloud",
        role: "SRE",
        contacts: [{ kind: "signal", value: "+15550100" }],
        note: "Prefers mornings.\nHas met the press.",
        addedOn: "2026-11-20",
      },
      assessment: 1,
      pledges: [
        { action: "sign", state: "confirmed", display: "named", condition: { kind: "none" } },
        { action: "walkout", state: "pledged", condition: { kind: "at-least", people: 30 } },
      ],
    },
    {
      person: { id: ids.li, name: "李小龙", alias: "crane", team: "ads", addedOn: "2026-11-21" },
      pledges: [
        { action: "sign", state: "pledged", display: "counted" },
        {
          action: "strike",
          state: "withdrawn",
          condition: { kind: "at-least-percent", percent: 30 },
        },
      ],
    },
  ]);
  expect(vault.people.findable().map(({ sought }) => sought)).toEqual([
    "ana gomez\nheron\nsre\n+15550100\n15550100",
    "李小龙\ncrane",
  ]);
  const [letter, ...others] = vault.letters.all();
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    name: "first-letter",
    template: "employer-demands",
    answers: { answerBy: "2027-03-31", place: "Riverton" },
    startedOn: "2026-11-22",
    frozen: { hash, frozenOn: "2026-11-22" },
  });
  expect(vault.letters.current()).toEqual(letter);
  expect([...vault.letters.signedTexts()]).toEqual([[ids.ana, hash]]);
  if (letter !== undefined) expect(vault.letters.isShared(letter.name)).toBe(false);
  expect(vault.identity.get()).toBeUndefined();
  expect([vault.committee.all(), vault.tallies.sources(), vault.tallies.openings()]).toEqual([
    [],
    [],
    [],
  ]);
};

describe("a vault of schema 1", () => {
  it("is brought up to the schema of today when it is opened, with everything that was in it", async () => {
    const folder = copied();
    const vault = valueOf(await vaults.open(folder, unlock));
    expectAll(vault);
    vault.close();
    const image = await decryptedImage(folder, passphrase);
    expect(rowsIn(image, "PRAGMA user_version")).toEqual([{ user_version: latestSchema }]);
    const again = valueOf(await vaults.open(folder, unlock));
    expectAll(again);
    again.close();
    const findings = valueOf(await vaults.examine(folder, unlock));
    expect(findings.filter(({ state }) => state === "bad")).toEqual([]);
  });

  it("is brought up when it comes from a backup, too", async () => {
    const file = join(scratch(), "backup");
    const target = join(scratch(), "vault");
    writeFileSync(file, forged(fixture("vault.json.bak").toString("utf8"), fixture("vault.db")));
    valueOf(await vaults.restore(file, target, unlock));
    const vault = valueOf(await vaults.open(target, unlock));
    expectAll(vault);
    vault.close();
  });
});

describe("the steps from schema 1", () => {
  let image: Buffer = Buffer.alloc(0);

  beforeAll(async () => {
    image = await decryptedImage(copied(), passphrase);
  });

  /** The fixture in plain text and in memory. */
  const inMemory = (): Database =>
    new (Driver as unknown as new (image: Buffer) => Database)(Buffer.from(image));
  const definitionIn = (database: Database): string =>
    (database.prepare("SELECT definition FROM campaign").get() as { readonly definition: string })
      .definition;
  const tablesIn = (database: Database): readonly unknown[] =>
    database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();

  it("begins at schema 1", () => {
    const database = inMemory();
    expect(schemaOf(database)).toBe(1);
    expect(definitionIn(database)).not.toContain("settings");
    database.close();
  });

  it("gives any campaign its settings and leaves it in canonical JSON", () => {
    fc.assert(
      fc.property(anyCampaign, fc.string({ unit: "grapheme" }), (one, odd) => {
        const { settings: _, ...before } = { ...one, name: `${one.name}${odd}` };
        const database = inMemory();
        database.prepare("UPDATE campaign SET definition = ?").run(canonicalJson(before as never));
        migrate(database);
        expect(definitionIn(database)).toBe(
          canonicalJson({ ...before, settings: { smallestTeam: 10, oldAfterDays: 14 } } as never),
        );
        database.close();
      }),
    );
  });

  it("is taken whole or not at all", () => {
    const database = inMemory();
    database.exec("CREATE TABLE openings (anything TEXT)");
    const before = [tablesIn(database), definitionIn(database)];
    expect(() => migrate(database)).toThrow(/openings already exists/u);
    expect([tablesIn(database), definitionIn(database)]).toEqual(before);
    expect(schemaOf(database)).toBe(1);
    expect(database.inTransaction).toBe(false);
    database.close();
  });

  it("is taken once when two pledges open the vault together", () => {
    const database = inMemory();
    const waiting: Database = {
      prepare: (sql) => database.prepare(sql),
      pragma: (sql, options) => database.pragma(sql, options),
      key: (key) => database.key(key),
      rekey: (key) => database.rekey(key),
      close: () => database.close(),
      // The other one has the lock first, and is done when it is ours.
      exec: (sql) => {
        if (sql === "BEGIN IMMEDIATE" && schemaOf(database) === 1) migrate(database);
        return database.exec(sql);
      },
      get inTransaction() {
        return database.inTransaction;
      },
    };
    migrate(waiting);
    expect(schemaOf(database)).toBe(latestSchema);
    expect(database.inTransaction).toBe(false);
    database.close();
  });
});
