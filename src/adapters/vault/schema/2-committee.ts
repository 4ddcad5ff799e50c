/** Step 2 of the schema. Committees, tallies and lists of signers. */
export const committee = `
  CREATE TABLE identity (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    handle TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    certificate BLOB NOT NULL,
    secret BLOB NOT NULL,
    revocation TEXT NOT NULL,
    incarnation TEXT NOT NULL,
    supersedes TEXT NOT NULL,
    exchange_name TEXT NOT NULL
  ) STRICT;
  CREATE TABLE committees (
    sha256 TEXT PRIMARY KEY,
    number INTEGER NOT NULL CHECK (number >= 1),
    payload BLOB NOT NULL,
    fingerprints TEXT NOT NULL,
    anchor INTEGER NOT NULL CHECK (anchor IN (0, 1))
  ) STRICT;
  CREATE TABLE committee_signatures (
    committee TEXT NOT NULL REFERENCES committees ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place >= 1),
    signer TEXT NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (committee, place),
    UNIQUE (committee, signer)
  ) STRICT;
  CREATE TABLE snapshot_links (
    text TEXT NOT NULL,
    writer TEXT NOT NULL,
    incarnation TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    sha256 TEXT NOT NULL,
    prev TEXT,
    PRIMARY KEY (text, writer, incarnation, seq, sha256)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE snapshot_tops (
    text TEXT NOT NULL,
    writer TEXT NOT NULL,
    incarnation TEXT NOT NULL,
    seq INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    payload BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (text, writer, incarnation, seq, sha256),
    FOREIGN KEY (text, writer, incarnation, seq, sha256) REFERENCES snapshot_links ON DELETE CASCADE
  ) STRICT;
  CREATE TABLE own_snapshots (
    text TEXT NOT NULL,
    writer TEXT NOT NULL,
    incarnation TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    sha256 TEXT NOT NULL,
    prev TEXT,
    named INTEGER CHECK (named IN (0, 1)),
    payload BLOB,
    signature BLOB CHECK ((payload IS NULL) = (signature IS NULL)),
    PRIMARY KEY (text, seq)
  ) STRICT;
  CREATE TABLE openings (
    token TEXT PRIMARY KEY,
    person TEXT NOT NULL UNIQUE REFERENCES people ON DELETE CASCADE,
    salt BLOB NOT NULL CHECK (length(salt) = 16)
  ) STRICT, WITHOUT ROWID;
  ALTER TABLE letters ADD COLUMN shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1));
  UPDATE campaign SET definition = (
    SELECT json_group_object(member, json(value) ORDER BY member)
    FROM (
      SELECT key AS member, definition -> fullkey AS value FROM json_each(definition)
      UNION ALL SELECT 'settings', '{"oldAfterDays":14,"smallestTeam":10}'
    )
  );
`;
