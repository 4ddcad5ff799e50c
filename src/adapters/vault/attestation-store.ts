/** The key that attests letters: one row, the secret key in it. */
import type { Attestation, AttestationStore } from "../../domain/committee/attestation.ts";
import { bytesOf } from "./sql.ts";
import type { Sql } from "./sql.ts";

export const createAttestationStore = (sql: Sql): AttestationStore => ({
  get: () => {
    const row = sql.get<Attestation>(
      "SELECT fingerprint, certificate, secret, revocation FROM attestation",
    );
    return row && { ...row, certificate: bytesOf(row.certificate), secret: bytesOf(row.secret) };
  },
  save: ({ fingerprint, certificate, secret, revocation }) => {
    sql.run(
      `INSERT OR REPLACE INTO attestation (id, fingerprint, certificate, secret, revocation)
       VALUES (1, ?, ?, ?, ?)`,
      fingerprint,
      certificate,
      secret,
      revocation,
    );
  },
});
