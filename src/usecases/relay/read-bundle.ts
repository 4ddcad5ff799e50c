/** Bundles in the vault, read again: what is in each was checked when it was taken in. */
import type { Bundle } from "../../domain/relay/bundle.ts";
import { parseBundle } from "../../domain/relay/parse-bundle.ts";
import { standingBundles } from "../../domain/relay/kept-bundles.ts";
import type { BundledTally } from "../../domain/relay/kept-bundles.ts";
import type { RelayedTally } from "../../domain/relay/relayed.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { isLeftOut } from "../../domain/tallies/left-out.ts";
import { linesFrom } from "../../domain/tallies/lines.ts";
import type { Snapshot } from "../../domain/tallies/snapshot.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { readHead } from "../tallies/read-tallies.ts";
import type { TallyReader } from "../tallies/read-tallies.ts";

export const readBundle = ({ payload }: Pick<Snapshot, "payload">): Bundle => {
  const bundle = parseBundle(payload);
  if (!bundle.ok) throw new Error("a bundle that was taken in cannot be read");
  return bundle.value;
};

/** The tallies in it, those in bundles in it too. */
export const bundledTallies = (
  { parts }: Pick<Bundle, "parts">,
  through: readonly Fingerprint[] = [],
): readonly BundledTally[] =>
  parts.flatMap(({ of, sha256, payload }) => {
    if (of === "bundle") {
      const inner = readBundle({ payload });
      return bundledTallies(inner, [inner.from, ...through]);
    }
    const { from, incarnation, seq } = readHead({ payload });
    return [{ from, incarnation, seq, sha256, through }];
  });

export interface KeptBundle {
  readonly snapshot: Snapshot;
  readonly bundle: Bundle;
  /** Whether it is its bearer's word still. */
  readonly standing: boolean;
}

/** Every bundle that is kept. Reads nothing where there is none. */
export const keptBundlesIn = ({
  bundles,
  leftOut,
}: Pick<Vault, "bundles" | "leftOut">): readonly KeptBundle[] => {
  const decisions = leftOut.all();
  const bySource = bundles.sources().map(({ earlier, tops }) =>
    [...earlier, ...tops].map((snapshot) => {
      const bundle = readBundle(snapshot);
      return { snapshot, bundle, seq: bundle.seq, partial: bundle.partial };
    }),
  );
  // A bundle that is left out here takes nothing's place.
  const counting = bySource.map((all) =>
    all.filter(({ snapshot }) => !isLeftOut(decisions, snapshot)),
  );
  // A life that a whole bundle of a later one of the same signer has taken the place of passes nothing on any more.
  const gone = new Set(
    counting
      .flat()
      .flatMap(({ bundle: { from, supersedes, partial } }) =>
        partial ? [] : supersedes.map((incarnation) => `${from} ${incarnation}`),
      ),
  );
  const standing = new Set(
    counting
      .flatMap((all) => standingBundles(all))
      .map(({ snapshot }) => snapshot)
      .filter(({ from, incarnation }) => !gone.has(`${from} ${incarnation}`)),
  );
  return bySource
    .flat()
    .map(({ snapshot, bundle }) => ({ snapshot, bundle, standing: standing.has(snapshot) }));
};

type Layer = RelayedTally["layers"][number];

const talliesIn = (
  bundle: Bundle,
  layers: readonly Layer[],
  reader: Pick<TallyReader, "read">,
): readonly Omit<RelayedTally, "standing">[] =>
  bundle.parts.flatMap(({ of, sha256, payload, signature }) => {
    if (of === "bundle") {
      const inner = readBundle({ payload });
      const { from, incarnation } = inner;
      return talliesIn(inner, [{ from, incarnation, sha256 }, ...layers], reader);
    }
    const { from, incarnation, seq, prev, supersedes, lines, asOf } = reader.read({
      sha256,
      payload,
    });
    const snapshot: Snapshot = { from, incarnation, seq, prev, sha256, payload, signature };
    return [{ ...snapshot, supersedes, lines: linesFrom(lines), asOf, layers }];
  });

/** Every tally in the bundles that are kept. */
export const relayedTallies = (
  vault: Pick<Vault, "bundles" | "leftOut">,
  reader: Pick<TallyReader, "read">,
): readonly RelayedTally[] =>
  keptBundlesIn(vault).flatMap(({ snapshot: { from, incarnation, sha256 }, bundle, standing }) =>
    talliesIn(bundle, [{ from, incarnation, sha256 }], reader).map((tally) => ({
      ...tally,
      standing,
    })),
  );
