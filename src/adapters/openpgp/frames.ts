/**
 * Packets as RFC 9580 §4.2 frames them: where one ends, and nothing about what is in it. Every file from outside goes
 * through here before the library sees a byte of it, because the library spends a microsecond to ten on each packet
 * that it skips, and a file may hold sixteen million of them.
 */

/** The packet types (RFC 9580 §5) that we tell apart. */
export const tags = {
  sessionKey: 1,
  signature: 2,
  passphraseKey: 3,
  onePass: 4,
  publicKey: 6,
  compressed: 8,
  marker: 10,
  literal: 11,
  trust: 12,
  userId: 13,
  publicSubkey: 14,
  userAttribute: 17,
  protectedData: 18,
  padding: 21,
} as const;

/** One packet and where the next one begins. The body is a view where its length was known at once. */
export interface Frame {
  readonly tag: number;
  readonly body: Uint8Array;
  readonly next: number;
}

/** Packets of data: only they may come in parts or without a length (§4.2.1.4). */
const data: ReadonlySet<number> = new Set([
  tags.compressed,
  9,
  tags.literal,
  tags.protectedData,
  20,
]);

/** `count` octets as a number, high one first, or nothing where they are not all there. */
const numberAt = (bytes: Uint8Array, at: number, count: number): number | undefined => {
  if (at + count > bytes.length) return undefined;
  return bytes.subarray(at, at + count).reduce((sum, byte) => sum * 256 + byte, 0);
};

const cut = (bytes: Uint8Array, tag: number, at: number, length: number): Frame | undefined => {
  const next = at + length;
  return next > bytes.length ? undefined : { tag, body: bytes.subarray(at, next), next };
};

/** §4.2.2, the format of before 1998, which GnuPG still writes. */
const legacyFrame = (bytes: Uint8Array, head: number, at: number): Frame | undefined => {
  const tag = (head >> 2) & 0x0f;
  const size = [1, 2, 4][head & 0x03];
  if (size === undefined) return data.has(tag) ? cut(bytes, tag, at, bytes.length - at) : undefined;
  const length = numberAt(bytes, at, size);
  return length === undefined ? undefined : cut(bytes, tag, at + size, length);
};

/** One length of §4.2.1: of a whole body, or of a part that others follow. */
interface Length {
  readonly length: number;
  readonly from: number;
  readonly partial: boolean;
}

const lengthAt = (bytes: Uint8Array, at: number): Length | undefined => {
  const first = bytes[at];
  if (first === undefined) return undefined;
  if (first < 192) return { length: first, from: at + 1, partial: false };
  if (first >= 224 && first < 255)
    return { length: 2 ** (first & 0x1f), from: at + 1, partial: true };
  const size = first === 255 ? 4 : 1;
  const rest = numberAt(bytes, at + 1, size);
  if (rest === undefined) return undefined;
  const length = first === 255 ? rest : (first - 192) * 256 + rest + 192;
  return { length, from: at + 1 + size, partial: false };
};

/** Half a kilobyte each would be 32 MiB; whoever needs more parts is wasting our time. */
const mostParts = 65_536;

/** §4.2.1.4: the first part has at least 512 octets, the last one a length of another kind. */
const partialFrame = (bytes: Uint8Array, tag: number, first: Length): Frame | undefined => {
  if (!data.has(tag) || first.length < 512) return undefined;
  const body = new Uint8Array(bytes.length - first.from);
  let filled = 0;
  let part = first;
  for (let parts = 0; parts < mostParts; parts += 1) {
    const next = part.from + part.length;
    if (next > bytes.length) return undefined;
    body.set(bytes.subarray(part.from, next), filled);
    filled += part.length;
    if (!part.partial) return { tag, body: body.subarray(0, filled), next };
    const following = lengthAt(bytes, next);
    if (following === undefined) return undefined;
    part = following;
  }
  return undefined;
};

/** The packet that begins there, or nothing where none does that is there as a whole. */
export const frameAt = (bytes: Uint8Array, at: number): Frame | undefined => {
  const head = bytes[at];
  if (head === undefined || head < 0x80) return undefined;
  if (head < 0xc0) return legacyFrame(bytes, head, at + 1);
  const tag = head & 0x3f;
  const length = lengthAt(bytes, at + 1);
  if (length === undefined) return undefined;
  return length.partial
    ? partialFrame(bytes, tag, length)
    : cut(bytes, tag, length.from, length.length);
};

/** All packets, at most `most` of them and at least one, ending where the bytes end; else nothing. */
export const framesOf = (bytes: Uint8Array, most: number): readonly Frame[] | undefined => {
  const frames: Frame[] = [];
  for (let at = 0; frames.length === 0 || at < bytes.length;) {
    const frame = frames.length < most ? frameAt(bytes, at) : undefined;
    if (frame === undefined) return undefined;
    frames.push(frame);
    at = frame.next;
  }
  return frames;
};

export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const lengthHeader = (length: number): readonly number[] => {
  if (length < 192) return [length];
  if (length < 8384) return [((length - 192) >> 8) + 192, (length - 192) & 0xff];
  return [255, length >>> 24, (length >>> 16) & 0xff, (length >>> 8) & 0xff, length & 0xff];
};

/** The packet around a body: the one shortest header of §4.2.1. */
export const framed = (tag: number, body: Uint8Array): Uint8Array =>
  joined([Uint8Array.from([0xc0 | tag, ...lengthHeader(body.length)]), body]);
