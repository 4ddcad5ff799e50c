import { expect, it } from "vitest";

import type { Vault } from "../../src/domain/vault/vault.ts";
import { mergeRecords } from "../../src/usecases/merge-people.ts";
import { testWorld } from "../support/world.ts";
import { kept, nobody, other, withFour } from "./merging.ts";

it("rewrites the vault's file once a record became part of another, and only then", async () => {
  const world = await testWorld();
  await world.init();
  await world.inVault((vault) => {
    let rewritten = 0;
    const watched: Vault = {
      ...vault,
      scrub: () => {
        // The record is gone by then, for good.
        expect(vault.people.byId(other)).toBeUndefined();
        rewritten += 1;
        vault.scrub();
      },
    };
    withFour(vault, [nobody, nobody, nobody], () => {
      expect(mergeRecords(watched, kept, other).ok).toBe(true);
      expect(mergeRecords(watched, kept, other).ok).toBe(false);
      expect(rewritten).toBe(1);
    });
  });
});
