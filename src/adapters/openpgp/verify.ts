/** Judges one signature, by structure and at its own day; the clock decides only whether it is ahead. */
import type { SignaturePacket } from "openpgp";
import type { Verdict } from "../../domain/sealing/failures.ts";
import { plusADay } from "./days.ts";
import { frameAt, tags } from "./frames.ts";
import { loadLibrary, tried } from "./library.ts";
import { openCertificate } from "./read-certificate.ts";
import { signerStanding } from "./standing.ts";

/** The one signature packet that these bytes are, of version 4; nothing for anything else. */
export const signaturePacketOf = async (
  bytes: Uint8Array,
): Promise<SignaturePacket | undefined> => {
  const frame = frameAt(bytes, 0);
  if (frame?.tag !== tags.signature || frame.next !== bytes.length || frame.body[0] !== 4)
    return undefined;
  const { pgp, config } = await loadLibrary();
  const signature = await tried(async () => pgp.readSignature({ binarySignature: bytes, config }));
  return signature?.packets.length === 1 ? signature.packets[0] : undefined;
};

const isSame = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a !== null && b !== null && Buffer.from(a).equals(b);

/** The signed bytes, or a text whose line ends do not count: each is a type of its own (RFC 9580 §5.2.1). */
export const verify = async (
  content: Uint8Array | string,
  signature: Uint8Array,
  certificate: Uint8Array,
  now: Date,
): Promise<Verdict> => {
  const packet = await signaturePacketOf(signature);
  const opened = await openCertificate(certificate);
  if (packet === undefined || packet.created === null || !opened.ok) return "bad";
  const { key } = opened.value;
  // The key id is 64 bits, and some signatures carry nothing else; which key it was is for the arithmetic below to say.
  const signer = key
    .getKeys()
    .find(
      (own) =>
        own.getKeyID().equals(packet.issuerKeyID) &&
        (packet.issuerFingerprint === null ||
          isSame(packet.issuerFingerprint, own.keyPacket.getFingerprintBytes())),
    );
  if (signer === undefined) return "other-key";

  const { pgp, config } = await loadLibrary();
  const { sha256, sha384, sha512, sha3_256, sha3_512 } = pgp.enums.hash;
  const strong: readonly (number | null)[] = [sha256, sha384, sha512, sha3_256, sha3_512];
  const type = pgp.enums.signature[typeof content === "string" ? "text" : "binary"];
  // One that says when it ends would be good today and bad tomorrow, and merging must not depend on the day.
  if (packet.signatureType !== type || !strong.includes(packet.hashAlgorithm)) return "bad";
  if (!packet.signatureNeverExpires) return "bad";

  const { created } = packet;
  const matches = await tried(async () => {
    const message =
      typeof content === "string"
        ? await pgp.createMessage({ text: content })
        : await pgp.createMessage({ binary: content });
    const [literal] = message.packets;
    if (literal === undefined) return false;
    await packet.verify(signer.keyPacket, type, literal, created, true, config);
    return true;
  });
  if (matches !== true) return "bad";
  if (created > plusADay(now)) return "ahead";
  const standing = await signerStanding(key, signer, created);
  return standing === "unfit" ? "bad" : standing;
};
