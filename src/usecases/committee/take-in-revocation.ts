/** A certificate with which a member says that her key is not hers alone any more: believed because the key itself has signed it. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { FileRefused } from "../../domain/committee/failures.ts";
import type { RevokedKey } from "../../domain/committee/store.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { sameBytes } from "../../domain/sealing/payload.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "./committee-in-use.ts";

interface Deps {
  readonly vault: Vault;
  readonly openpgp: Pick<OpenPgp, "readCertificate" | "renewCertificate" | "revokedAs">;
}

export interface RevocationTakenIn {
  readonly outcome: "merged" | "duplicate";
  readonly source: Handle;
}

/** Her signature under what waits was perhaps not hers; what is in use by it stays. Inside a transaction of the caller. */
const unsign = (vault: Vault, waiting: CommitteeInUse["waiting"], key: Fingerprint): void => {
  const waits = new Set(waiting.map(({ proposed }) => proposed.sha256));
  for (const kept of vault.committee.all()) {
    if (!waits.has(kept.sha256) || !kept.signers.includes(key)) continue;
    const places = kept.signers.flatMap((signer, place) => (signer === key ? [] : [place]));
    const of = <T>(list: readonly T[]): readonly T[] => list.filter((_, at) => places.includes(at));
    if (places.length === 0) vault.committee.drop(kept.sha256);
    else
      vault.committee.keep({ ...kept, signers: of(kept.signers), signatures: of(kept.signatures) });
  }
};

/** Refused where it is nobody's who is or was a member, or takes nothing back. */
export const takeInRevocation = async (
  { vault, openpgp }: Deps,
  { chain, waiting }: Pick<CommitteeInUse, "chain" | "waiting">,
  file: Uint8Array,
): Promise<Result<RevocationTakenIn, FileRefused>> => {
  const none = fail({ type: "file-for-other-command", kind: "join" } as const);
  const read = await openpgp.readCertificate(file);
  if (!read.ok) return none;
  const { fingerprint } = read.value;
  const holder = chain
    .flatMap(({ members }) => members)
    .findLast((member) => member.fingerprint === fingerprint);
  if (holder === undefined) return none;
  const both = await openpgp.renewCertificate(holder.certificate, file);
  if (!both.ok || both.value === undefined) return none;
  const { bytes: certificate } = both.value;
  const as = await openpgp.revokedAs(certificate);
  if (as === undefined) return none;
  const source = holder.handle;
  const key: RevokedKey = { fingerprint, certificate, as };
  return vault.transaction((): Result<RevocationTakenIn, FileRefused> => {
    const known = vault.committee.revoked().find((one) => one.fingerprint === fingerprint);
    if (known !== undefined && sameBytes(known.certificate, certificate))
      return ok({ outcome: "duplicate", source });
    vault.committee.revoke(key);
    vault.tallies.forgetFiles();
    unsign(vault, waiting, fingerprint);
    return ok({ outcome: "merged", source });
  });
};
