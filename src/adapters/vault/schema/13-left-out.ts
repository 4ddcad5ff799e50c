/** Step 13 of the schema. What of others' tallies is not counted here. */
export const leftOut = `
  CREATE TABLE left_out (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    signer TEXT NOT NULL,
    incarnation TEXT,
    sha256 TEXT,
    team TEXT,
    reason TEXT NOT NULL,
    day TEXT NOT NULL
  ) STRICT;
`;
