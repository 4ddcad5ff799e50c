/** Step 19 of the schema. Files that were taken in, by their outside. */
export const knownFiles = `
  CREATE TABLE known_files (
    glimpse TEXT PRIMARY KEY,
    committee TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    source TEXT NOT NULL,
    seq INTEGER NOT NULL,
    as_of TEXT NOT NULL,
    people INTEGER NOT NULL,
    number INTEGER NOT NULL
  ) STRICT;
`;
