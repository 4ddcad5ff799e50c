/** How a key of a certificate stands at a moment: usable, expired or revoked. */
import type { PublicKey, Subkey } from "openpgp";
import type { Unusable } from "../../domain/sealing/failures.ts";
import { later, plusADay } from "./days.ts";
import { loadLibrary, tried } from "./library.ts";

/** Revoked as a whole: its primary key, or every user id of it. A revocation as compromised, or without a reason, reaches back to the beginning. */
export const isRevoked = async (key: PublicKey, at: Date): Promise<boolean> => {
  const { forRevocations } = await loadLibrary();
  if (await key.isRevoked(undefined, undefined, at, forRevocations)) return true;
  for (const user of key.users)
    for (const signature of user.selfCertifications)
      if (!(await user.isRevoked(signature, undefined, at, forRevocations))) return false;
  return true;
};

const isSubkeyRevoked = async (subkey: Subkey, at: Date): Promise<boolean> => {
  const { forRevocations } = await loadLibrary();
  const [binding] = subkey.bindingSignatures;
  return (
    binding !== undefined &&
    (await subkey.isRevoked(binding, subkey.mainKey.keyPacket, at, forRevocations))
  );
};

/** Its oldest self-signature says when a certificate came to be as it is: tools replace them, to put off an expiry. */
const boundSince = (key: PublicKey, subkey: Subkey | undefined): Date => {
  const oldest = (signatures: readonly { readonly created: Date | null }[]): Date =>
    new Date(Math.min(...signatures.map(({ created }) => Number(created))));
  const since = oldest(key.users.flatMap((user) => user.selfCertifications));
  return subkey === undefined ? since : later(since, oldest(subkey.bindingSignatures));
};

/** Whether that key of the certificate, which made a signature then, could make one: a key that never signs is `unfit`. */
export const signerStanding = async (
  key: PublicKey,
  signer: PublicKey | Subkey,
  at: Date,
): Promise<"good" | "expired" | "revoked" | "unfit"> => {
  const { config } = await loadLibrary();
  const subkey = key.subkeys.find((one) => one === signer);
  // Its making is in the key itself, so no signature can move it.
  if (at < signer.getCreationTime()) return "expired";
  if (await isRevoked(key, at)) return "revoked";
  if (subkey !== undefined && (await isSubkeyRevoked(subkey, at))) return "revoked";
  const since = boundSince(key, subkey);
  const signs = async (moment: Date): Promise<boolean> =>
    (await tried(async () => key.getSigningKey(signer.getKeyID(), moment, undefined, config))) !==
    undefined;
  if (await signs(later(at, since))) return "good";
  return (await signs(since)) ? "expired" : "unfit";
};

/** Now, or when the latest of these keys was made: one that was made where it is tomorrow already counts as made. */
export const momentFor = (keys: readonly PublicKey[], now: Date): Date =>
  keys
    // A subkey may be made a second after its key.
    .flatMap((key) => key.getKeys().map((part) => part.getCreationTime()))
    .filter((made) => made <= plusADay(now))
    .reduce((latest, made) => later(latest, made), now);

const encryptsWith = (subkey: Subkey): boolean =>
  subkey.bindingSignatures.some(({ keyFlags }) => ((keyFlags?.[0] ?? 0) & 0x0c) !== 0);

/** Why nothing can be encrypted to it then, or nothing. Tried out: a key may be well signed, and no point on its curve. */
export const whyUnusable = async (key: PublicKey, date: Date): Promise<Unusable | undefined> => {
  const { pgp, config } = await loadLibrary();
  if (await isRevoked(key, date)) return "revoked";
  const data = new Uint8Array(32);
  const encrypted = await tried(async () =>
    pgp.encryptSessionKey({
      data,
      algorithm: "aes256",
      encryptionKeys: key,
      date,
      config,
      format: "binary",
    }),
  );
  if (encrypted !== undefined) return undefined;
  const alive = async (): Promise<true> => {
    await key.verifyPrimaryKey(date, undefined, config);
    return true;
  };
  if ((await tried(alive)) === undefined) return "expired";
  let why: Unusable = "no-encryption-key";
  for (const subkey of key.subkeys.filter(encryptsWith)) {
    if (await isSubkeyRevoked(subkey, date)) why = "revoked";
    else if ((await tried(async () => subkey.verify(date, config))) === undefined) return "expired";
  }
  return why;
};
