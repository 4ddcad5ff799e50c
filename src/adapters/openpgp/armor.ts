/**
 * ASCII armor (RFC 9580 §6). The library writes it; it is read here, since the library takes text before and behind
 * a block, and any checksum, for part of it.
 */
import { loadLibrary } from "./library.ts";

const titles = {
  message: "MESSAGE",
  certificate: "PUBLIC KEY BLOCK",
  signature: "SIGNATURE",
} as const;

export type ArmorKind = keyof typeof titles;

const kinds = Object.keys(titles) as readonly ArmorKind[];

/** With the checksum: GnuPG 2.2 trips over blocks without one. */
export const armored = async (kind: ArmorKind, bytes: Uint8Array): Promise<string> => {
  const { pgp, config } = await loadLibrary();
  const { message, publicKey, signature } = pgp.enums.armor;
  const type = { message, certificate: publicKey, signature }[kind];
  return pgp.armor(type, bytes, undefined, undefined, undefined, true, config);
};

/** §6.1.1. It finds accidents and protects nothing. */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 16;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x800000 ? (crc << 1) ^ 0x1864cfb : crc << 1;
  return crc;
});

const crc24 = (bytes: Uint8Array): string => {
  let crc = 0xb704ce;
  for (const byte of bytes)
    crc = ((crc << 8) & 0xffffff) ^ (crcTable[((crc >> 16) ^ byte) & 0xff] ?? 0);
  return Buffer.from([crc >> 16, (crc >> 8) & 0xff, crc & 0xff]).toString("base64");
};

/** Where the headers end; nothing where one is none of the two kinds that tell nothing about the content. */
const behindHeaders = (text: string, from: number): number | undefined => {
  const header = /(?:(?:Comment|Version):[^\r\n]*|([ \t]*))\r?\n/uy;
  for (let at = from; ; at = header.lastIndex) {
    header.lastIndex = at;
    const match = header.exec(text);
    if (match === null) return undefined;
    if (match[1] !== undefined) return header.lastIndex;
  }
};

/** Base 64 in its one spelling, and behind it the checksum, which may be missing but not wrong. */
const bytesIn = (body: string): Uint8Array | undefined => {
  const packed = body.replaceAll(/[ \t\r\n]+/gu, "");
  const end = packed.length % 4 === 1 ? packed.length - 5 : packed.length;
  const base64 = packed.slice(0, end);
  const decoded = Buffer.from(base64, "base64");
  if (decoded.length === 0 || decoded.toString("base64") !== base64) return undefined;
  const bytes = new Uint8Array(decoded.buffer, decoded.byteOffset, decoded.length);
  const sum = packed.slice(end);
  return sum === "" || sum === `=${crc24(bytes)}` ? bytes : undefined;
};

/** The one block that the file consists of, white space around it aside; nothing for anything else. */
export const unarmored = (
  file: Uint8Array,
): { readonly kind: ArmorKind; readonly bytes: Uint8Array } | undefined => {
  // It also takes the byte order mark off.
  const text = new TextDecoder().decode(file).trim();
  for (const kind of kinds) {
    const begin = `-----BEGIN PGP ${titles[kind]}-----`;
    const end = `\n-----END PGP ${titles[kind]}-----`;
    if (text.startsWith(begin) && text.endsWith(end)) {
      const newline = /[ \t]*\r?\n/uy;
      newline.lastIndex = begin.length;
      const from = newline.test(text) ? behindHeaders(text, newline.lastIndex) : undefined;
      const bytes = from === undefined ? undefined : bytesIn(text.slice(from, -end.length));
      return bytes === undefined ? undefined : { kind, bytes };
    }
  }
  return undefined;
};

/**
 * Every packet begins with an octet that no ASCII text has (§4.2). 0xEF would be a packet of type 47, which does not
 * exist; it is how a text begins that went through an editor of Windows.
 */
export const isBinary = (file: Uint8Array): boolean => (file[0] ?? 0) >= 0x80 && file[0] !== 0xef;

/** The binary of a file that is binary, or one armored block of that kind; nothing for anything else. */
export const binaryOf = (file: Uint8Array, kind: ArmorKind): Uint8Array | undefined => {
  if (isBinary(file)) return file;
  const block = unarmored(file);
  return block?.kind === kind ? block.bytes : undefined;
};
