/** Step 3 of the schema. Demands, facts, and letters that went out. */
export const lettersSent = `
  CREATE TABLE demands (
    demand TEXT PRIMARY KEY,
    definition TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE demand_changes (
    id INTEGER PRIMARY KEY,
    demand TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'partly-met', 'met', 'refused')),
    since TEXT NOT NULL,
    words TEXT
  ) STRICT;
  CREATE INDEX demand_changes_by_demand ON demand_changes (demand);
  CREATE TABLE facts (
    fact TEXT PRIMARY KEY,
    claim TEXT NOT NULL,
    source TEXT NOT NULL,
    day TEXT NOT NULL,
    known TEXT NOT NULL CHECK (known IN ('public', 'work')),
    let_through INTEGER NOT NULL CHECK (let_through IN (0, 1))
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE deliveries (
    number INTEGER PRIMARY KEY CHECK (number >= 1),
    letter TEXT NOT NULL REFERENCES letters (name),
    text TEXT NOT NULL REFERENCES texts (hash),
    addressee TEXT NOT NULL,
    way TEXT NOT NULL,
    delivered_on TEXT NOT NULL,
    answer_by TEXT
  ) STRICT;
  CREATE TABLE responses (
    id INTEGER PRIMARY KEY,
    delivery INTEGER NOT NULL REFERENCES deliveries (number),
    answered_on TEXT NOT NULL,
    answers TEXT NOT NULL
  ) STRICT;
  CREATE TABLE publications (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL REFERENCES texts (hash),
    published_on TEXT NOT NULL,
    roles TEXT NOT NULL,
    other_workers INTEGER NOT NULL CHECK (other_workers >= 0),
    other_supporters INTEGER NOT NULL CHECK (other_supporters >= 0)
  ) STRICT;
  CREATE INDEX publications_by_text ON publications (text);
  CREATE TABLE attestation (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    fingerprint TEXT NOT NULL,
    certificate BLOB NOT NULL,
    secret BLOB NOT NULL,
    revocation TEXT NOT NULL
  ) STRICT;
  ALTER TABLE letters ADD COLUMN facts TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE letters ADD COLUMN about INTEGER REFERENCES deliveries (number);
  ALTER TABLE letters ADD COLUMN source TEXT;
`;
