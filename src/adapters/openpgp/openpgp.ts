/** OpenPGP behind the domain's port. The clock decides whether a key has expired by now and whether a signature is ahead. */
import type { OpenPgp } from "../../domain/sealing/ports.ts";
import { ok } from "../../domain/result.ts";
import { armored, isBinary, unarmored } from "./armor.ts";
import { dayOf } from "./days.ts";
import { outsideOf } from "./envelope.ts";
import { wordsOf } from "./fingerprint.ts";
import { framesOf } from "./frames.ts";
import { loadLibrary } from "./library.ts";
import { openCertificate } from "./read-certificate.ts";
import { makeAttestationKey, makeKey } from "./make-key.ts";
import { readAttestation, readJoinFile } from "./read-attestation.ts";
import { renewCertificate } from "./renew-certificate.ts";
import { revokedAs, withRevocation } from "./revocation.ts";
import { seal } from "./seal.ts";
import { sign, signText } from "./sign.ts";
import { momentFor, whyUnusable } from "./standing.ts";
import { unseal } from "./unseal.ts";
import { signaturePacketOf, verify } from "./verify.ts";

/** No file of ours comes near: 256 readers, or a certificate. */
const mostPackets = 4096;

export const createOpenPgp = (now: () => Date = () => new Date()): OpenPgp => ({
  ready: async () => {
    await loadLibrary();
  },
  makeKey,
  makeAttestationKey,
  readCertificate: async (file) => {
    const opened = await openCertificate(file);
    return opened.ok ? ok(opened.value.certificate) : opened;
  },
  renewCertificate,
  revokedAs,
  withRevocation,
  readAttestation,
  readJoinFile,
  unusable: async (certificate) => {
    const opened = await openCertificate(certificate);
    if (!opened.ok) return "no-encryption-key";
    const { key } = opened.value;
    return whyUnusable(key, momentFor([key], now()));
  },
  words: async ({ fingerprint }) => wordsOf(fingerprint),
  sign,
  signText,
  seal: async (message) => seal(message, now()),
  unseal,
  verify: async (payload, signature, certificate) => verify(payload, signature, certificate, now()),
  verifyText: async (text, signature, certificate) => verify(text, signature, certificate, now()),
  signedOn: async (signature) => {
    const packet = await signaturePacketOf(signature);
    return packet?.created instanceof Date ? dayOf(packet.created) : undefined;
  },
  outside: async (file) => outsideOf(file),
  armor: armored,
  dearmor: async (file) =>
    isBinary(file) ? framesOf(file, mostPackets) && file : unarmored(file)?.bytes,
});
