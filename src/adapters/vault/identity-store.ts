/** Who the holder is to a committee: one row, the secret key in it. */
import type { Identity, IdentityStore } from "../../domain/committee/identity.ts";
import type { Incarnation } from "../../domain/tallies/tally.ts";
import { bytesOf } from "./sql.ts";
import type { Sql } from "./sql.ts";

type IdentityRow = Omit<Identity, "supersedes"> & { readonly supersedes: string };

export const createIdentityStore = (sql: Sql): IdentityStore => ({
  get: () => {
    const row = sql.get<IdentityRow>(
      `SELECT handle, fingerprint, certificate, secret, revocation, incarnation, supersedes,
         exchange_name AS exchangeName FROM identity`,
    );
    if (row === undefined) return undefined;
    return {
      ...row,
      certificate: bytesOf(row.certificate),
      secret: bytesOf(row.secret),
      supersedes: JSON.parse(row.supersedes) as readonly Incarnation[],
    };
  },
  save: (identity) => {
    sql.run(
      `INSERT OR REPLACE INTO identity
         (id, handle, fingerprint, certificate, secret, revocation, incarnation, supersedes, exchange_name)
       VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)`,
      identity.handle,
      identity.fingerprint,
      identity.certificate,
      identity.secret,
      identity.revocation,
      identity.incarnation,
      JSON.stringify(identity.supersedes),
      identity.exchangeName,
    );
  },
});
