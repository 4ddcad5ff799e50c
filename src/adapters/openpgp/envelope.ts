/** The outside of a message: for whom it is and where the encrypted part lies. Needs no key, and no library. */
import type { Outside } from "../../domain/sealing/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { toHex } from "../../domain/text/bytes.ts";
import { binaryOf, isBinary } from "./armor.ts";
import { frameAt, tags } from "./frames.ts";

/** Of a file as it is, and of what comes out when it is unpacked. */
export const mostBytes = 32 * 1024 * 1024;

const mostReaders = 256;

export interface Envelope {
  /** Bodies of the packets that hold the session key, one a reader. */
  readonly sessionKeys: readonly Uint8Array[];
  /** Body of the packet that holds everything else. */
  readonly sealed: Uint8Array;
}

export type EnvelopeFailure = {
  readonly type: "seal-malformed" | "seal-unusual";
};

/**
 * Session keys for at most 256 readers, then one encrypted part, and the end of the file. Whoever carries a file
 * can put packets before, between and behind these; nothing signs them, so none is taken.
 */
export const openEnvelope = (message: Uint8Array): Result<Envelope, EnvelopeFailure> => {
  const sessionKeys: Uint8Array[] = [];
  for (let at = 0; ;) {
    const frame = frameAt(message, at);
    switch (frame?.tag) {
      case tags.sessionKey:
        if (sessionKeys.length === mostReaders) return fail({ type: "seal-unusual" });
        sessionKeys.push(frame.body);
        at = frame.next;
        break;
      case tags.passphraseKey:
        return fail({ type: "seal-unusual" });
      case tags.protectedData:
        return sessionKeys.length > 0 && frame.next === message.length
          ? ok({ sessionKeys, sealed: frame.body })
          : fail({ type: "seal-malformed" });
      default:
        return fail({ type: "seal-malformed" });
    }
  }
};

/** RFC 9580 §5.1: the key id that a session key is for; nothing where it is hidden, or of a version that we do not know. */
const readerOf = (sessionKey: Uint8Array): string | undefined => {
  const keyId = ((): Uint8Array => {
    if (sessionKey[0] === 3) return sessionKey.subarray(1, 9);
    if (sessionKey[0] !== 6) return sessionKey.subarray(0, 0);
    // One octet of length, then a key version and a fingerprint: version 4 ends with the key id, version 6 begins with it.
    const fingerprint = sessionKey.subarray(3, 2 + (sessionKey[1] ?? 0));
    return sessionKey[2] === 4 ? fingerprint.subarray(-8) : fingerprint.subarray(0, 8);
  })();
  return keyId.length === 8 && keyId.some((byte) => byte !== 0) ? toHex(keyId) : undefined;
};

export const outsideOf = (file: Uint8Array): Outside | undefined => {
  if (file.length > mostBytes) return undefined;
  const message = binaryOf(file, "message");
  const envelope = message === undefined ? undefined : openEnvelope(message);
  if (envelope?.ok !== true) return undefined;
  return {
    size: file.length,
    armored: !isBinary(file),
    readers: envelope.value.sessionKeys.map(readerOf),
    sealedBytes: envelope.value.sealed.length,
  };
};
