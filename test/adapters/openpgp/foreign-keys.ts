/** Sample keys with what tools other than ours may put into them, and certificates taken apart. */
import * as openpgp from "openpgp";

/** A key made elsewhere, with what tools other than ours may put into it. */
export const foreign = async (
  options: Partial<openpgp.KeyOptions> = {},
): Promise<{ readonly privateKey: openpgp.PrivateKey; readonly publicKey: openpgp.PublicKey }> =>
  openpgp.generateKey({
    userIDs: [{ name: "Ada Sample", email: "ada@example.org" }],
    type: "ecc",
    curve: "curve25519Legacy",
    ...options,
    format: "object",
  });

const packetsOf = (certificate: Uint8Array): Promise<openpgp.PacketList<openpgp.AnyPacket>> =>
  openpgp.PacketList.fromBinary(certificate, {
    2: openpgp.SignaturePacket,
    6: openpgp.PublicKeyPacket,
    13: openpgp.UserIDPacket,
    14: openpgp.PublicSubkeyPacket,
  } as never);

/** The packets of a certificate of ours, each by itself. */
export interface CertificatePackets {
  readonly key: Uint8Array;
  readonly user: Uint8Array;
  readonly selfSignature: Uint8Array;
  readonly subkey: Uint8Array;
  readonly binding: Uint8Array;
}

export const takenApart = async (certificate: Uint8Array): Promise<CertificatePackets> => {
  const all = (await packetsOf(certificate)).map((one) => {
    const list = new openpgp.PacketList<openpgp.AnyPacket>();
    list.push(one);
    return list.write();
  });
  const [key, user, selfSignature, subkey, binding] = all as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  return { key, user, selfSignature, subkey, binding };
};

/** What a signature made by hand may say. */
export interface SignatureFields {
  readonly signatureType: number;
  readonly hashAlgorithm?: number;
  readonly date?: Date;
  readonly signatureExpirationTime?: number;
  readonly keyFlags?: readonly number[];
  readonly reasonForRevocationFlag?: number;
  readonly reasonForRevocationString?: string;
}

/** A key, a subkey, or what passes for one. */
export type KeyHolder = Pick<openpgp.Key | openpgp.Subkey, "keyPacket">;

/** A signature of any kind over anything, by SHA-512 unless said otherwise. */
export const signedByHand = async (
  key: KeyHolder,
  over: object,
  { date = new Date(), ...fields }: SignatureFields,
): Promise<openpgp.SignaturePacket> => {
  const publicKeyAlgorithm = key.keyPacket.algorithm;
  const packet = new openpgp.SignaturePacket();
  Object.assign(packet, { publicKeyAlgorithm, hashAlgorithm: 10, ...fields });
  const config = { ...openpgp.config, nonDeterministicSignaturesViaNotation: false };
  const settings = [date, "text" in over, config] as unknown as [Date];
  await packet.sign(key.keyPacket as openpgp.SecretKeyPacket, over as Uint8Array, ...settings);
  return packet;
};

/** The same over a payload, detached, in binary. */
export const signedPayload = async (
  key: KeyHolder,
  payload: Uint8Array,
  fields: Partial<SignatureFields> = {},
): Promise<Uint8Array> => {
  const [literal] = (await openpgp.createMessage({ binary: payload })).packets;
  const list = new openpgp.PacketList<openpgp.SignaturePacket>();
  list.push(await signedByHand(key, literal ?? {}, { signatureType: 0, ...fields }));
  return list.write();
};
