/** Step 8 of the schema. What people were asked to do so that it can be seen, and who did it. */
export const structureTests = `
  CREATE TABLE structure_tests (
    test TEXT PRIMARY KEY,
    ask TEXT NOT NULL,
    begun_on TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE structure_ticks (
    id INTEGER PRIMARY KEY,
    test TEXT NOT NULL REFERENCES structure_tests ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    step TEXT NOT NULL CHECK (step IN ('asked', 'yes', 'no', 'did')),
    day TEXT NOT NULL,
    UNIQUE (test, person, step, day)
  ) STRICT;
  CREATE INDEX structure_ticks_by_person ON structure_ticks (person);
`;
