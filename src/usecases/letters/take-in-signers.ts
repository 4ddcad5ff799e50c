/**
 * Takes in one opened list of signers, by the rules of tallies: everything about it is checked before a byte of
 * the vault changes. The text need not be known here yet; it may come with a later committee file.
 */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { FileRefused } from "../../domain/committee/failures.ts";
import { parseSigners } from "../../domain/letters/parse-signers.ts";
import type { Signers } from "../../domain/letters/signers.ts";
import type { Hashes } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Unsealed } from "../../domain/sealing/ports.ts";
import { supersedesCycle, supersedesForeign } from "../../domain/tallies/live-sources.ts";
import type { Snapshot } from "../../domain/tallies/snapshot.ts";
import { takeIn } from "../../domain/tallies/take-in.ts";
import type { TakenIn } from "../../domain/tallies/take-in.ts";
import type { Hash, Source } from "../../domain/tallies/tally.ts";
import { toHex } from "../../domain/text/bytes.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { headerRefusal } from "../check-header.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { judgeSignature } from "../judge-signature.ts";
import type { TakeInDeps } from "../tallies/take-in-tally.ts";

export interface SignersTakenIn {
  readonly outcome: TakenIn;
  readonly source: Handle;
  readonly seq: number;
}

/** A list in the vault, read again: it was checked when it was taken in. */
export const readSigners = ({ payload }: Pick<Snapshot, "payload">): Signers => {
  const signers = parseSigners(payload);
  if (!signers.ok) throw new Error("a list of signers that was taken in cannot be read");
  return signers.value;
};

const livesRefusal = (
  vault: Vault,
  { identity }: CommitteeInUse,
  signers: Signers,
): FileRefused | undefined => {
  if (signers.supersedes.length === 0) return undefined;
  const { fingerprint: from, incarnation, supersedes } = identity;
  const held = vault.signers.sources(signers.text);
  const known: readonly Source[] = [
    ...[incarnation, ...supersedes].map((life) => ({ from, incarnation: life })),
    ...held,
    ...vault.tallies.sources(),
  ];
  if (supersedesForeign(known, signers)) return { type: "supersedes-foreign" };
  const lives = held
    .filter((one) => one.from === signers.from && one.incarnation !== signers.incarnation)
    .flatMap(({ tops }) => tops.map(readSigners));
  return supersedesCycle(lives, signers) ? { type: "supersedes-cycle" } : undefined;
};

/** What is to be said of a file of our own, before anything is kept; nothing for one in our name that this vault did not write. */
const ownOutcome = (
  vault: Vault,
  { identity }: CommitteeInUse,
  { text }: Signers,
  { from, incarnation, seq, sha256 }: Snapshot,
): TakenIn | undefined => {
  if (from !== identity.fingerprint) return undefined;
  if (identity.supersedes.includes(incarnation)) return "stale";
  const own = incarnation === identity.incarnation ? vault.signers.own(text) : undefined;
  if (own === undefined) return undefined;
  // Whatever was sent under an earlier number counts with nobody any more.
  if (seq < own.seq) return "stale";
  return sha256 === own.sha256 ? "duplicate" : undefined;
};

const keepSigners = (vault: Vault, { text }: Signers, snapshot: Snapshot): TakenIn => {
  const known = takeIn(vault.signers.held(snapshot, text), snapshot);
  if (known.outcome === "duplicate") return known.outcome;
  const kept = vault.transaction<TakenIn, never>(() => {
    // Once more inside: another pledge may have taken something in meanwhile.
    const { outcome, held } = takeIn(vault.signers.held(snapshot, text), snapshot);
    if (outcome !== "duplicate") vault.signers.keep(text, held);
    return ok(outcome);
  });
  return kept.ok ? kept.value : kept.failure;
};

/**
 * Takes the list in, in a transaction of its own where something changes. A file of ours is a `duplicate` or `stale`;
 * one in our name and life that this vault did not write is kept like anybody's, and is a `fork` of what it wrote.
 */
export const takeInSigners = async (
  {
    vault,
    openpgp,
    hashes,
    universalDay,
  }: TakeInDeps & { readonly hashes: Pick<Hashes, "sha256"> },
  inUse: CommitteeInUse,
  unsealed: Unsealed,
): Promise<Result<SignersTakenIn, FileRefused>> => {
  const signer = await judgeSignature(openpgp, inUse, unsealed);
  if (!signer.ok) return signer;
  const { payload, signatures } = unsealed;
  const parsed = parseSigners(payload);
  if (!parsed.ok) return parsed;
  const signers = parsed.value;
  const { handle, fingerprint } = signer.value;
  const refusal =
    headerRefusal(signers, fingerprint, inUse, universalDay) ?? livesRefusal(vault, inUse, signers);
  if (refusal !== undefined) return fail(refusal);
  const [signature] = signatures;
  if (signature === undefined) throw new Error("a signature that was judged is gone");
  const { from, incarnation, seq, prev } = signers;
  const sha256 = toHex(hashes.sha256(payload)) as Hash;
  const snapshot = { from, incarnation, seq, prev, sha256, payload, signature };
  const own = ownOutcome(vault, inUse, signers, snapshot);
  if (own !== undefined) return ok({ outcome: own, source: handle, seq });
  const outcome = keepSigners(vault, signers, snapshot);
  const { identity } = inUse;
  const isForged = from === identity.fingerprint && incarnation === identity.incarnation;
  return ok({ outcome: isForged && outcome === "merged" ? "fork" : outcome, source: handle, seq });
};
