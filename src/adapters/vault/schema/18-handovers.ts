/** Step 18 of the schema. Handovers of people: those that we gave, with who is gone by them, and those that we took. */
export const handovers = `
  CREATE TABLE handovers (
    number INTEGER PRIMARY KEY CHECK (number >= 1),
    sha256 TEXT NOT NULL,
    reader TEXT NOT NULL,
    handle TEXT NOT NULL,
    teams TEXT NOT NULL,
    people INTEGER NOT NULL CHECK (people >= 1),
    given_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('given', 'taken-back', 'erased')),
    ended_on TEXT CHECK ((ended_on IS NULL) = (state = 'given'))
  ) STRICT;
  CREATE TABLE handed_over (
    person TEXT PRIMARY KEY REFERENCES people ON DELETE CASCADE,
    handover INTEGER NOT NULL REFERENCES handovers
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX handed_over_by_handover ON handed_over (handover);
  CREATE TABLE taken_handovers (
    sha256 TEXT PRIMARY KEY,
    writer TEXT NOT NULL,
    handle TEXT NOT NULL,
    people INTEGER NOT NULL CHECK (people >= 1),
    taken_on TEXT NOT NULL,
    came_with INTEGER
  ) STRICT, WITHOUT ROWID;
`;
