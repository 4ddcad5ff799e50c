/** Keeping what was taken in, by the rules that tallies and bundles share. Its payload was checked before. */
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Held, Snapshot } from "../domain/tallies/snapshot.ts";
import { takeIn } from "../domain/tallies/take-in.ts";
import type { TakenIn } from "../domain/tallies/take-in.ts";
import type { Hash, Source } from "../domain/tallies/tally.ts";
import type { Vault } from "../domain/vault/vault.ts";
import type { CommitteeInUse } from "./committee/committee-in-use.ts";

/** Where snapshots of one kind are kept. */
export interface Keeping {
  /** Of what we sent under that number. */
  readonly ownHash: (seq: number) => Hash | undefined;
  readonly held: (source: Source) => Held | undefined;
  /** In a transaction. Gives what is to be said of it, which may be another thing than what it is given. */
  readonly keep: (held: Held, outcome: TakenIn) => TakenIn;
}

/** What is to be said of a file of our own; nothing for one that we did not write. */
const ownOutcome = (
  { ownHash }: Pick<Keeping, "ownHash">,
  { identity }: CommitteeInUse,
  { from, incarnation, seq, sha256 }: Snapshot,
): TakenIn | undefined => {
  if (from !== identity.fingerprint) return undefined;
  if (identity.supersedes.includes(incarnation)) return "stale";
  return incarnation === identity.incarnation && ownHash(seq) === sha256 ? "duplicate" : undefined;
};

/**
 * In a transaction of its own where something changes: what is here already leaves the vault as it is, byte for byte. A file of ours is
 * a `duplicate`, one of an earlier life of our vault `stale`; one in our name that this vault did not write is kept like anybody's,
 * because it is evidence: of a vault that was rolled back, or of somebody who has our key.
 */
export const keepSnapshot = (
  vault: Pick<Vault, "transaction">,
  keeping: Keeping,
  inUse: CommitteeInUse,
  snapshot: Snapshot,
): TakenIn => {
  const own = ownOutcome(keeping, inUse, snapshot);
  if (own !== undefined) return own;
  const kept = vault.transaction((): Result<TakenIn, "duplicate"> => {
    const { outcome, held } = takeIn(keeping.held(snapshot), snapshot);
    if (outcome === "duplicate") return fail(outcome);
    return ok(keeping.keep(held, outcome));
  });
  return kept.ok ? kept.value : kept.failure;
};
