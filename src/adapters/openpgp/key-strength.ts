/** Which keys we use: version 4, of a kind and a size that are still safe, and that do not keep the machine busy. */
import type {
  PublicKeyPacket,
  PublicSubkeyPacket,
  SecretKeyPacket,
  SecretSubkeyPacket,
} from "openpgp";

type KeyPacket = PublicKeyPacket | PublicSubkeyPacket | SecretKeyPacket | SecretSubkeyPacket;

/** RSA, and the curves of GnuPG 2.1 and of RFC 9580 (§9.1): no DSA, no ElGamal, and nothing of later days. */
const algorithms: ReadonlySet<number> = new Set([1, 2, 3, 18, 19, 22, 25, 26, 27, 28]);

/** From the body of the packet, before the library reads it: version, four octets of date, algorithm. */
export const mayBeStrong = (body: Uint8Array): boolean =>
  body[0] === 4 && algorithms.has(body[5] ?? 0);

/** OpenSSL refuses more than either: 16,384 bits, and an exponent of 64. */
const isSound = (bits: number | undefined, exponent: Uint8Array | undefined): boolean =>
  bits !== undefined && bits >= 3072 && bits <= 16_384 && (exponent?.length ?? 9) <= 8;

export const isStrong = (packet: KeyPacket): boolean => {
  const { algorithm, bits, curve } = packet.getAlgorithmInfo();
  if (packet.version !== 4) return false;
  switch (algorithm) {
    case "rsaEncryptSign":
    case "rsaEncrypt":
    case "rsaSign":
      return isSound(bits, (packet.publicParams as { readonly e?: Uint8Array }).e);
    case "ecdh":
    case "ecdsa":
      return curve !== "secp256k1";
    case "eddsaLegacy":
    case "ed25519":
    case "ed448":
    case "x25519":
    case "x448":
      return true;
    default:
      return false;
  }
};
