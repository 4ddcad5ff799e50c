/** Whether a key was taken back by its holder, and how she does that. */
import type { Certificate, Revoked } from "../../domain/sealing/certificate.ts";
import { loadLibrary } from "./library.ts";
import { openCertificate } from "./read-certificate.ts";
import { isRevoked } from "./standing.ts";

/** After every revocation that anybody dates. */
const endOfTime = new Date("9999-12-31T00:00:00Z");

/** How it is revoked; nothing for a key that is not, and for what is no certificate. */
export const revokedAs = async (certificate: Uint8Array): Promise<Revoked | undefined> => {
  const opened = await openCertificate(certificate);
  if (!opened.ok) return undefined;
  const { key } = opened.value;
  if (await isRevoked(key, key.getCreationTime())) return "always";
  return (await isRevoked(key, endOfTime)) ? "later" : undefined;
};

/** The certificate with that revocation in it. Throws where the revocation is none of its key. */
export const withRevocation = async (
  { bytes }: Pick<Certificate, "bytes">,
  revocation: string,
): Promise<Uint8Array> => {
  const { pgp, config } = await loadLibrary();
  const opened = await openCertificate(bytes);
  if (!opened.ok) throw new TypeError("our own certificate cannot be read");
  const { publicKey } = await pgp.revokeKey({
    key: opened.value.key,
    revocationCertificate: revocation,
    format: "binary",
    config,
  });
  const revoked = await openCertificate(publicKey);
  if (!revoked.ok) throw new TypeError("our own revoked certificate cannot be read");
  return revoked.value.certificate.bytes;
};
