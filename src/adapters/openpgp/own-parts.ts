/** Reduces a certificate to what its primary key signed, each signature checked. */
import type { Config, PublicKey, SignaturePacket } from "openpgp";
import { isStrong } from "./key-strength.ts";
import { loadLibrary, tried } from "./library.ts";

/** At five milliseconds for the slowest algorithm, what we are willing to check. */
const mostSignatures = 128;

/** Subpackets in the part that no signature covers, and that are needed to check one (RFC 9580 §5.2.3.7): who made it, and the embedded one. */
const needed: ReadonlySet<number> = new Set([16, 32, 33]);

/** The library has this one, and its types do not. */
interface WithDirectSignatures {
  directSignatures: SignaturePacket[];
}

const signaturesOf = (key: PublicKey & WithDirectSignatures): readonly SignaturePacket[] => [
  ...key.revocationSignatures,
  ...key.directSignatures,
  ...key.users.flatMap((user) => [...user.selfCertifications, ...user.revocationSignatures]),
  ...key.subkeys.flatMap((subkey) => [...subkey.bindingSignatures, ...subkey.revocationSignatures]),
];

/** Without what is there before: a part that is put in twice says nothing more, and makes two files of one certificate. */
const once = <T>(parts: readonly T[], bytesOf: (part: T) => Uint8Array | undefined): T[] => {
  const seen = new Set<string>();
  return parts.filter((part) => {
    const bytes = Buffer.from(bytesOf(part) ?? []).toString("base64");
    return seen.size < seen.add(bytes).size;
  });
};

/** Drops the rest from the key that it is given; false where no user id is left, or too much is there to check. */
export const keepOwnParts = async (given: PublicKey): Promise<boolean> => {
  const key = given as PublicKey & WithDirectSignatures;
  const { config, forRevocations } = await loadLibrary();
  const primary = key.keyPacket;
  const own = signaturesOf(key).filter(({ issuerKeyID }) => issuerKeyID.equals(primary.getKeyID()));
  if (own.length > mostSignatures) return false;

  // Each at its own moment: whether one counts today is asked when the certificate is used.
  const good = async (
    signature: SignaturePacket,
    over: object,
    settings: Config,
  ): Promise<boolean> =>
    (await tried(async () => {
      const { signatureType, created } = signature;
      if (signatureType === null || created === null) return false;
      await signature.verify(primary, signatureType, over, created, false, settings);
      return true;
    })) === true;
  const kept = async (
    signatures: readonly SignaturePacket[],
    over: object,
    settings = config,
  ): Promise<SignaturePacket[]> => {
    const result: SignaturePacket[] = [];
    for (const signature of signatures) {
      if (!(await good(signature, { key: primary, ...over }, settings))) continue;
      signature.unhashedSubpackets = signature.unhashedSubpackets.filter(({ type }) =>
        needed.has(type),
      );
      result.push(signature);
    }
    return once(result, (signature) => signature.write());
  };

  key.revocationSignatures = await kept(key.revocationSignatures, {}, forRevocations);
  key.directSignatures = await kept(key.directSignatures, {});
  for (const user of key.users) {
    const over = { userID: user.userID };
    user.selfCertifications = await kept(user.selfCertifications, over);
    user.revocationSignatures = await kept(user.revocationSignatures, over, forRevocations);
    user.otherCertifications = [];
  }
  for (const subkey of key.subkeys) {
    const over = { bind: subkey.keyPacket };
    subkey.bindingSignatures = await kept(subkey.bindingSignatures, over);
    subkey.revocationSignatures = await kept(subkey.revocationSignatures, over, forRevocations);
  }
  key.users = once(
    key.users.filter((user) => user.selfCertifications.length > 0),
    ({ userID }) => userID?.write(),
  );
  key.subkeys = once(
    key.subkeys.filter(
      (subkey) => isStrong(subkey.keyPacket) && subkey.bindingSignatures.length > 0,
    ),
    ({ keyPacket }) => keyPacket.write(),
  );
  return key.users.length > 0;
};
