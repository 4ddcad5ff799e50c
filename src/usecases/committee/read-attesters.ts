/** The keys with which members attest letters, as the lines of a number name them. */
import type { Member } from "../../domain/committee/committee.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Certificate, Fingerprint } from "../../domain/sealing/certificate.ts";
import { sameBytes } from "../../domain/sealing/payload.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Vault } from "../../domain/vault/vault.ts";

/** A certificate for each member, in their order, or the place of the first line whose `attests` cannot be used; counted from 0. */
export const readAttesters = async (
  openpgp: Pick<OpenPgp, "readAttestation">,
  members: readonly Pick<Member, "attests">[],
  /** Of the members: a key that signs tallies attests nothing. */
  fingerprints: readonly Fingerprint[],
): Promise<Result<readonly (Certificate | undefined)[], number>> => {
  const seen = new Set<Fingerprint>(fingerprints);
  const certificates: (Certificate | undefined)[] = [];
  for (const [index, { attests }] of members.entries()) {
    const read = attests && (await openpgp.readAttestation(attests));
    if (attests === undefined || read === undefined) {
      certificates.push(undefined);
      continue;
    }
    // Two members with one key would be two who attest, and one who signs.
    if (!read.ok || !sameBytes(read.value.bytes, attests) || seen.has(read.value.fingerprint))
      return fail(index);
    seen.add(read.value.fingerprint);
    certificates.push(read.value);
  }
  return ok(certificates);
};

/** Whether the committee's line for us names our own key, or none: any other would attest in our place. A vault that has none yet cannot tell. */
export const attestsAsWeDo = (vault: Vault, { attests }: Pick<Member, "attests">): boolean => {
  const own = vault.attestation.get();
  return attests === undefined || own === undefined || sameBytes(attests, own.certificate);
};
