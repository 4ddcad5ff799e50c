/** Nothing of what an organizer wrote goes with a handover, in whatever text of the vault it is. */
import * as fc from "fast-check";
import { expect, it } from "vitest";

import type { PersonId } from "../../../src/domain/people/person.ts";
import { ok } from "../../../src/domain/result.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { writeHandover } from "../../../src/domain/handovers/write-handover.ts";
import { wholes } from "../../domain/handovers/any-handover.ts";
import { committeeOf } from "../../support/committee-world.ts";
import { freezeLetter } from "../../support/sample-people.ts";
import type { TestWorld } from "../../support/world.ts";
import { empty, fill, handoverFrom, today } from "./two-vaults.ts";

const canary = "XcanaryX";

/** Every kind of text in which anybody may be named, besides what is noted of people. */
const writeDown = (vault: Vault): void => {
  vault.transaction(() => {
    const day = today;
    const letter = { name: "draft" as never, template: "petition", language: "en" } as const;
    vault.letters.save({
      ...letter,
      source: canary,
      answers: { words: canary },
      demands: [],
      facts: [],
      startedOn: day,
    });
    vault.facts.put({
      key: "f" as never,
      claim: canary,
      source: canary,
      date: day,
      known: "work",
      letThrough: false,
    });
    vault.structureTests.add({ name: "badge" as never, ask: canary, begunOn: day });
    vault.leftOut.add({ from: "a".repeat(40) as never, reason: canary, on: day });
    vault.demands.change("own" as never, { state: "refused", since: day, words: canary });
    const text = "a".repeat(64) as never;
    const number = vault.deliveries.add({
      letter: "sample-letter" as never,
      text,
      addressee: canary,
      way: canary,
      on: day,
    });
    const answer = { demand: "own" as never, state: "refused", words: canary } as const;
    vault.deliveries.respond({ delivery: number, on: day, answers: [answer] });
    vault.imports.begin(day, canary);
    return ok(undefined);
  });
};

/** The notes of a person, and what she was asked to do. */
const noteOf = (vault: Vault, id: PersonId): void => {
  const person = vault.people.byId(id);
  if (person === undefined) throw new Error("nobody");
  vault.people.update({
    ...person,
    note: canary,
    sharedNote: canary,
    source: canary,
    issues: [canary],
  });
  vault.structureTests.tick("badge" as never, { person: id, step: "asked", day: today });
};

it("leaves everything that was written down where it is", async () => {
  const { rowan } = (await committeeOf({ founder: "rowan", joiners: ["heron"] })) as Record<
    "rowan",
    TestWorld
  >;
  await freezeLetter(rowan, "sample-letter", "a");
  await rowan.inVault((vault) => {
    writeDown(vault);
    fc.assert(
      fc.property(wholes, (all) => {
        fill(vault, all);
        try {
          vault.transaction(() => {
            for (const { exported } of all) noteOf(vault, exported.person.id);
            return ok(undefined);
          });
          const places = vault.freeTexts
            .all()
            .flatMap(({ place, texts }) => (texts.includes(canary) ? [place.in] : []));
          // Else this would prove nothing.
          expect([...new Set(places)].toSorted()).toEqual([
            "delivery",
            "demand",
            "draft",
            "fact",
            "import",
            "left-out",
            "note",
            "test",
          ]);
          expect(places.filter((place) => place === "note")).toHaveLength(4 * all.length);
          const payload = Buffer.from(writeHandover(handoverFrom(vault, "heron")));
          expect(payload.toString("utf8")).not.toContain(canary);
        } finally {
          empty(vault);
        }
      }),
      { numRuns: 20 },
    );
  });
});
