/** Makes our key pairs. The secret halves are not locked here: they live in the vault, which is. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Day } from "../../domain/day.ts";
import { attestationUserId } from "../../domain/sealing/attestation-key.ts";
import type { NewKey } from "../../domain/sealing/ports.ts";
import { startOf } from "./days.ts";
import { loadLibrary } from "./library.ts";
import { openCertificate } from "./read-certificate.ts";

/** Version 4 with Curve25519 as of before RFC 9580: the one profile that GnuPG 2.2, Sequoia and RNP all read. */
const make = async (userId: string, day: Day, more: { readonly subkeys?: [] }): Promise<NewKey> => {
  const { pgp, config } = await loadLibrary();
  const { privateKey, publicKey, revocationCertificate } = await pgp.generateKey({
    type: "ecc",
    curve: "curve25519Legacy",
    userIDs: [{ name: userId }],
    date: startOf(day),
    format: "binary",
    config,
    ...more,
  });
  const opened = await openCertificate(publicKey);
  if (!opened.ok) throw new Error("our own new certificate is not one that we read");
  return {
    certificate: opened.value.certificate,
    secret: privateKey,
    revocation: revocationCertificate,
  };
};

export const makeKey = async (handle: Handle, day: Day): Promise<NewKey> => make(handle, day, {});

/** Without a subkey: it signs, and nothing can be encrypted to it. */
export const makeAttestationKey = async (day: Day): Promise<NewKey> =>
  make(attestationUserId, day, { subkeys: [] });
