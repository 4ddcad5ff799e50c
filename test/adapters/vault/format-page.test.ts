/** docs/vault-format.md, held to its word: a vault is opened by what the page says and nothing of ours. */
import { createHash, createHmac, hkdfSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createVaults } from "../../../src/adapters/vault/vaults.ts";
import {
  canonical,
  dataKeyOf,
  decryptedImage,
  headerIn,
  keyFor,
  rowsIn,
  slotOf,
  unwrapped,
} from "../../support/decrypted-image.ts";
import type { Day } from "../../../src/domain/day.ts";
import { strangersDigest } from "../../support/strangers-digest.ts";
import { valueOf } from "./sample-vault.ts";

const scratch = mkdtempSync(join(tmpdir(), "pledge-format-"));
const folder = join(scratch, "vault");
// A decomposed e with acute, as some keyboards give it: the page says NFC.
const passphrase = "six words or a passphrase with an e\u0301 in it";
const campaign = {
  id: "6f1c1f6e-0d5a-4c58-9a57-2f8b5c3a9e01",
  name: "No contracts with the police",
  employer: "Example Corp",
  organizer: "rowan",
  unit: { name: "Engineering", size: 60, asOf: "2026-11-22" },
  teams: [],
  actions: ["sign"],
  thresholds: [],
  demands: [],
  settings: { smallestTeam: 10, oldAfterDays: 14 },
};
const person = {
  id: "kqfmwtab",
  name: "Sample Person",
  contacts: [{ kind: "signal", value: "+15550100" }],
  supervisor: "no",
  supporter: false,
  doNotContact: false,
  issues: ["workload"],
  consents: [],
  elsewhere: [],
  code: "K7QF-2M9T-XR4D-8WNA",
  addedOn: "2026-11-22",
};

const identity = {
  handle: "rowan",
  fingerprint: "0123456789abcdef0123456789abcdef01234567",
  certificate: Uint8Array.of(0x99, 0, 255),
  secret: Uint8Array.of(0x95, 0, 254),
  revocation: "a revocation\n",
  incarnation: "3f0a6c52-7f5e-4d0b-9a3c-1f2e3d4c5b6a",
  supersedes: ["0a4b1f6e-0d5a-4c58-9a57-2f8b5c3a9e02"],
  exchangeName: "00112233aabbccdd",
};

/** Their first column is a 1 that nobody reads. */
const ofOneRow =
  "meta campaign retention identity attestation receipts own_commitments audit_round".split(" ");

let words = "";
let dataKey: Buffer = Buffer.alloc(0);

beforeAll(async () => {
  // Real Argon2id; the light setting, because the other one takes WebAssembly more than a second.
  const vaults = createVaults();
  const unlock = { by: "passphrase", passphrase: passphrase.normalize("NFC") } as const;
  const key = { passphrase: unlock.passphrase, kdf: "light" } as const;
  const vault = valueOf(await vaults.create(folder, key, { campaign } as never));
  vault.transaction(() => {
    vault.people.add(person as never);
    vault.identity.save(identity as never);
    return { ok: true, value: undefined };
  });
  vault.close();
  const recovery = valueOf(await vaults.newRecovery(folder, unlock));
  valueOf(recovery.keep());
  words = recovery.made;
  dataKey = await dataKeyOf(folder, passphrase);
  valueOf(
    await vaults.backup(folder, unlock, {
      file: join(scratch, "backup"),
      day: "2026-11-22" as Day,
    }),
  );
});

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** BIP 39 by hand: 24 times 11 bits are 256 bits and the first 8 of their SHA-256. */
const entropyOf = (text: string): Buffer => {
  const bits = text
    .split(" ")
    .map((word) => wordlist.indexOf(word).toString(2).padStart(11, "0"))
    .join("");
  const bytes = Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const entropy = bytes.subarray(0, 32);
  expect(bytes).toHaveLength(33);
  expect(bytes[32]).toBe(createHash("sha256").update(entropy).digest()[0]);
  return entropy;
};

describe("the format page", () => {
  it("has the one spelling of vault.json", () => {
    const text = readFileSync(join(folder, "vault.json"), "utf8");
    expect(canonical(JSON.parse(text))).toBe(text);
    expect(readFileSync(join(folder, "vault.json.bak"), "utf8")).toBe(text);
    expect(Object.keys(headerIn(folder))).toEqual([
      "generation",
      "mac",
      "pending",
      "slots",
      "v",
      "vault",
    ]);
  });

  it("leads from the passphrase to the rows of the database", async () => {
    const image = await decryptedImage(folder, passphrase);
    expect(image.subarray(0, 16).toString("latin1")).toBe("SQLite format 3\0");
    expect(rowsIn(image, "PRAGMA user_version")).toEqual([{ user_version: 20 }]);
    expect(rowsIn(image, "PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
    expect(rowsIn(image, "SELECT * FROM people")).toEqual([
      {
        id: "kqfmwtab",
        name: "Sample Person",
        name_key: "sample person",
        alias: null,
        team: null,
        role: null,
        contacts: '[{"kind":"signal","value":"+15550100"}]',
        supervisor: "no",
        supporter: 0,
        note: null,
        code: "K7QF-2M9T-XR4D-8WNA",
        added_on: "2026-11-22",
        site: null,
        shift: null,
        employment: null,
        language: null,
        pronouns: null,
        do_not_contact: 0,
        leader: null,
        covered_by: null,
        issues: '["workload"]',
        shared_note: null,
        sought: "sample person\n+15550100\n15550100",
        source: null,
        consents: "[]",
        came_with: null,
        edited: 0,
        elsewhere: "[]",
      },
    ]);
    expect(rowsIn(image, "SELECT definition FROM campaign")).toEqual([
      { definition: canonical(campaign) },
    ]);
    const { vault, generation } = headerIn(folder);
    const { buckets, root } = strangersDigest(image);
    expect(rowsIn(image, "SELECT * FROM meta")).toEqual([
      { id: 1, vault, generation: 3, header_generation: generation, unscrubbed: 0, digest: root },
    ]);
    expect(rowsIn(image, "SELECT of, bucket, digest FROM row_digests ORDER BY 1, 2")).toEqual(
      buckets.map(([of, bucket, digest]) => ({ of, bucket, digest })),
    );
  });

  it("says how bytes and lists stand in the database", async () => {
    const image = await decryptedImage(folder, dataKey);
    expect(rowsIn(image, "SELECT * FROM identity")).toEqual([
      {
        id: 1,
        handle: "rowan",
        fingerprint: identity.fingerprint,
        certificate: Buffer.from([0x99, 0, 255]),
        secret: Buffer.from([0x95, 0, 254]),
        revocation: "a revocation\n",
        incarnation: identity.incarnation,
        supersedes: '["0a4b1f6e-0d5a-4c58-9a57-2f8b5c3a9e02"]',
        exchange_name: "00112233aabbccdd",
      },
    ]);
  });

  it("names every table and column that there is", async () => {
    const image = await decryptedImage(folder, dataKey);
    const page = readFileSync(new URL("../../../docs/vault-format.md", import.meta.url), "utf8");
    const rows = rowsIn(
      image,
      `SELECT tables.name AS "table", columns.name AS "column"
       FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite%'`,
    ) as readonly { readonly table: string; readonly column: string }[];
    expect(rows.length).toBeGreaterThan(110);
    for (const { table, column } of rows) {
      const [line] = page.match(new RegExp(`^\\| \`${table}\` \\|.*$`, "mu")) ?? [];
      if (column !== "id" || !ofOneRow.includes(table))
        expect(line, `${table}.${column}`).toContain(`\`${column}\``);
    }
  });

  it("leads from the recovery words to the same data key", () => {
    const header = headerIn(folder);
    const slot = slotOf(header, "recovery");
    const salt = Buffer.from(slot.kdf.salt, "base64url");
    const slotKey = Buffer.from(
      hkdfSync("sha256", entropyOf(words), salt, "pledge/v1/recovery", 32),
    );
    expect(unwrapped(header, slot, slotKey)).toEqual(dataKey);
  });

  it("says how the header is authenticated", () => {
    const { mac, ...rest } = headerIn(folder);
    const key = keyFor(dataKey, rest.vault, "pledge/v1/header-mac", 32);
    expect(createHmac("sha256", key).update(canonical(rest)).digest("base64url")).toBe(mac);
  });

  it("says what a backup is", () => {
    const bytes = readFileSync(join(scratch, "backup"));
    const end = bytes.indexOf("\n");
    const head = JSON.parse(bytes.toString("utf8", 0, end)) as {
      readonly header: string;
      readonly database: { readonly bytes: number; readonly sha256: string };
    };
    const database = bytes.subarray(end + 1);
    expect(canonical(head)).toBe(bytes.toString("utf8", 0, end));
    expect(head).toMatchObject({ type: "pledge-backup", v: 1 });
    expect(head.header).toBe(readFileSync(join(folder, "vault.json"), "utf8"));
    expect(head.database).toEqual({
      bytes: database.length,
      sha256: createHash("sha256").update(database).digest("hex"),
    });
    expect(database.subarray(0, 16)).toEqual(
      readFileSync(join(folder, "vault.db")).subarray(0, 16),
    );
  });
});
