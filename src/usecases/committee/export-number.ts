/** A number of the committee file that is kept already, sealed once more: the signed bytes are the same. */
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { sealForMembers } from "../seal-for-members.ts";
import { committeeInUse, readKept } from "./committee-in-use.ts";
import type { MadeNumber } from "./make-number.ts";

interface Deps {
  readonly vault: Vault;
  readonly openpgp: Pick<OpenPgp, "seal">;
  /** Today in UTC. */
  readonly universalDay: Day;
}

export interface ExportWish {
  /** The first digits of a number's hash, eight or more; the number in use where there are none. */
  readonly hash?: string | undefined;
  readonly without: readonly string[];
  readonly named: boolean;
}

/** Eight digits tell any two numbers apart that somebody has not made on purpose, and that is looked for. */
const isBeginning = (text: string): boolean => /^[0-9a-f]{8,64}$/u.test(text);

/** Encrypted to the members that the number names, but for those to be left out; we ourselves stay a reader. */
export const exportNumber = async (
  { vault, openpgp, universalDay }: Deps,
  { hash, without, named }: ExportWish,
): Promise<Result<MadeNumber, CommitteeFailure>> => {
  const inUse = committeeInUse(vault);
  if (!inUse.ok) return inUse;
  const wanted = hash?.toLowerCase() ?? inUse.value.reference.hash;
  // What waits for signatures has files of its own: nobody goes by it yet.
  const waiting = new Set<string>(inUse.value.waiting.map(({ proposed }) => proposed.sha256));
  const found = vault.committee
    .all()
    .filter(({ sha256 }) => sha256.startsWith(wanted) && !waiting.has(sha256));
  const [kept] = found;
  if (!isBeginning(wanted) || kept === undefined || found.length > 1)
    return fail({ type: "number-unknown" });
  const { committee } = readKept(kept, vault.committee.revoked());
  const { identity } = inUse.value;
  const known = committee.members
    .filter(({ fingerprint }) => fingerprint !== identity.fingerprint)
    .map(({ handle }) => handle);
  if (!without.every((handle) => (known as readonly string[]).includes(handle)))
    return fail({ type: "handle-unknown", known });
  const readers = committee.members.filter(({ handle }) => !without.includes(handle));
  const { number, sha256, payload, signatures } = kept;
  const message = { payload, signatures, named, day: universalDay };
  const sealed = await sealForMembers(openpgp, message, readers);
  return sealed.ok
    ? ok({
        committee,
        reference: { number, hash: sha256 },
        file: sealed.value,
        missing: 0,
        readers,
      })
    : sealed;
};
