/**
 * A first look into the encrypted part of a message (RFC 9580 §5.13.1, version 1, the only one that our keys ask for), so
 * that its packets can be counted before the library parses them: a file of 1,200 bytes can hold half a million.
 * Nothing is trusted on its account. Whether a single bit was changed is for the library to say.
 */
import { createDecipheriv } from "node:crypto";

const blockBytes = 16;
/** At the end: a packet of its own with the library's integrity check in it. */
const checkBytes = 22;

/** What seems to be inside, unchecked; nothing where it is not of that version. */
export const glanceInside = (body: Uint8Array, sessionKey: Uint8Array): Uint8Array | undefined => {
  if (body[0] !== 1) return undefined;
  const cipher = `aes-${sessionKey.length * 8}-cfb`;
  const decipher = createDecipheriv(cipher, sessionKey, new Uint8Array(blockBytes));
  // CFB is a stream: `update` gives all of it, and `final` nothing.
  const plain = decipher.update(body.subarray(1));
  // In front: a block of noise, and its last two octets again.
  return plain.subarray(blockBytes + 2, -checkBytes);
};
