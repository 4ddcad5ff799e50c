/** Takes in one opened bundle, by the rules of tallies: a grow-only set by number, of which the highest counts, and what it leaves out by choice. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { FileRefused } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import { keptBundles, standingBundles } from "../../domain/relay/kept-bundles.ts";
import type { BundleContents } from "../../domain/relay/kept-bundles.ts";
import { parseBundle } from "../../domain/relay/parse-bundle.ts";
import type { Bundle } from "../../domain/relay/bundle.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Unsealed } from "../../domain/sealing/ports.ts";
import { supersedesCycle, supersedesForeign } from "../../domain/tallies/live-sources.ts";
import type { Held, Snapshot } from "../../domain/tallies/snapshot.ts";
import type { TakenIn } from "../../domain/tallies/take-in.ts";
import type { Hash, Source } from "../../domain/tallies/tally.ts";
import { toHex } from "../../domain/text/bytes.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { headerRefusal } from "../check-header.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { judgeSignature } from "../judge-signature.ts";
import { keepSnapshot } from "../keep-snapshot.ts";
import type { CheckDeps } from "./check-bundle.ts";
import { checkBundle } from "./check-bundle.ts";
import { bundledTallies, readBundle } from "./read-bundle.ts";

export interface BundleDeps extends CheckDeps {
  readonly vault: Vault;
}

export interface BundleTakenIn {
  readonly outcome: TakenIn;
  readonly source: Handle;
  readonly seq: number;
  readonly asOf: Day;
  /** What is in it at once, bundles that are in it among them. */
  readonly parts: number;
}

const livesRefusal = (
  vault: Vault,
  { identity }: CommitteeInUse,
  bundle: Bundle,
): FileRefused | undefined => {
  if (bundle.supersedes.length === 0) return undefined;
  const { fingerprint: from, incarnation, supersedes } = identity;
  const held = vault.bundles.sources();
  const known: readonly Source[] = [
    ...[incarnation, ...supersedes].map((life) => ({ from, incarnation: life })),
    ...held,
    ...vault.tallies.sources(),
  ];
  if (supersedesForeign(known, bundle)) return { type: "supersedes-foreign" };
  const lives = held
    .filter((one) => one.from === bundle.from && one.incarnation !== bundle.incarnation)
    .flatMap(({ tops }) => tops.map(readBundle));
  return supersedesCycle(lives, bundle) ? { type: "supersedes-cycle" } : undefined;
};

const contentsOf = (snapshot: Snapshot): BundleContents & { readonly snapshot: Snapshot } => {
  const { partial, parts } = readBundle(snapshot);
  const { seq, sha256 } = snapshot;
  return { seq, sha256, partial, tallies: bundledTallies({ parts }), snapshot };
};

/** An older one is `merged` where it is its bearer's word still, and `stale` where a whole one has taken its place, though it may be kept for a tally that is in no newer one. */
const keepBundle = (
  { bundles }: Pick<Vault, "bundles">,
  snapshot: Snapshot,
  held: Held,
  outcome: TakenIn,
): TakenIn => {
  const before = bundles.held(snapshot);
  const there = [...(before?.earlier ?? []), ...(before?.tops ?? []), snapshot];
  const kept = keptBundles(there.map(contentsOf));
  const earlier = kept
    .map((one) => one.snapshot)
    .filter(({ seq }) => seq < (held.tops[0]?.seq ?? 0))
    .toSorted((a, b) => a.seq - b.seq || (a.sha256 < b.sha256 ? -1 : 1));
  bundles.keep({ ...held, earlier });
  const stands = standingBundles(kept).some((one) => one.snapshot === snapshot);
  return outcome === "stale" && stands ? "merged" : outcome;
};

export const takeInBundle = async (
  deps: BundleDeps,
  inUse: CommitteeInUse,
  unsealed: Unsealed,
): Promise<Result<BundleTakenIn, FileRefused>> => {
  const { vault, openpgp, hashes, universalDay } = deps;
  const signer = await judgeSignature(openpgp, inUse, unsealed);
  if (!signer.ok) return signer;
  const { payload, signatures } = unsealed;
  const parsed = parseBundle(payload);
  if (!parsed.ok) return parsed;
  const bundle = parsed.value;
  const { handle, fingerprint } = signer.value;
  const refusal =
    headerRefusal(bundle, fingerprint, inUse, universalDay) ?? livesRefusal(vault, inUse, bundle);
  if (refusal !== undefined) return fail(refusal);
  const checked = await checkBundle(deps, inUse, bundle);
  if (!checked.ok) return checked;
  const [signature] = signatures;
  if (signature === undefined) throw new Error("a signature that was judged is gone");
  const { from, incarnation, seq, prev, asOf, parts } = bundle;
  const sha256 = toHex(hashes.sha256(payload)) as Hash;
  const snapshot = { from, incarnation, seq, prev, sha256, payload, signature };
  const keep = (held: Held, taken: TakenIn): TakenIn => keepBundle(vault, snapshot, held, taken);
  const outcome = keepSnapshot(vault, { ...vault.bundles, keep }, inUse, snapshot);
  return ok({ outcome, source: handle, seq, asOf, parts: parts.length });
};
