/** Takes in one opened bundle, by the rules of tallies: a grow-only set by number, of which the highest counts. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { FileRefused } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import { parseBundle } from "../../domain/relay/parse-bundle.ts";
import type { Bundle } from "../../domain/relay/bundle.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Unsealed } from "../../domain/sealing/ports.ts";
import { supersedesCycle, supersedesForeign } from "../../domain/tallies/live-sources.ts";
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
import { readBundle } from "./read-bundle.ts";

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
  const outcome = keepSnapshot(vault, vault.bundles, inUse, snapshot);
  return ok({ outcome, source: handle, seq, asOf, parts: parts.length });
};
