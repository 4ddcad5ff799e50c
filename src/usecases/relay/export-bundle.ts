/**
 * A bundle on its way out: what others let us pass on, each as it was signed. Its number and its payload are in the vault before a file
 * exists, so that no number ever stands for two payloads.
 */
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Member } from "../../domain/committee/committee.ts";
import type { Day } from "../../domain/day.ts";
import type { Hashes } from "../../domain/ports.ts";
import type { Bundle } from "../../domain/relay/bundle.ts";
import { mostParts } from "../../domain/relay/bundle-shape.ts";
import { parseBundle } from "../../domain/relay/parse-bundle.ts";
import { writeBundle } from "../../domain/relay/write-bundle.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { faultClause } from "../../domain/sealing/payload.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Snapshot } from "../../domain/tallies/snapshot.ts";
import type { Hash } from "../../domain/tallies/tally.ts";
import { toHex } from "../../domain/text/bytes.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { sealForMembers } from "../seal-for-members.ts";
import { chooseReaders } from "../tallies/tally-readers.ts";
import type { ReaderChoice } from "../tallies/tally-readers.ts";
import { chooseParts } from "./choose-parts.ts";
import type { ChosenParts, PartChoice } from "./choose-parts.ts";

export interface ExportBundleDeps {
  readonly vault: Vault;
  readonly openpgp: Pick<OpenPgp, "sign" | "seal">;
  readonly hashes: Pick<Hashes, "sha256">;
  /** Today in UTC. */
  readonly universalDay: Day;
}

export interface BundleDraft {
  readonly bundle: Bundle;
  readonly readers: readonly Member[];
  /** Whose tallies are in it, and what stays behind. */
  readonly chosen: ChosenParts;
}

/** Fails as choosing the parts does, and with `handle-unknown` for a reader whom the committee does not name. */
export const draftBundle = (
  { vault, universalDay }: Pick<ExportBundleDeps, "vault" | "universalDay">,
  inUse: CommitteeInUse,
  choice: ReaderChoice & PartChoice,
  relay: boolean,
): Result<BundleDraft, CommitteeFailure> => {
  const { committee, identity, reference } = inUse;
  const readers = chooseReaders(inUse, choice);
  if (!readers.ok) return readers;
  const chosen = chooseParts(vault, inUse, choice);
  if (!chosen.ok) return chosen;
  const { parts, partial } = chosen.value;
  const last = vault.bundles.own();
  const bundle: Bundle = {
    campaign: committee.definition.id,
    committee: reference,
    from: identity.fingerprint,
    incarnation: identity.incarnation,
    supersedes: identity.supersedes,
    to: readers.value.map(({ fingerprint }) => fingerprint).toSorted(),
    seq: (last?.seq ?? 0) + 1,
    prev: last?.sha256,
    asOf: universalDay,
    relay,
    partial,
    committeeFile: committeePayload(vault, reference.hash),
    parts,
  };
  return ok({ bundle, readers: readers.value, chosen: chosen.value });
};

/** The committee file in use, as it was signed. */
const committeePayload = (vault: Vault, hash: Hash): Uint8Array => {
  const kept = vault.committee.all().find(({ sha256 }) => sha256 === hash);
  if (kept === undefined) throw new Error("the committee file in use is gone");
  return kept.payload;
};

/**
 * Takes the draft's number and gives the file's bytes. Fails with `bundle-outdated` where the number is taken by now; by name, and takes
 * no number, for a reader that cannot be used, and with `file-beyond-format` for what no reader would take. `named` shows on the outside who can read it.
 */
export const exportBundle = async (
  { vault, openpgp, hashes, universalDay: day }: ExportBundleDeps,
  { identity }: CommitteeInUse,
  { bundle, readers }: BundleDraft,
  named: boolean,
): Promise<Result<Uint8Array, CommitteeFailure>> => {
  const refuse = (what: string) =>
    fail({ type: "file-beyond-format", kind: "bundle", what } as const);
  if (bundle.parts.length > mostParts) return refuse("there are too many tallies in it");
  const payload = writeBundle(bundle);
  const read = parseBundle(payload);
  if (!read.ok) return refuse(faultClause(read.failure));
  const signature = await openpgp.sign(payload, identity.secret, day);
  const message = { payload, signatures: [signature], named, day };
  const sealed = await sealForMembers(openpgp, message, readers);
  if (!sealed.ok) return sealed;
  const { from, incarnation, seq, prev } = bundle;
  const sha256 = toHex(hashes.sha256(payload)) as Hash;
  const snapshot: Snapshot = { from, incarnation, seq, prev, sha256, payload, signature };
  return vault.transaction((): Result<Uint8Array, CommitteeFailure> => {
    if (vault.bundles.own()?.sha256 !== prev) return fail({ type: "bundle-outdated" });
    vault.bundles.keepOwn(snapshot);
    return ok(sealed.value);
  });
};
