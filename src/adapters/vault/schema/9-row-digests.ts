/** Step 9 of the schema. What all rows are, so that a page put back to what it once was is noticed. */
export const rowDigests = `
  CREATE TABLE row_digests (
    of TEXT NOT NULL,
    bucket TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (of, bucket)
  ) STRICT, WITHOUT ROWID;
  ALTER TABLE meta ADD COLUMN digest TEXT NOT NULL DEFAULT '';
`;
