/** The stores of facts, demands, deliveries and publications against plain maps, and what may refer to what. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import type { DemandKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Fact, FactKey } from "../../../src/domain/letters/fact.ts";
import type { Letter, LetterName, TextHash } from "../../../src/domain/letters/letter.ts";
import { fail, ok } from "../../../src/domain/result.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { rowsIn } from "../../support/decrypted-image.ts";
import { answersIn, answersOf, emptyModel } from "./letter-work-model.ts";
import { pool } from "./letter-work-pool.ts";
import { startLetters, transaction } from "./letter-work-steps.ts";
import {
  change,
  imageOf,
  look,
  newVault,
  person,
  unlock,
  valueOf,
  vaults,
  badIn,
} from "./sample-vault.ts";

const day = "2026-11-22" as Day;

describe("the stores around a letter", () => {
  it("hold what plain maps hold, and nothing of a transaction that failed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(transaction, { maxLength: 8 }), async (transactions) => {
        const folder = await newVault(0);
        await change(folder, startLetters);
        const vault = valueOf(await vaults.open(folder, unlock));
        let model = emptyModel();
        for (const { steps, ends } of transactions) {
          const next = { ...model };
          vault.transaction(() => {
            for (const one of steps) {
              one.vault(vault);
              one.model(next);
            }
            return ends === "kept" ? ok("kept") : fail("failed");
          });
          if (ends === "kept") model = next;
          expect(answersIn(vault, pool)).toEqual(answersOf(model, pool));
        }
        vault.close();
        const [meta] = rowsIn(await imageOf(folder), "SELECT unscrubbed FROM meta");
        expect(meta).toEqual({ unscrubbed: model.erased });
        // Opened again: what was taken away is rewritten out of the file, and all else is there.
        expect(await look(folder, (again) => answersIn(again, pool))).toEqual(
          answersOf(model, pool),
        );
        const [after] = rowsIn(await imageOf(folder), "SELECT unscrubbed FROM meta");
        expect(after).toEqual({ unscrubbed: 0 });
        expect(await badIn(folder)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  describe("keep to what is there", () => {
    let folder = "";
    beforeAll(async () => {
      folder = await newVault(1);
      await change(folder, startLetters);
    });

    const [letter, text] = [pool.letters[0] as LetterName, pool.texts[0] as TextHash];
    const delivery = { letter, text, addressee: "Dana Roe", way: "by hand", on: day };
    const refusals: readonly (readonly [string, (vault: Vault) => unknown])[] = [
      [
        "a delivery of a letter that is not there",
        ({ deliveries }) => deliveries.add({ ...delivery, letter: "no-letter" as LetterName }),
      ],
      [
        "a delivery of a text that is not there",
        ({ deliveries }) => deliveries.add({ ...delivery, text: "f".repeat(64) as TextHash }),
      ],
      [
        "an answer to no delivery",
        ({ deliveries }) => deliveries.respond({ delivery: 9, on: day, answers: [] }),
      ],
      [
        "a publication of no text",
        ({ publications }) =>
          publications.add({
            text: "f".repeat(64) as TextHash,
            on: day,
            roles: new Map(),
            others: { workers: 0, supporters: 0 },
          }),
      ],
      [
        "a letter about no delivery",
        ({ letters }) => letters.save({ ...(letters.byName(letter) as Letter), about: 9 }),
      ],
    ];

    it.each(refusals)("and throw at %s, which is a bug", async (_, work) => {
      await look(folder, (vault) => {
        expect(() => vault.transaction(() => ok(work(vault)))).toThrow(/FOREIGN KEY/u);
      });
    });

    it("number a delivery that failed to be kept once more", async () => {
      await look(folder, (vault) => {
        expect(vault.transaction(() => ok(vault.deliveries.add(delivery)))).toEqual(ok(1));
        vault.transaction(() => fail(vault.deliveries.add(delivery)));
        expect(vault.transaction(() => ok(vault.deliveries.add(delivery)))).toEqual(ok(2));
      });
    });

    it("stay as they are when a person is forgotten: none of them is about one", async () => {
      const fact: Fact = {
        key: "minutes-2026" as FactKey,
        claim: "A claim.",
        source: "Minutes",
        date: day,
        known: "work",
        letThrough: false,
      };
      await change(folder, ({ facts, demands }) => {
        facts.put(fact);
        demands.change("drop-contracts" as DemandKey, { state: "refused", since: day });
      });
      const before = await look(folder, (vault) => answersIn(vault, pool));
      await change(folder, ({ people }) => people.remove(person(1).id));
      expect(await look(folder, (vault) => answersIn(vault, pool))).toEqual(before);
    });
  });

  it("leave nothing of a fact in the file once it is taken away and the file rewritten", async () => {
    const folder = await newVault(0);
    const secret = "The archive of the Riverton police runs in region seven.";
    const key = "work-2026" as FactKey;
    await change(folder, ({ facts }) => {
      for (let n = 0; n < 200; n += 1) {
        facts.put({
          key: (n === 100 ? key : `fact-${n}`) as FactKey,
          claim: n === 100 ? secret : `Claim ${n}. ${"word ".repeat(20)}`,
          source: "Minutes",
          date: day,
          known: "work",
          letThrough: false,
        });
      }
    });
    expect((await imageOf(folder)).includes(secret)).toBe(true);
    await change(folder, ({ facts }) => facts.remove(key));
    await look(folder, () => {});
    expect((await imageOf(folder)).includes(secret)).toBe(false);
  });
});
