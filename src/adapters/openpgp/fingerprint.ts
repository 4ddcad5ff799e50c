/** The fingerprint of a primary key, as digits and as words. */
import { createHash } from "node:crypto";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { joined } from "./frames.ts";

const lengthIn = (octets: 2 | 4, length: number): Uint8Array => {
  const bytes = Buffer.alloc(octets);
  bytes.writeUIntBE(length, 0, octets);
  return bytes;
};

/** The two numbers of an RSA key of version 3, without their lengths in bits. */
const numbersOf = (body: Uint8Array): Uint8Array => {
  const numbers: Uint8Array[] = [];
  for (let at = 8; at + 2 <= body.length;) {
    const bits = (body[at] ?? 0) * 256 + (body[at + 1] ?? 0);
    const next = at + 2 + Math.ceil(bits / 8);
    numbers.push(body.subarray(at + 2, next));
    at = next;
  }
  return joined(numbers);
};

/**
 * RFC 9580 §5.5.4, from the body of the packet, for keys too that the library cannot read: a refusal names
 * the certificate. Forty digits for version 4; other versions are never ours and have other lengths.
 */
export const fingerprintOf = (publicKey: Uint8Array): Fingerprint => {
  const version = publicKey[0] ?? 0;
  const hash = ((): ReturnType<typeof createHash> => {
    if (version < 4) return createHash("md5").update(numbersOf(publicKey));
    const [name, octets] = version === 4 ? (["sha1", 2] as const) : (["sha256", 4] as const);
    return createHash(name)
      .update(Uint8Array.of(0x95 + version))
      .update(lengthIn(octets, publicKey.length))
      .update(publicKey);
  })();
  return hash.digest("hex") as Fingerprint;
};

/** BIP 39 over the twenty bytes: fifteen words, of which the last carries five check bits. */
export const wordsOf = async (fingerprint: Fingerprint): Promise<readonly string[]> => {
  const { entropyToMnemonic } = await import("@scure/bip39");
  const { wordlist } = await import("@scure/bip39/wordlists/english.js");
  return entropyToMnemonic(Uint8Array.from(Buffer.from(fingerprint, "hex")), wordlist).split(" ");
};
