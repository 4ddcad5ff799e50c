/** Step 15 of the schema. Audits: what we draw with others, and what others have drawn of ours. */
export const audits = `
  CREATE TABLE own_commitments (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL CHECK (seq >= 1),
    commitments BLOB NOT NULL CHECK (length(commitments) % 32 = 0)
  ) STRICT;
  CREATE TABLE audit_round (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    round TEXT NOT NULL,
    words TEXT NOT NULL,
    heard TEXT NOT NULL,
    begun_on TEXT NOT NULL
  ) STRICT;
  CREATE TABLE audit_results (
    id INTEGER PRIMARY KEY,
    draw TEXT NOT NULL,
    committee INTEGER NOT NULL CHECK (committee >= 1),
    writer TEXT NOT NULL,
    incarnation TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    root TEXT NOT NULL,
    people INTEGER NOT NULL,
    drawn_on TEXT NOT NULL,
    drawn INTEGER NOT NULL CHECK (drawn BETWEEN 1 AND 10),
    declined INTEGER NOT NULL DEFAULT 0,
    opened INTEGER NOT NULL DEFAULT 0 CHECK (opened + declined <= drawn),
    shown INTEGER NOT NULL DEFAULT 0 CHECK (shown <= opened),
    UNIQUE (draw, writer, incarnation)
  ) STRICT;
  CREATE TABLE audit_lines (
    result INTEGER NOT NULL REFERENCES audit_results ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place >= 1),
    line TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('not-opened', 'declined', 'opened', 'shown')),
    PRIMARY KEY (result, place)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE taken_draws (
    id INTEGER PRIMARY KEY,
    committee TEXT NOT NULL UNIQUE,
    number INTEGER NOT NULL CHECK (number >= 1),
    draw TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    root TEXT NOT NULL,
    places TEXT NOT NULL,
    taken_on TEXT NOT NULL,
    opened INTEGER NOT NULL CHECK (opened BETWEEN 0 AND 10)
  ) STRICT;
  CREATE TABLE audited_people (
    place INTEGER PRIMARY KEY CHECK (place >= 1),
    person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    line TEXT NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    path TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'declined', 'not-yet')),
    reach TEXT
  ) STRICT;
  CREATE INDEX audited_people_by_person ON audited_people (person);
`;
