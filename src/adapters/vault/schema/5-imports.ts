/** Step 5 of the schema. Lists that were taken in: what their columns mean, and the last one, so that it can be taken back. */
export const imports = `
  ALTER TABLE people ADD COLUMN came_with INTEGER;
  ALTER TABLE people ADD COLUMN edited INTEGER NOT NULL DEFAULT 0 CHECK (edited IN (0, 1));
  CREATE TABLE numbered_assessments (
    -- AUTOINCREMENT: a number never comes twice, so whatever has a higher one came later.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    basis TEXT NOT NULL CHECK (basis IN ('conversation', 'action', 'hearsay')),
    day TEXT NOT NULL
  ) STRICT;
  INSERT INTO numbered_assessments SELECT id, person, level, basis, day FROM assessments ORDER BY id;
  DROP TABLE assessments;
  ALTER TABLE numbered_assessments RENAME TO assessments;
  CREATE INDEX assessments_by_person ON assessments (person);
  CREATE TABLE last_import (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    day TEXT NOT NULL,
    file TEXT NOT NULL,
    first_assessment INTEGER NOT NULL,
    last_assessment INTEGER NOT NULL,
    first_change INTEGER NOT NULL,
    last_change INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE import_changes (
    person TEXT PRIMARY KEY REFERENCES people ON DELETE CASCADE,
    was TEXT NOT NULL,
    became TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE mappings (
    header TEXT PRIMARY KEY,
    mapping TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
