/** The stores against plain maps, through transactions that are kept, fail or throw. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { LetterName, TextHash } from "../../../src/domain/letters/letter.ts";
import type { LetterStore } from "../../../src/domain/letters/store.ts";
import type { Person } from "../../../src/domain/people/person.ts";
import { fail, ok } from "../../../src/domain/result.ts";
import { rowsIn } from "../../support/decrypted-image.ts";
import {
  badIn,
  campaign,
  change,
  imageOf,
  look,
  newVault,
  person,
  unlock,
  valueOf,
  vaults,
} from "./sample-vault.ts";
import { answersIn, answersOf, copyOf, emptyModel } from "./store-model.ts";
import { actions, texts, transaction } from "./store-steps.ts";

const metaOf = async (
  folder: string,
): Promise<{ readonly generation: number; readonly unscrubbed: number }> => {
  const image = await imageOf(folder);
  return rowsIn(image, "SELECT generation, unscrubbed FROM meta")[0] as never;
};

describe("the stores of a vault", () => {
  it("hold what plain maps hold, and nothing of a transaction that failed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(transaction, { maxLength: 8 }), async (transactions) => {
        const folder = await newVault(0);
        const vault = valueOf(await vaults.open(folder, unlock));
        let model = emptyModel();
        let kept = 0;
        for (const { steps, ends } of transactions) {
          const next = copyOf(model);
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
          if (ends === "kept") {
            model = next;
            kept += 1;
          }
          expect(answersIn(vault, texts, actions)).toEqual(answersOf(model, texts, actions));
        }
        vault.close();
        expect(await badIn(folder)).toEqual([]);
        // The first one is that of the campaign.
        expect((await metaOf(folder)).generation).toBe(1 + kept);
        expect(await look(folder, (again) => answersIn(again, texts, actions))).toEqual(
          answersOf(model, texts, actions),
        );
      }),
      { numRuns: 60 },
    );
  });

  describe("on their own", () => {
    let folder = "";
    beforeAll(async () => {
      folder = await newVault(0);
    });

    it("keep the campaign as it was given, and its last form", async () => {
      expect(await look(folder, (vault) => vault.campaign.get())).toEqual(campaign);
      const changed = {
        ...campaign,
        name: "見本 “quoted” \u{1F98A}",
        teams: [{ key: "cloud" as TeamKey, name: "Cloud", size: 30 }],
      };
      await change(folder, (vault) => vault.campaign.save(changed));
      expect(await look(folder, (vault) => vault.campaign.get())).toEqual(changed);
    });

    it("find a person by a prefix of the id, at most three, and by a whole alias before that", async () => {
      const ids = ["abcaaaaa", "abcbbbbb", "abccccce", "abcddddd", "zzzzzzzz"];
      await change(folder, ({ people }) => {
        for (const [n, id] of ids.entries())
          people.add({
            ...person(n),
            id: id as Person["id"],
            ...(n === 4 ? { alias: "abca" } : {}),
          });
      });
      const found = async (reference: string): Promise<readonly string[]> =>
        look(folder, (vault) => vault.people.named(reference).map(({ id }) => id));
      expect(await found("abcb")).toEqual(["abcbbbbb"]);
      expect(await found("abc")).toHaveLength(3);
      expect(await found("abca")).toEqual(["zzzzzzzz"]);
      expect(await found("zz")).toEqual(["zzzzzzzz"]);
      for (const nothing of [
        "",
        "ABC",
        "abcbbbbbb",
        "a%",
        "a_",
        "'; DROP TABLE people; --",
        "abc{",
        "ábc",
      ]) {
        expect(await found(nothing), nothing).toEqual([]);
      }
    });

    it("say whether an alias is somebody else's", async () => {
      await look(folder, ({ people }) => {
        expect(people.aliasTaken("abca")).toBe(true);
        expect(people.aliasTaken("abca", "zzzzzzzz" as Person["id"])).toBe(false);
        expect(people.aliasTaken("abca", "abcaaaaa" as Person["id"])).toBe(true);
        expect(people.aliasTaken("free")).toBe(false);
      });
    });

    it("say which of several letters was frozen last and still is", async () => {
      const [first, second, third] = [
        "a-letter",
        "b-letter",
        "c-letter",
      ] as readonly string[] as readonly LetterName[];
      const current = async (doing: (letters: LetterStore) => void): Promise<unknown> => {
        await change(folder, ({ letters }) => doing(letters));
        return look(folder, ({ letters }) => letters.current()?.name);
      };
      const freeze = (name: LetterName | undefined, digit: string) => (letters: LetterStore) =>
        name !== undefined &&
        letters.freeze(name, {
          hash: digit.repeat(64) as TextHash,
          markdown: digit,
          frozenOn: campaign.unit.asOf,
        });
      await change(folder, ({ letters }) => {
        for (const name of [first, second, third]) {
          if (name !== undefined)
            letters.save({
              name,
              template: "t",
              language: "en",
              answers: {},
              demands: [],
              facts: [],
              startedOn: campaign.unit.asOf,
            });
        }
      });
      expect(await current(() => {})).toBeUndefined();
      expect(await current(freeze(third, "3"))).toBe("c-letter");
      expect(await current(freeze(first, "1"))).toBe("a-letter");
      expect(await current(freeze(second, "2"))).toBe("b-letter");
      expect(await current((letters) => second && letters.thaw(second))).toBe("a-letter");
      expect(await current(freeze(third, "3"))).toBe("c-letter");
    });

    it("take any text as it is", async () => {
      const strange = {
        ...person(100),
        name: "O'Hara\u0000\"; --",
        note: "line\nline\u2028\u{1F3F4}",
        code: "q" as Person["code"],
      };
      await change(folder, ({ people }) => people.add(strange));
      expect(await look(folder, ({ people }) => people.byId(strange.id))).toEqual(strange);
    });

    it("throw what is a bug: a pledge of nobody, the same person twice", async () => {
      const vault = valueOf(await vaults.open(folder, unlock));
      const nobody = {
        person: "nobodyxx" as Person["id"],
        action: actions[0] as ActionKey,
        condition: { kind: "none" as const },
        display: "counted" as const,
        state: "pledged" as const,
        since: "2026-11-22" as Day,
      };
      expect(() => vault.transaction(() => ok(vault.pledges.put(nobody)))).toThrow(/FOREIGN KEY/u);
      expect(() => vault.transaction(() => ok(vault.people.add(person(100))))).toThrow(/UNIQUE/u);
      // The failed transactions are closed: another one begins.
      expect(vault.transaction(() => ok("again"))).toEqual(ok("again"));
      vault.close();
    });
  });
});
