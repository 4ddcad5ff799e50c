/** Certificates of keys that attest letters, and the join files that may hold one beside a member's own. */
import { attestationUserId } from "../../domain/sealing/attestation-key.ts";
import type { Certificate } from "../../domain/sealing/certificate.ts";
import type { CertificateFailure } from "../../domain/sealing/failures.ts";
import type { JoinCertificates } from "../../domain/sealing/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { binaryOf } from "./armor.ts";
import { framed, framesOf, joined, tags } from "./frames.ts";
import type { Frame } from "./frames.ts";
import { loadLibrary, tried } from "./library.ts";
import { largestCertificate, mostCertificatePackets, openCertificate } from "./read-certificate.ts";

const malformed = fail({ type: "certificate-malformed" } as const);

/** Its one user id says what it is for, it has no subkey, and it could sign on the day it was made: the clock has no part in it. */
export const readAttestation = async (
  file: Uint8Array,
): Promise<Result<Certificate, CertificateFailure>> => {
  const opened = await openCertificate(file);
  if (!opened.ok) return opened;
  const { key, certificate } = opened.value;
  const { config } = await loadLibrary();
  const { userIds, fingerprint } = certificate;
  const signs = await tried(async () =>
    key.getSigningKey(key.getKeyID(), key.getCreationTime(), undefined, config),
  );
  return userIds.length === 1 &&
    userIds[0] === attestationUserId &&
    key.subkeys.length === 0 &&
    signs !== undefined
    ? ok(certificate)
    : fail({ type: "certificate-unsupported", fingerprint });
};

const isForAttesting = ({ tag, body }: Frame): boolean =>
  tag === tags.userId && Buffer.from(body).toString("utf8") === attestationUserId;

/** The binaries of the one or two certificates in a file; nothing for anything else. */
const certificatesIn = (file: Uint8Array): readonly Uint8Array[] | undefined => {
  if (file.length > largestCertificate) return undefined;
  const binary = binaryOf(file, "certificate");
  const frames = binary === undefined ? undefined : framesOf(binary, mostCertificatePackets);
  if (frames === undefined) return undefined;
  const second = frames.findIndex(({ tag }, at) => at > 0 && tag === tags.publicKey);
  // What is left where the second one's key was taken out would pass for a name that a stranger put on the first.
  if (second === -1 && frames.some(isForAttesting)) return undefined;
  const parts = second === -1 ? [frames] : [frames.slice(0, second), frames.slice(second)];
  return parts.map((part) => joined(part.map(({ tag, body }) => framed(tag, body))));
};

/** What is none beside the first refuses the file: nobody is let in with half of what she sent. */
export const readJoinFile = async (
  file: Uint8Array,
): Promise<Result<JoinCertificates, CertificateFailure>> => {
  const [own, attests] = certificatesIn(file) ?? [];
  if (own === undefined) return malformed;
  const member = await openCertificate(own);
  if (!member.ok) return member;
  const { certificate } = member.value;
  if (attests === undefined) return ok({ member: certificate });
  const attestation = await readAttestation(attests);
  return attestation.ok ? ok({ member: certificate, attests: attestation.value }) : malformed;
};
