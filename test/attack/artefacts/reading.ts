/**
 * What can be read out of a file by whoever holds it: by a stranger, who has its bytes, and by a member, who has a key. With OpenPGP.js alone and none of
 * our own reading, so that what our programs overlook is found.
 */
import { unzipSync } from "fflate";
import * as openpgp from "openpgp";

/** Opened by one key: what is inside, and when each signature in it says that it was made. */
export interface Opened {
  readonly text: string;
  readonly moments: readonly Date[];
}

const readable = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

const beginsWith = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.subarray(0, text.length)).toString("latin1") === text;

/** What is inside the armor, each block by itself. */
const unarmored = async (bytes: Uint8Array): Promise<readonly Uint8Array[]> => {
  const blocks = readable(bytes).match(/-----BEGIN PGP [^]*?-----END PGP [A-Z ]+-----/gu) ?? [];
  return Promise.all(
    blocks.map(async (block) => {
      const { data } = await openpgp.unarmor(block);
      return data as Uint8Array;
    }),
  );
};

/** Every text that stands in the bytes without a key: as they are, out of their armor, and out of a ZIP. */
export const openly = async (bytes: Uint8Array): Promise<string> => {
  const inside = beginsWith(bytes, "PK\u0003\u0004") ? Object.values(unzipSync(bytes)) : [];
  return [bytes, ...(await unarmored(bytes)), ...inside].map(readable).join("\n");
};

const packets = {
  2: openpgp.SignaturePacket,
  6: openpgp.PublicKeyPacket,
  13: openpgp.UserIDPacket,
  14: openpgp.PublicSubkeyPacket,
};

const packetsIn = async (bytes: Uint8Array) => {
  const [block] = await unarmored(bytes);
  try {
    return [...(await openpgp.PacketList.fromBinary(block ?? bytes, packets as never))];
  } catch {
    return [];
  }
};

/** The keys that a file says it is encrypted to: its id, or nothing where that is hidden. */
export const keysShown = async (bytes: Uint8Array): Promise<readonly (string | undefined)[]> => {
  const [block] = await unarmored(bytes);
  try {
    const message = await openpgp.readMessage({ binaryMessage: block ?? bytes });
    const ids = message.getEncryptionKeyIDs().map((id) => id.toHex());
    return ids.map((id) => (/^0+$/u.test(id) ? undefined : id));
  } catch {
    return [];
  }
};

/** When keys and signatures that stand openly in the bytes say that they were made. */
export const openMoments = async (bytes: Uint8Array): Promise<readonly Date[]> =>
  (await packetsIn(bytes)).flatMap((packet) => {
    if (
      packet instanceof openpgp.SignaturePacket ||
      packet instanceof openpgp.PublicKeyPacket ||
      packet instanceof openpgp.PublicSubkeyPacket
    )
      return packet.created === null ? [] : [packet.created];
    return [];
  });

/** Nothing where the key does not open it. `secret` is an OpenPGP key in binary. */
export const openedBy = async (
  bytes: Uint8Array,
  secret: Uint8Array,
): Promise<Opened | undefined> => {
  const [block] = await unarmored(bytes);
  const decryptionKeys = await openpgp.readPrivateKey({ binaryKey: secret });
  try {
    const message = await openpgp.readMessage({ binaryMessage: block ?? bytes });
    const { data, signatures } = await openpgp.decrypt({
      message,
      decryptionKeys,
      format: "binary",
    });
    const made = await Promise.all(signatures.map(({ signature }) => signature));
    const moments = made.flatMap((signature) => signature.packets.map(({ created }) => created));
    return { text: readable(data), moments: moments.filter((moment) => moment !== null) };
  } catch {
    return undefined;
  }
};
