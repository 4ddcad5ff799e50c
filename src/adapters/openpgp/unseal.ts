/** Opens a message with our secret key. Who signed it is not asked here. */
import type { SessionKey } from "openpgp";

import type { UnsealFailure } from "../../domain/sealing/failures.ts";
import type { Unsealed } from "../../domain/sealing/ports.ts";
import { fail } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { binaryOf } from "./armor.ts";
import { readContents } from "./contents.ts";
import { mostBytes, openEnvelope } from "./envelope.ts";
import { framed, tags } from "./frames.ts";
import { glanceInside } from "./glance.ts";
import { loadLibrary, tried } from "./library.ts";

/**
 * AES only (RFC 9580 §9.3): the other ciphers are not what our key asks for, and a large file in one of
 * them would keep the machine busy for minutes.
 */
const isAes = (key: {
  readonly data: Uint8Array;
  readonly algorithm: string | null;
}): key is SessionKey => key.algorithm?.startsWith("aes") === true;

/** One after the other, each by itself: what is broken about a stranger's session key is no concern of ours. */
const findSessionKey = async (
  sessionKeys: readonly Uint8Array[],
  secret: Uint8Array,
): Promise<SessionKey | undefined> => {
  const { pgp, config } = await loadLibrary();
  const key = await pgp.readPrivateKey({ binaryKey: secret, config });
  for (const sessionKey of sessionKeys) {
    const found = await tried(async () => {
      const binaryMessage = framed(tags.sessionKey, sessionKey);
      const message = await pgp.readMessage({ binaryMessage, config });
      return pgp.decryptSessionKeys({ message, decryptionKeys: key, config });
    });
    const usable = found?.find(isAes);
    if (usable !== undefined) return usable;
  }
  return undefined;
};

/** The literal data, by the library: nothing where its check of the whole does not come out. */
const decrypted = async (
  sealed: Uint8Array,
  sessionKey: SessionKey,
): Promise<Uint8Array | undefined> => {
  const { pgp, config } = await loadLibrary();
  return tried(async () => {
    const binaryMessage = framed(tags.protectedData, sealed);
    const message = await pgp.readMessage({ binaryMessage, config });
    const opened = await message.decrypt(undefined, undefined, [sessionKey], undefined, {
      ...config,
      maxDecompressedMessageSize: mostBytes,
    });
    const data: unknown = opened.getLiteralData();
    return data instanceof Uint8Array ? data : undefined;
  });
};

export const unseal = async (
  file: Uint8Array,
  secret: Uint8Array,
): Promise<Result<Unsealed, UnsealFailure>> => {
  if (file.length > mostBytes) return fail({ type: "seal-too-large" });
  const message = binaryOf(file, "message");
  if (message === undefined) return fail({ type: "seal-malformed" });
  const envelope = openEnvelope(message);
  if (!envelope.ok) return envelope;
  const sessionKey = await findSessionKey(envelope.value.sessionKeys, secret);
  if (sessionKey === undefined) return fail({ type: "seal-not-for-us" });
  const { sealed } = envelope.value;
  const plain = glanceInside(sealed, sessionKey.data);
  if (plain === undefined) return fail({ type: "seal-malformed" });
  const contents = readContents(plain);
  if (!contents.ok) return contents;
  // Until here nothing was checked: a changed bit shows now.
  const whole = await decrypted(sealed, sessionKey);
  return whole !== undefined && Buffer.compare(whole, contents.value.payload) === 0
    ? contents
    : fail({ type: "seal-malformed" });
};
