/** The count that would be published now. Nothing is kept before it is written. */
import type { ActionKey } from "../../domain/campaign/campaign.ts";
import { composeCount } from "../../domain/counts/compose-count.ts";
import type { FoldedTeams } from "../../domain/counts/compose-count.ts";
import type { PublishedCount } from "../../domain/counts/count.ts";
import type { KeptReceipts } from "../../domain/counts/store.ts";
import type { CountFailure } from "../../domain/counts/failures.ts";
import { receiptsHash } from "../../domain/counts/receipts.ts";
import { writeCount } from "../../domain/counts/write-count.ts";
import type { Day } from "../../domain/day.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { sum } from "../../domain/sum.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import type { MergedCounts } from "../tallies/merged-counts.ts";
import type { EarlierCount } from "./go-on-from.ts";

interface Drafting {
  readonly vault: Pick<Vault, "publications">;
  readonly inUse: CommitteeInUse;
  readonly merged: Pick<MergedCounts, "counted">;
  readonly earlier: EarlierCount | undefined;
  readonly only?: readonly ActionKey[];
  /** In UTC. */
  readonly on: Day;
}

/** How many the last letter from this vault says have signed, at the least. */
const saidByLetter = (vault: Drafting["vault"]): number | undefined => {
  const letter = vault.publications.last();
  if (letter === undefined) return undefined;
  return (letter.named ?? 0) + sum([...letter.roles.values()]) + letter.others.workers;
};

export interface DraftCount {
  readonly count: PublishedCount;
  /** For whoever publishes, and for nobody else. */
  readonly folded: readonly FoldedTeams[];
}

/** Fails with `count-empty`. */
export const draftCount = ({
  vault,
  inUse,
  merged,
  earlier,
  only,
  on,
}: Drafting): Result<DraftCount, CountFailure> => {
  const { definition } = inUse.committee;
  const { shown, last, folded } = composeCount({
    definition,
    low: merged.counted.publishable,
    earlier: earlier?.count,
    letter: saidByLetter(vault),
    ...(only === undefined ? {} : { only }),
  });
  if (shown.length === 0) return fail({ type: "count-empty" });
  return ok({
    count: {
      campaign: definition.id,
      name: definition.name,
      employer: definition.employer,
      unit: definition.unit,
      number: (earlier?.count.number ?? 0) + 1,
      after: earlier?.sha256,
      on,
      shown,
      last,
      receipts: earlier?.count.receipts,
    },
    folded,
  });
};

/** As it will be kept; the one before where this would say the same on the same day, so that one count goes out in several formats. */
export const settled = (
  hashes: Pick<Hashes, "sha256">,
  count: PublishedCount,
  earlier: EarlierCount | undefined,
): EarlierCount => {
  if (earlier !== undefined) {
    const { number, after } = earlier.count;
    if (writeCount({ ...count, number, after }) === earlier.text) return earlier;
  }
  const text = writeCount(count);
  return { count, text, sha256: receiptsHash(hashes, text) };
};

/**
 * Into the ledger, before the first byte leaves: what left and is not in it would be held to by nobody. The one that it goes
 * on from is kept too, where another member wrote that. Fails with `count-outdated` where another pledge published since `known` was read.
 */
export const recordCount = (
  vault: Pick<Vault, "counts" | "transaction">,
  {
    published,
    earlier,
    known,
    receipts,
  }: {
    readonly published: EarlierCount;
    readonly earlier: EarlierCount | undefined;
    readonly known: EarlierCount | undefined;
    readonly receipts?: KeptReceipts | undefined;
  },
): Result<void, CountFailure> =>
  vault.transaction(() => {
    if (vault.counts.last()?.sha256 !== known?.sha256) return fail({ type: "count-outdated" });
    for (const one of [earlier, published])
      if (one !== undefined && vault.counts.last()?.sha256 !== one.sha256) vault.counts.add(one);
    if (receipts !== undefined) vault.counts.keepReceipts(receipts);
    return ok(undefined);
  });
