/** The stores of a committee against plain maps, through transactions of two writers who come and go. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import type { KeptCommittee } from "../../../src/domain/committee/committee.ts";
import { fail, ok } from "../../../src/domain/result.ts";
import type { Held } from "../../../src/domain/tallies/snapshot.ts";
import type { OwnSnapshot } from "../../../src/domain/tallies/store.ts";
import type { Hash, Token } from "../../../src/domain/tallies/tally.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { answersIn, answersOf, emptyModel } from "./committee-model.ts";
import { pool } from "./committee-samples.ts";
import { transaction } from "./committee-steps.ts";
import {
  change,
  emptyVault,
  identity,
  look,
  newVault,
  person,
  unlock,
  valueOf,
  vaults,
  badIn,
} from "./sample-vault.ts";

describe("what a vault holds of a committee", () => {
  it("is what plain maps hold, whoever wrote it, and nothing of a transaction that failed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(transaction, { maxLength: 8 }), async (transactions) => {
        const folder = await emptyVault({ identity });
        const open = async (): Promise<Vault> => valueOf(await vaults.open(folder, unlock));
        const writers = [await open(), await open()];
        let model = { ...emptyModel(), identity };
        for (const { by, cameBack, steps, ends } of transactions) {
          if (cameBack) {
            writers[by]?.close();
            writers[by] = await open();
          }
          const vault = writers[by] as Vault;
          // Nothing in a model is changed in place.
          const next = { ...model };
          const run = (): unknown =>
            vault.transaction(() => {
              for (const one of steps) {
                one.vault(vault);
                one.model(next);
              }
              if (ends === "thrown") throw new Error("as planned");
              return ends === "kept" ? ok("kept") : fail("failed");
            });
          if (ends === "thrown") expect(run).toThrow("as planned");
          else expect(run()).toEqual(ends === "kept" ? ok("kept") : fail("failed"));
          if (ends === "kept") model = next;
          for (const each of writers) expect(answersIn(each, pool)).toEqual(answersOf(model, pool));
        }
        for (const each of writers) each.close();
        expect(await badIn(folder)).toEqual([]);
        expect(await look(folder, (again) => answersIn(again, pool))).toEqual(
          answersOf(model, pool),
        );
      }),
      { numRuns: 40 },
    );
  });
});

const hash = (digit: string): Hash => digit.repeat(64) as Hash;
const [source] = pool.sources;
const [text] = pool.texts;
if (source === undefined || text === undefined) throw new Error("the pool is empty");
const link = { seq: 1, sha256: hash("1"), prev: undefined };
const bytes = { payload: Uint8Array.of(1), signature: Uint8Array.of(2) };
const held: Held = { ...source, links: [link], tops: [{ ...source, ...link, ...bytes }] };
const own: OwnSnapshot = { ...source, ...link, ...bytes, named: false };
const kept: KeptCommittee = {
  number: 1,
  sha256: hash("c"),
  payload: bytes.payload,
  signatures: [bytes.signature],
  signers: [source.from],
  fingerprints: [source.from],
  anchor: true,
};
const opening = {
  person: person(1).id,
  token: "A".repeat(22) as Token,
  salt: new Uint8Array(16),
};

describe("the stores of a committee", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await newVault(2);
    await change(folder, ({ tallies }) => tallies.keepOwn(own, [opening], []));
  });

  const refused: readonly (readonly [string, (vault: Vault) => void, RegExp])[] = [
    ["a number of ours a second time", ({ tallies }) => tallies.keepOwn(own, [], []), /UNIQUE/u],
    [
      "the opening of nobody",
      ({ tallies }) =>
        tallies.keepOwn({ ...own, seq: 2 }, [{ ...opening, person: person(9).id }], []),
      /an opening of nobody/u,
    ],
    [
      "two openings of one token",
      ({ tallies }) =>
        tallies.keepOwn({ ...own, seq: 2 }, [opening, { ...opening, person: person(2).id }], []),
      /two openings of one token/u,
    ],
    [
      "a salt of another length",
      ({ tallies }) =>
        tallies.keepOwn({ ...own, seq: 2 }, [{ ...opening, salt: new Uint8Array(15) }], []),
      /a salt of another length/u,
    ],
    [
      "a commitment of another length",
      ({ tallies }) => tallies.keepOwn({ ...own, seq: 2 }, [], [new Uint8Array(31)]),
      /CHECK/u,
    ],
    [
      "a payload whose link is missing",
      ({ tallies }) => tallies.keep({ ...held, links: [] }),
      /FOREIGN KEY/u,
    ],
    [
      "a snapshot numbered 0",
      ({ signers }) => signers.keep(text, { ...held, links: [{ ...link, seq: 0 }], tops: [] }),
      /CHECK/u,
    ],
    ["a committee numbered 0", ({ committee }) => committee.keep({ ...kept, number: 0 }), /CHECK/u],
    [
      "a signature of nobody",
      ({ committee }) => committee.keep({ ...kept, signers: [] }),
      /NOT NULL/u,
    ],
    [
      "two signatures of one member",
      ({ committee }) =>
        committee.keep({
          ...kept,
          signatures: [bytes.signature, bytes.payload],
          signers: [source.from, source.from],
        }),
      /UNIQUE/u,
    ],
  ];

  it.each(refused)("throw what is a bug: %s", async (_, work, why) => {
    await look(folder, (vault) => {
      const before = answersIn(vault, pool);
      expect(() => vault.transaction(() => ok(work(vault)))).toThrow(why);
      expect(answersIn(vault, pool)).toEqual(before);
    });
  });

  it("tell tallies from lists of signers, and one text from another", async () => {
    const [, other] = pool.texts;
    if (other === undefined) throw new Error("one text only");
    await change(folder, ({ signers }) => {
      signers.keep(text, held);
      signers.keepOwn(text, own);
    });
    await look(folder, ({ tallies, signers }) => {
      expect(tallies.sources()).toEqual([]);
      expect(signers.sources(other)).toEqual([]);
      expect(signers.own(other)).toBeUndefined();
      expect(signers.sources(text)).toEqual([held]);
    });
  });
});
