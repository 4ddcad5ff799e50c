/** Bundles that contradict each other: the same kinds of contradiction as of tallies, by the same rules. */
import { isLeftOut } from "../../domain/tallies/left-out.ts";
import type { Selection } from "../../domain/tallies/left-out.ts";
import type { Held } from "../../domain/tallies/snapshot.ts";
import { hashesIn } from "../../domain/tallies/take-in.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { doubleLives, forksIn } from "../tallies/fork-rows.ts";
import type { ForkDeps, ForkRow } from "../tallies/fork-rows.ts";
import { readBundle } from "./read-bundle.ts";

/** The lives of one signer that count beside each other. Reads nothing where there is one, as nearly always. */
const livesAmong = (
  { leftOut }: ForkDeps,
  sources: readonly Held[],
): readonly Pick<Held, "incarnation">[] => {
  const counting = sources.filter(({ tops }) => tops.some((top) => !isLeftOut(leftOut, top)));
  if (counting.length < 2) return counting;
  const gone = new Set(
    sources.flatMap(({ tops }) => tops.flatMap((top) => readBundle(top).supersedes)),
  );
  return counting.filter(({ incarnation }) => !gone.has(incarnation));
};

/** `told` are the forks of tallies: a copied vault that these tell of is not told of again. */
export const bundleForks = (
  vault: Pick<Vault, "bundles">,
  deps: ForkDeps,
  told: readonly ForkRow[],
): readonly ForkRow[] => {
  const sources = vault.bundles.sources();
  const isTold = (from: ForkRow["from"]): boolean =>
    told.some((fork) => fork.from === from && "incarnations" in fork);
  const signers = [...new Set(sources.map(({ from }) => from))]
    .filter((from) => !isTold(from))
    .map((fingerprint) => ({
      fingerprint,
      copies: livesAmong(
        deps,
        sources.filter(({ from }) => from === fingerprint),
      ),
    }));
  return [
    ...sources.flatMap((held) => forksIn(deps, "bundle", held, vault.bundles.ownHash)),
    ...doubleLives(deps, "bundle", signers),
  ];
};

/** Whether it is one bundle that is meant. */
export const namesBundle = (
  vault: Pick<Vault, "bundles">,
  { from, sha256 }: Pick<Selection, "from" | "sha256">,
): boolean =>
  sha256 !== undefined &&
  vault.bundles
    .sources()
    .some((held) => held.from === from && hashesIn(held.links).includes(sha256));
