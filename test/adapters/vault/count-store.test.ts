/** The ledger of published counts, and who was in the last list of receipts. */
import * as fc from "fast-check";
import { expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { receiptsHash } from "../../../src/domain/counts/receipts.ts";
import { writeCount } from "../../../src/domain/counts/write-count.ts";
import type { Token } from "../../../src/domain/tallies/tally.ts";
import { anyCount } from "../../domain/counts/sample-counts.ts";
import { hash } from "../../domain/tallies/any-tally.ts";
import { change, look, newVault } from "./sample-vault.ts";

it("keeps the last count and the last list, over closing and opening", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyCount, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(hash, fc.array(fc.string({ minLength: 22, maxLength: 22 }))), {
        minLength: 1,
        maxLength: 3,
      }),
      async (counts, lists) => {
        const folder = await newVault(0);
        expect(await look(folder, ({ counts: store }) => [store.last(), store.receipts()])).toEqual(
          [undefined, undefined],
        );
        await change(folder, (vault) => {
          for (const count of counts) {
            const text = writeCount(count);
            vault.counts.add({ text, sha256: receiptsHash(hashes, text) });
          }
          for (const [sha256, tokens] of lists)
            vault.counts.keepReceipts({ sha256, tokens: tokens as Token[] });
        });
        const last = counts.at(-1);
        const [sha256, tokens] = lists.at(-1) ?? [];
        const kept = await look(folder, (vault) => [vault.counts.last(), vault.counts.receipts()]);
        expect(kept).toMatchObject([{ count: last }, { sha256, tokens }]);
      },
    ),
    { numRuns: 15 },
  );
});
