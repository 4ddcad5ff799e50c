/** The key with which whoever holds the vault attests letters: made with her own key, or when it is first needed. */
import type { Attestation } from "../../domain/committee/attestation.ts";
import type { Day } from "../../domain/day.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { keepFirst } from "./keep-first.ts";

export interface AttestationDeps {
  readonly openpgp: Pick<OpenPgp, "makeAttestationKey">;
  /** Today in UTC. */
  readonly universalDay: Day;
}

/** Kept nowhere yet. */
export const newAttestation = async ({
  openpgp,
  universalDay,
}: AttestationDeps): Promise<Attestation> => {
  const { certificate, secret, revocation } = await openpgp.makeAttestationKey(universalDay);
  return {
    fingerprint: certificate.fingerprint,
    certificate: certificate.bytes,
    secret,
    revocation,
  };
};

/** The key in the vault; made and kept where there is none yet. */
export const ensureAttestation = async (
  deps: AttestationDeps & { readonly vault: Vault },
): Promise<Attestation> => {
  const { vault } = deps;
  const present = vault.attestation.get();
  if (present !== undefined) return present;
  return keepFirst(vault, vault.attestation, await newAttestation(deps));
};
