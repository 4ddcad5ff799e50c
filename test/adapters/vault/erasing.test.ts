/** Whoever is forgotten is in no byte of the vault any more, and an erasing that was cut short is finished. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

import type { Person } from "../../../src/domain/people/person.ts";
import { ok } from "../../../src/domain/result.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { forgetPerson } from "../../../src/usecases/forget-person.ts";
import { rowsIn } from "../../support/decrypted-image.ts";
import { openByHand } from "./by-hand.ts";
import {
  bytesIn,
  imageOf,
  change,
  identity,
  look,
  newVault,
  opens,
  person,
  put,
  unlock,
  valueOf,
  vaults,
} from "./sample-vault.ts";

const canary = "Canary Quetzalcoatlus";

const traces = (bytes: Buffer): number =>
  bytes.toString("latin1").split(/quetzalcoatlus/iu).length - 1;

/** Somebody whose row is so many bytes longer than at first. */
const grown = (n: number, bytes: number): Person => ({
  ...person(n, `${canary} ${n}`),
  note: `${canary} ${"+".repeat(bytes)}`,
});

/** Three hundred people whose rows grow, shrink and move among others, again and again. */
const fill = (vault: Vault): void => {
  for (let n = 0; n < 300; n += 1) {
    vault.people.add(grown(n, 1));
    vault.people.add(person(1000 + n));
  }
  for (let round = 1; round <= 40; round += 1) {
    for (let n = round % 7; n < 300; n += 7) vault.people.update(grown(n, (n * round * 37) % 1500));
  }
};

const unscrubbedIn = (image: Buffer): unknown => rowsIn(image, "SELECT unscrubbed FROM meta");

describe("forgetting", () => {
  it("leaves nothing of three hundred people who had grown, in no file of the vault", async () => {
    const folder = await newVault(0);
    await change(folder, fill);
    expect(traces(await imageOf(folder))).toBeGreaterThan(600);

    // Deleted alone they leave a few traces, which is what the rewriting is for.
    await change(folder, ({ people }) => {
      for (let n = 0; n < 300; n += 1) people.remove(person(n).id);
    });
    const before = await imageOf(folder);
    expect(
      rowsIn(before, `SELECT count(*) AS n FROM people WHERE name LIKE '%${canary}%'`),
    ).toEqual([{ n: 0 }]);

    // What killed commands left: a copy of the database for a backup, and a header on its way.
    const left = ["vault.db.0123456789ab.part", "vault.db.0123456789ab.part-journal"];
    for (const name of [...left, "vault.json.0123456789ab.part"]) put(folder, name, "left behind");
    await look(folder, (vault) => vault.scrub());
    expect(readdirSync(folder).filter((name) => name.includes(".part"))).toEqual([
      "vault.json.0123456789ab.part",
    ]);
    const image = await imageOf(folder);
    expect(traces(image)).toBe(0);
    for (const name of readdirSync(folder)) expect(traces(bytesIn(folder, name)), name).toBe(0);
    expect(rowsIn(image, "SELECT count(*) AS n FROM people")).toEqual([{ n: 300 }]);
    expect(unscrubbedIn(image)).toEqual([{ unscrubbed: 0 }]);
  });

  it("takes everything along that hung on the person", async () => {
    const folder = await newVault(0);
    const [gone, stays] = [grown(1, 30), person(2)];
    await change(folder, ({ people, pledges, letters }) => {
      letters.save({
        name: "first-letter" as never,
        template: "employer-demands",
        language: "en",
        answers: {},
        demands: [],
        facts: [],
        startedOn: gone.addedOn,
      });
      letters.freeze("first-letter" as never, {
        hash: "a".repeat(64) as never,
        markdown: "Text.\n",
        frozenOn: gone.addedOn,
      });
      for (const { id } of [gone, stays].map((one) => (people.add(one), one))) {
        people.assess(id, { level: 2, basis: "hearsay", day: gone.addedOn });
        pledges.put({
          person: id,
          action: "sign" as never,
          condition: { kind: "none" },
          display: "named",
          state: "confirmed",
          since: gone.addedOn,
        });
        letters.sign({ person: id, text: "a".repeat(64) as never, signedOn: gone.addedOn });
      }
    });
    await look(folder, (vault) => forgetPerson(vault, gone));
    const image = await imageOf(folder);
    for (const table of ["assessments", "pledges", "signatures"]) {
      expect(rowsIn(image, `SELECT DISTINCT person FROM ${table}`), table).toEqual([
        { person: stays.id },
      ]);
    }
    expect(image.includes(gone.id)).toBe(false);
    expect(image.includes(gone.code)).toBe(false);
    expect(traces(image)).toBe(0);
  });

  it("takes along what opens her line in our last tally, and what our lists of signers say of her", async () => {
    const folder = await newVault(0);
    const [gone, stays] = [grown(1, 30), person(2)];
    const source = { from: identity.fingerprint, incarnation: identity.incarnation };
    const [token, otherToken] = ["GoneGoneGoneGoneGoneGo", "StaysStaysStaysStaysSt"];
    const salt = (byte: number): Uint8Array => new Uint8Array(16).fill(byte);
    const list = Buffer.from(`${canary} 1`);
    await change(folder, ({ people, tallies, signers }) => {
      for (const one of [gone, stays]) people.add(one);
      const own = { ...source, seq: 1, sha256: "1".repeat(64) as never, prev: undefined };
      tallies.keepOwn(
        { ...own, payload: Buffer.from("no token"), signature: list.subarray(0, 1), named: false },
        [
          { person: gone.id, token: token as never, salt: salt(0xa7) },
          { person: stays.id, token: otherToken as never, salt: salt(0xb9) },
        ],
        [],
      );
      for (const [seq, text] of ["d", "e"].entries()) {
        const snapshot = { ...own, seq: seq + 1, payload: list, signature: list };
        signers.keepOwn(text.repeat(64) as never, snapshot);
      }
    });
    const before = await imageOf(folder);
    const hers = [Buffer.from(token), Buffer.from("a7".repeat(16)), Buffer.from(gone.id)];
    expect([...hers, list].map((trace) => before.includes(trace))).toEqual([
      true,
      true,
      true,
      true,
    ]);

    await look(folder, (vault) => forgetPerson(vault, gone));
    const image = await imageOf(folder);
    expect(hers.map((trace) => image.includes(trace))).toEqual([false, false, false]);
    expect(traces(image)).toBe(0);
    await look(folder, ({ tallies, signers }) => {
      expect(tallies.openings()).toEqual([
        { person: stays.id, token: otherToken, salt: salt(0xb9) },
      ]);
      expect(tallies.own()).toMatchObject({
        seq: 1,
        payload: Uint8Array.from(Buffer.from("no token")),
      });
      // The numbers go on, and the next list names the hash of this one.
      expect(["d", "e"].map((text) => signers.own(text.repeat(64) as never))).toMatchObject([
        { seq: 1, sha256: "1".repeat(64), payload: new Uint8Array() },
        { seq: 2, sha256: "1".repeat(64), payload: new Uint8Array() },
      ]);
    });
  });

  it("says so when another pledge is in the way, and the next opening finishes it", async () => {
    const folder = await newVault(0);
    await change(folder, fill);
    const other = valueOf(await vaults.open(folder, unlock));
    const vault = valueOf(await vaults.open(folder, unlock));
    vault.transaction(() => {
      for (let n = 0; n < 300; n += 1) vault.people.remove(person(n).id);
      return ok(undefined);
    });
    other.transaction(() => {
      expect(() => vault.scrub()).toThrow("erasure-unfinished");
      return ok(undefined);
    });
    vault.close();
    other.close();
    const cut = await imageOf(folder);
    expect(unscrubbedIn(cut)).toEqual([{ unscrubbed: 300 }]);
    expect(await opens(folder)).toBe("ok");
    const image = await imageOf(folder);
    expect(traces(image)).toBe(0);
    expect(unscrubbedIn(image)).toEqual([{ unscrubbed: 0 }]);
  });

  it("says so when somebody still reads the old pages from the log", async () => {
    const folder = await newVault(0);
    await change(folder, fill);
    const reader = await openByHand(folder);
    const vault = valueOf(await vaults.open(folder, unlock));
    reader.exec("BEGIN");
    reader.prepare("SELECT count(*) FROM people").all();
    expect(() => forgetPerson(vault, person(1))).toThrow("erasure-unfinished");
    vault.close();
    reader.close();
    expect(await opens(folder)).toBe("ok");
    const image = await imageOf(folder);
    expect(unscrubbedIn(image)).toEqual([{ unscrubbed: 0 }]);
    expect(image.includes(person(1).id)).toBe(false);
  });
});
