/** Step 16 of the schema. Which two organizers compared their lists of a team by voice, and whom the two had then. */
export const agreements = `
  CREATE TABLE agreements (
    team TEXT NOT NULL,
    one TEXT NOT NULL,
    other TEXT NOT NULL CHECK (one < other),
    day TEXT NOT NULL,
    ones TEXT NOT NULL,
    others TEXT NOT NULL,
    PRIMARY KEY (team, one, other)
  ) STRICT;
`;
