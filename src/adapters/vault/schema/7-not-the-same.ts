/** Step 7 of the schema. Records that look like one person: which are not, and the codes of those that were. */
export const notTheSame = `
  CREATE TABLE apart (
    one TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    other TEXT NOT NULL REFERENCES people ON DELETE CASCADE CHECK (one < other),
    PRIMARY KEY (one, other)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX apart_by_other ON apart (other);
  CREATE TABLE other_codes (
    code TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX other_codes_by_person ON other_codes (person);
  CREATE TABLE told_codes (
    person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    action TEXT NOT NULL,
    code TEXT NOT NULL,
    carries INTEGER NOT NULL CHECK (carries IN (0, 1)),
    PRIMARY KEY (person, action, code)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE openings_by_token (
    token TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    salt BLOB NOT NULL CHECK (length(salt) = 16)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO openings_by_token SELECT token, person, salt FROM openings;
  DROP TABLE openings;
  ALTER TABLE openings_by_token RENAME TO openings;
  CREATE INDEX openings_by_person ON openings (person);
`;
