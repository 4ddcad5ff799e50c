/** Step 12 of the schema. Keys that their holders took back before a number of the committee file says so. */
export const revokedKeys = `
  CREATE TABLE revoked_keys (
    fingerprint TEXT PRIMARY KEY,
    certificate BLOB NOT NULL,
    revoked TEXT NOT NULL CHECK (revoked IN ('always', 'later'))
  ) STRICT, WITHOUT ROWID;
`;
