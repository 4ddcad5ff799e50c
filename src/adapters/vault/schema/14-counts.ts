/** Step 14 of the schema. What was published as a count, and how many workers a letter named. */
export const counts = `
  CREATE TABLE counts (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    content TEXT NOT NULL
  ) STRICT;
  CREATE TABLE receipts (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sha256 TEXT NOT NULL,
    tokens TEXT NOT NULL
  ) STRICT;
  ALTER TABLE publications ADD COLUMN named INTEGER;
`;
