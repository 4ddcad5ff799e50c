/** A committee file that was opened, read as far as the file itself goes: who vouches for it is another question. */
import type { Committee } from "../../domain/committee/committee.ts";
import type { FileRefused } from "../../domain/committee/failures.ts";
import { parseCommittee, withFingerprints } from "../../domain/committee/parse-committee.ts";
import type { Hashes } from "../../domain/ports.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { malformed, sameBytes } from "../../domain/sealing/payload.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import type { Hash } from "../../domain/tallies/tally.ts";
import { toHex } from "../../domain/text/bytes.ts";
import { readAttesters } from "./read-attesters.ts";

export interface ReadNumber {
  readonly committee: Committee;
  readonly sha256: Hash;
}

/** The committee with the fingerprints of its members, whose certificates must be in the one form that we write. */
export const readNumber = async (
  openpgp: Pick<OpenPgp, "readAttestation" | "readCertificate">,
  { sha256 }: Pick<Hashes, "sha256">,
  payload: Uint8Array,
): Promise<Result<ReadNumber, FileRefused>> => {
  const written = parseCommittee(payload);
  if (!written.ok) return written;
  const fingerprints: Fingerprint[] = [];
  for (const [index, { certificate: bytes }] of written.value.members.entries()) {
    const certificate = await openpgp.readCertificate(bytes);
    if (!certificate.ok || !sameBytes(certificate.value.bytes, bytes))
      return malformed(index + 2, 'its "certificate" cannot be used');
    fingerprints.push(certificate.value.fingerprint);
  }
  const committee = withFingerprints(written.value, fingerprints);
  const attesters = await readAttesters(openpgp, written.value.members, fingerprints);
  if (!attesters.ok) return malformed(attesters.failure + 2, 'its "attests" cannot be used');
  return committee.ok
    ? ok({ committee: committee.value, sha256: toHex(sha256(payload)) as Hash })
    : committee;
};
