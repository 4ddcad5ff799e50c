/** What a member says anew of the same key: a later end, another subkey, a revocation. Nothing that was said before is lost, a revocation least of all. */
import type { Certificate } from "../../domain/sealing/certificate.ts";
import type { CertificateFailure } from "../../domain/sealing/failures.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { openCertificate } from "./read-certificate.ts";

/** Both in one, in the one form in which certificates travel; nothing where they are of two keys. */
export const renewCertificate = async (
  present: Uint8Array,
  file: Uint8Array,
): Promise<Result<Certificate | undefined, CertificateFailure>> => {
  const [known, fresh] = [await openCertificate(present), await openCertificate(file)];
  if (!known.ok) return known;
  if (!fresh.ok) return fresh;
  if (known.value.certificate.fingerprint !== fresh.value.certificate.fingerprint)
    return ok(undefined);
  const both = await known.value.key.update(fresh.value.key);
  const read = await openCertificate(new Uint8Array(both.write()));
  return read.ok ? ok(read.value.certificate) : read;
};
