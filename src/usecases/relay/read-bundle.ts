/** Bundles in the vault, read again: what is in each was checked when it was taken in. */
import type { Bundle } from "../../domain/relay/bundle.ts";
import { parseBundle } from "../../domain/relay/parse-bundle.ts";
import type { RelayedTally } from "../../domain/relay/relayed.ts";
import { linesFrom } from "../../domain/tallies/lines.ts";
import type { Snapshot } from "../../domain/tallies/snapshot.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { TallyReader } from "../tallies/read-tallies.ts";

export const readBundle = ({ payload }: Pick<Snapshot, "payload">): Bundle => {
  const bundle = parseBundle(payload);
  if (!bundle.ok) throw new Error("a bundle that was taken in cannot be read");
  return bundle.value;
};

type Layer = RelayedTally["layers"][number];

const talliesIn = (
  bundle: Bundle,
  layers: readonly Layer[],
  reader: Pick<TallyReader, "read">,
): readonly RelayedTally[] =>
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

/** Every tally in the bundles that are held, of the latest of each source. Reads nothing where there is none. */
export const relayedTallies = (
  vault: Pick<Vault, "bundles">,
  reader: Pick<TallyReader, "read">,
): readonly RelayedTally[] => {
  const tops = vault.bundles.sources().flatMap(({ tops: each }) => each);
  const opened = tops.map((top) => ({ top, bundle: readBundle(top) }));
  // A life that a later one of the same signer has taken the place of passes nothing on any more.
  const gone = new Set(
    opened.flatMap(({ bundle: { from, supersedes } }) =>
      supersedes.map((incarnation) => `${from} ${incarnation}`),
    ),
  );
  return opened
    .filter(({ top: { from, incarnation } }) => !gone.has(`${from} ${incarnation}`))
    .flatMap(({ top: { from, incarnation, sha256 }, bundle }) =>
      talliesIn(bundle, [{ from, incarnation, sha256 }], reader),
    );
};
