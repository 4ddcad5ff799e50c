/**
 * Reads a certificate from outside and keeps what its own key vouches for: user ids, subkeys and revocations with a
 * good signature of the primary key. Names that others put on it, photos, and whatever stands where no signature
 * reaches it, are left behind: it travels in committee files.
 */
import type { PublicKey, SignaturePacket, User } from "openpgp";
import type { Certificate } from "../../domain/sealing/certificate.ts";
import type { CertificateFailure } from "../../domain/sealing/failures.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { binaryOf } from "./armor.ts";
import { dayOf } from "./days.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { framed, framesOf, joined, tags } from "./frames.ts";
import type { Frame } from "./frames.ts";
import { isStrong, mayBeStrong } from "./key-strength.ts";
import { keepOwnParts } from "./own-parts.ts";
import { loadLibrary, tried } from "./library.ts";

export const largestCertificate = 64 * 1024;
export const mostCertificatePackets = 1024;

const malformed = fail({ type: "certificate-malformed" } as const);

/** Of a transferable public key (RFC 9580 §10.1). */
const parts: ReadonlySet<number> = new Set([
  tags.publicKey,
  tags.signature,
  tags.userId,
  tags.publicSubkey,
]);

/** Photos, and what means nothing in a certificate. The signatures of a photo fit nothing then, and go too. */
const ignored: ReadonlySet<number> = new Set([
  tags.userAttribute,
  tags.marker,
  tags.trust,
  tags.padding,
]);

/** Of keys, in the order of their appearance: our own is 4. */
const versions: ReadonlySet<number> = new Set([2, 3, 4, 5, 6]);

/** The packets of one public key; nothing for several, for a secret key, or for anything else. */
const framesOfOne = (file: Uint8Array): readonly Frame[] | undefined => {
  if (file.length > largestCertificate) return undefined;
  const binary = binaryOf(file, "certificate");
  const all = binary === undefined ? undefined : framesOf(binary, mostCertificatePackets);
  const frames = all?.filter(({ tag }) => !ignored.has(tag));
  const single = frames?.every(
    ({ tag }, at) => parts.has(tag) && (at === 0) === (tag === tags.publicKey),
  );
  return single === true ? frames : undefined;
};

/** A certificate as the library holds it, with nothing in it that we could not use. */
export interface OpenedCertificate {
  readonly key: PublicKey;
  readonly certificate: Certificate;
}

/** Of one user id, the self-signature that counts. */
const latest = (signatures: readonly SignaturePacket[]): SignaturePacket | undefined =>
  signatures.toSorted((a, b) => Number(a.created) - Number(b.created)).at(-1);

/** The primary one first; those that were taken back only where nothing else is left. */
const userIdsOf = (key: PublicKey): readonly string[] => {
  const live = key.users.filter((user) => user.revocationSignatures.length === 0);
  const primary = (user: User): number =>
    latest(user.selfCertifications)?.isPrimaryUserID === true ? 1 : 0;
  return (live.length > 0 ? live : key.users)
    .toSorted((a, b) => primary(b) - primary(a))
    .map((user) => user.userID?.userID ?? "");
};

/**
 * By the very bytes: with a hundred files and a hundred members each certificate is asked for thousands of times, and
 * each time its own signatures would be verified anew. Nobody writes into bytes that were read.
 */
const opened = new WeakMap<Uint8Array, Promise<Result<OpenedCertificate, CertificateFailure>>>();

/** The certificate in a file, armored or binary. */
export const openCertificate = (
  file: Uint8Array,
): Promise<Result<OpenedCertificate, CertificateFailure>> => {
  const known = opened.get(file) ?? openFile(file);
  opened.set(file, known);
  return known;
};

const openFile = async (
  file: Uint8Array,
): Promise<Result<OpenedCertificate, CertificateFailure>> => {
  const frames = framesOfOne(file);
  const primary = frames?.[0]?.body;
  if (frames === undefined || primary === undefined || !versions.has(primary[0] ?? 0))
    return malformed;
  const fingerprint = fingerprintOf(primary);
  const unsupported = fail({ type: "certificate-unsupported", fingerprint } as const);
  if (!mayBeStrong(primary)) return unsupported;
  const { pgp, forCertificates } = await loadLibrary();
  const binaryKey = joined(frames.map(({ tag, body }) => framed(tag, body)));
  const key = await tried(async () => pgp.readKey({ binaryKey, config: forCertificates }));
  if (key === undefined) return malformed;
  // Before anything is verified: a number of eight kilobytes takes its time.
  if (!isStrong(key.keyPacket) || !(await keepOwnParts(key))) return unsupported;
  const certificate = {
    fingerprint,
    userIds: userIdsOf(key),
    madeOn: dayOf(key.getCreationTime()),
    bytes: new Uint8Array(key.write()),
  };
  return ok({ key, certificate });
};
