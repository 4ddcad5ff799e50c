/**
 * What a file seems to be by how it begins, before any of it is read: for passing over what lies in a folder by
 * chance. A file that seems to be ours may still turn out to be damaged, or nothing at all.
 */

/** First octets of OpenPGP packets of a type (RFC 9580 §4.2): in today's format, and in the one of before 1998 with its lengths. */
const octetsOf = (tag: number): readonly number[] =>
  tag < 16 ? [0xc0 | tag, ...[0, 1, 2].map((length) => 0x80 | (tag << 2) | length)] : [0xc0 | tag];

/** Session keys by certificate and by passphrase, and encrypted data without either. */
const message: ReadonlySet<number> = new Set([1, 3, 9, 18, 20].flatMap(octetsOf));

/** Public and secret keys. */
const certificate: ReadonlySet<number> = new Set([6, 5].flatMap(octetsOf));

/** Enough to tell text from what is encrypted. */
const headLength = 512;

/** The beginning as text; nothing where it is none. A character may be cut off at its end. */
const textOf = (file: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file.subarray(0, headLength), {
      stream: true,
    });
  } catch {
    return undefined;
  }
};

export const looksLike = (file: Uint8Array): "message" | "certificate" | "other" => {
  // Text first: "Über" begins with the octet of a packet.
  const text = textOf(file);
  if (text !== undefined) {
    const armor = /^\s*-----BEGIN PGP ((?:PUBLIC|PRIVATE) KEY BLOCK-----)?/u.exec(text);
    if (armor === null) return "other";
    return armor[1] === undefined ? "message" : "certificate";
  }
  const first = file[0] ?? 0;
  if (message.has(first)) return "message";
  return certificate.has(first) ? "certificate" : "other";
};
