/** The list of receipts that would go out beside a count, unless it is too near to the last one. */
import type { PublishedCount } from "../../domain/counts/count.ts";
import { countedTokens } from "../../domain/counts/counted-tokens.ts";
import type { CountFailure } from "../../domain/counts/failures.ts";
import { entryOf, isFew, makeReceipts, receiptsHash } from "../../domain/counts/receipts.ts";
import { parseReceipts, writeReceipts } from "../../domain/counts/receipts-file.ts";
import type { KeptReceipts } from "../../domain/counts/store.ts";
import type { Hashes, Randomness } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Token } from "../../domain/tallies/tally.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { MergedCounts } from "../tallies/merged-counts.ts";
import type { EarlierCount } from "./go-on-from.ts";

interface Deps {
  readonly vault: Pick<Vault, "counts">;
  readonly hashes: Hashes;
  readonly random: Randomness;
}

export interface DraftReceipts extends KeptReceipts {
  readonly text: string;
  /** Of its entries, also those that are nobody's. */
  readonly length: number;
}

/** Who was in the last list, as far as it can be told here; nothing where there was none. */
const lastIn = (
  { vault, hashes }: Deps,
  earlier: EarlierCount | undefined,
  known: readonly Token[],
  brought: string | undefined,
): Result<readonly Token[] | undefined, CountFailure> => {
  const last = earlier?.count.receipts;
  if (last === undefined) return ok(undefined);
  const kept = vault.counts.receipts();
  if (kept?.sha256 === last) return ok(kept.tokens);
  if (brought === undefined) return fail({ type: "receipts-after-needed" });
  if (receiptsHash(hashes, brought) !== last) return fail({ type: "receipts-other" });
  const list = parseReceipts(brought);
  if (!list.ok) return list;
  const entries = new Set(list.value.entries);
  return ok(known.filter((token) => entries.has(entryOf(hashes, list.value.list, token))));
};

/** Fails with `receipts-few` where one to four people came or went since the last list. `brought` is that list where another member wrote it. */
export const draftReceipts = (
  deps: Deps,
  count: PublishedCount,
  earlier: EarlierCount | undefined,
  { signers }: Pick<MergedCounts["united"], "signers">,
  brought: string | undefined,
): Result<DraftReceipts, CountFailure> => {
  const { counted, known } = countedTokens(
    signers,
    new Set(count.shown.map(({ action }) => action)),
  );
  const last = lastIn(deps, earlier, known, brought);
  if (!last.ok) return last;
  if (last.value !== undefined) {
    const [before, now] = [new Set(last.value), new Set(counted)];
    const came = counted.filter((token) => !before.has(token)).length;
    const changed = came + last.value.filter((token) => !now.has(token)).length;
    if (isFew(changed)) return fail({ type: "receipts-few", changed });
  }
  const { campaign, on } = count;
  const receipts = makeReceipts(deps, { campaign, on, tokens: counted });
  const text = writeReceipts(receipts);
  return ok({
    text,
    sha256: receiptsHash(deps.hashes, text),
    tokens: counted,
    length: receipts.entries.length,
  });
};
