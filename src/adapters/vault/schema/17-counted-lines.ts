/** Step 17 of the schema. The lines of the tallies that are held, in the form in which they are counted, and their first lines. */
export const countedLines = `
  CREATE TABLE counted_lines (
    sha256 TEXT PRIMARY KEY,
    head TEXT NOT NULL,
    tokens BLOB NOT NULL,
    which BLOB NOT NULL,
    said TEXT NOT NULL
  ) STRICT;
`;
