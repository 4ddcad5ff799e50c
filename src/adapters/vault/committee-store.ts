import type { KeptCommittee } from "../../domain/committee/committee.ts";
import type { CommitteeStore, RevokedKey } from "../../domain/committee/store.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import type { Hash } from "../../domain/tallies/tally.ts";
import { bytesOf, grouped } from "./sql.ts";
import type { Sql } from "./sql.ts";

interface NumberRow {
  readonly sha256: Hash;
  readonly number: number;
  readonly payload: Uint8Array;
  readonly fingerprints: string;
  readonly anchor: number;
}

interface SignatureRow {
  readonly committee: Hash;
  readonly signer: Fingerprint;
  readonly signature: Uint8Array;
}

const rowsToKept = (row: NumberRow, signatures: readonly SignatureRow[]): KeptCommittee => ({
  number: row.number,
  sha256: row.sha256,
  payload: bytesOf(row.payload),
  signatures: signatures.map(({ signature }) => bytesOf(signature)),
  signers: signatures.map(({ signer }) => signer),
  fingerprints: JSON.parse(row.fingerprints) as readonly Fingerprint[],
  anchor: row.anchor === 1,
});

export const createCommitteeStore = (sql: Sql): CommitteeStore => ({
  all: () => {
    const signatures = grouped(
      sql.all<SignatureRow>(
        "SELECT committee, signer, signature FROM committee_signatures ORDER BY committee, place",
      ),
      ({ committee }) => committee,
    );
    return sql
      .all<NumberRow>(
        "SELECT sha256, number, payload, fingerprints, anchor FROM committees ORDER BY number, sha256",
      )
      .map((row) => rowsToKept(row, signatures.get(row.sha256) ?? []));
  },
  keep: ({ number, sha256, payload, signatures, signers, fingerprints, anchor }) => {
    sql.run(
      `INSERT INTO committees (sha256, number, payload, fingerprints, anchor) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (sha256) DO UPDATE SET anchor = excluded.anchor`,
      sha256,
      number,
      payload,
      JSON.stringify(fingerprints),
      anchor ? 1 : 0,
    );
    sql.run("DELETE FROM committee_signatures WHERE committee = ?", sha256);
    for (const [index, signature] of signatures.entries()) {
      sql.run(
        "INSERT INTO committee_signatures (committee, place, signer, signature) VALUES (?, ?, ?, ?)",
        sha256,
        index + 1,
        // Nobody's is refused by the table.
        signers[index] ?? null,
        signature,
      );
    }
  },
  revoked: () =>
    sql
      .all<RevokedKey>(
        'SELECT fingerprint, certificate, revoked AS "as" FROM revoked_keys ORDER BY fingerprint',
      )
      .map((row) => ({ ...row, certificate: bytesOf(row.certificate) })),
  revoke: ({ fingerprint, certificate, as }) => {
    sql.run(
      `INSERT INTO revoked_keys (fingerprint, certificate, revoked) VALUES (?, ?, ?)
       ON CONFLICT (fingerprint) DO UPDATE SET certificate = excluded.certificate, revoked = excluded.revoked`,
      fingerprint,
      certificate,
      as,
    );
  },
  drop: (sha256) => {
    sql.run("DELETE FROM committee_signatures WHERE committee = ?", sha256);
    sql.run("DELETE FROM committees WHERE sha256 = ?", sha256);
  },
});
