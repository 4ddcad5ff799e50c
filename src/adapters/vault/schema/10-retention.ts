/** Step 10 of the schema. How long things are kept, and which backups there are. */
export const retention = `
  CREATE TABLE retention (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    purge_after TEXT,
    held_since TEXT
  ) STRICT;
  CREATE TABLE backups (
    path TEXT PRIMARY KEY,
    made_on TEXT NOT NULL,
    stale INTEGER NOT NULL CHECK (stale IN (0, 1))
  ) STRICT, WITHOUT ROWID;
`;
