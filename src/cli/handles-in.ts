import type { Fingerprint } from "../domain/sealing/certificate.ts";
import type { Vault } from "../domain/vault/vault.ts";
import { committeeInUse } from "../usecases/committee/committee-in-use.ts";

/** The handles of members by their keys; of a vault in no committee none. */
export const handlesIn = (vault: Vault): ((fingerprint: Fingerprint) => string | undefined) => {
  const committee = committeeInUse(vault);
  const members = committee.ok ? committee.value.committee.members : [];
  return (fingerprint) => members.find((member) => member.fingerprint === fingerprint)?.handle;
};
