/**
 * Messages put together packet by packet, as somebody can who knows our certificate. Shares nothing with our code but
 * the two lengths of a header; the session key alone is encrypted by openpgp.js.
 */
import { createCipheriv, createHash, randomBytes } from "node:crypto";
import { constants, deflateRawSync } from "node:zlib";
import * as openpgp from "openpgp";

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const concat = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts));

export const times = (count: number, bytes: Uint8Array): Uint8Array =>
  new Uint8Array(count * bytes.length).map((_, at) => bytes[at % bytes.length] ?? 0);

const lengthOf = (bytes: Uint8Array): Uint8Array => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
};

/** A packet with a length of five octets, whatever its size. */
export const packet = (tag: number, body: Uint8Array): Uint8Array =>
  concat(Uint8Array.of(0xc0 | tag, 255), lengthOf(body), body);

/** The same packet with a header of before 1998, for types below 16. */
export const legacyPacket = (tag: number, body: Uint8Array): Uint8Array =>
  concat(Uint8Array.of(0x80 | (tag << 2) | 2), lengthOf(body), body);

export const literal = (text: string | Uint8Array, name = ""): Uint8Array =>
  packet(
    11,
    concat(
      bytesOf("b"),
      Uint8Array.of(bytesOf(name).length),
      bytesOf(name),
      Uint8Array.of(0, 0, 0, 0),
      typeof text === "string" ? bytesOf(text) : text,
    ),
  );

export const onePass = packet(4, Uint8Array.of(3, 0, 10, 22, 1, 2, 3, 4, 5, 6, 7, 8, 1));

/** Deflated: type 1, RFC 1951. */
export const compressed = (inside: Uint8Array): Uint8Array =>
  packet(8, concat(Uint8Array.of(1), deflateRawSync(inside)));

/** A compressed packet that begins as it says and goes on with zeros to as many MiB. */
export const compressedZeros = (start: Uint8Array, mebibytes: number): Uint8Array => {
  // Cut at a full flush, each piece stands by itself and can be repeated.
  const piece = (bytes: Uint8Array): Uint8Array =>
    deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  const zeros = piece(new Uint8Array(1024 * 1024));
  const all = Array.from({ length: mebibytes }, () => zeros);
  return packet(
    8,
    concat(Uint8Array.of(1), piece(start), ...all, deflateRawSync(new Uint8Array())),
  );
};

/** RFC 9580 §5.13.1: noise, its end again, the packets, and a SHA-1 over all of it, in AES-CFB. */
export const protectedPacket = (
  plain: Uint8Array,
  sessionKey: Uint8Array,
  check = Uint8Array.of(0xd3, 0x14),
): Uint8Array => {
  const noise = randomBytes(16);
  const start = concat(noise, noise.subarray(14), plain, check);
  const whole = concat(start, createHash("sha1").update(start).digest());
  const cipher = createCipheriv("aes-256-cfb", sessionKey, new Uint8Array(16));
  return packet(18, concat(Uint8Array.of(1), cipher.update(whole), cipher.final()));
};

export const newSessionKey = (): Uint8Array => new Uint8Array(randomBytes(32));

/** The packet that gives one reader the session key. */
export const sessionKeyPacket = async (
  certificate: Uint8Array,
  sessionKey: Uint8Array,
  named = false,
): Promise<Uint8Array> =>
  openpgp.encryptSessionKey({
    data: sessionKey,
    algorithm: "aes256",
    encryptionKeys: await openpgp.readKey({ binaryKey: certificate }),
    wildcard: !named,
    format: "binary",
  });

/** A message to one reader with these packets inside. */
export const messageOf = async (
  plain: Uint8Array,
  certificate: Uint8Array,
): Promise<Uint8Array> => {
  const sessionKey = newSessionKey();
  return concat(
    await sessionKeyPacket(certificate, sessionKey),
    protectedPacket(plain, sessionKey),
  );
};

/** Framed with five octets of length, with one or two, in the old format, or in two parts. */
export const framedAnyhow = (tag: number, body: Uint8Array, style: number): Uint8Array => {
  const start = 0xc0 | tag;
  const size = body.length;
  if (style === 1)
    return size < 192
      ? concat(Uint8Array.of(start, size), body)
      : concat(Uint8Array.of(start, 192 + ((size - 192) >> 8), (size - 192) & 0xff), body);
  if (style === 2 && tag < 16) return legacyPacket(tag, body);
  if (style === 3)
    return concat(
      Uint8Array.of(start, 0xe9),
      new Uint8Array(512),
      Uint8Array.of(255),
      lengthOf(body),
      body,
    );
  return packet(tag, body);
};
