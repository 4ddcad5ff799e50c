/** Step 1 of the schema. People, pledges and letters. */
export const vaultAndPeople = `
  CREATE TABLE meta (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    vault TEXT NOT NULL,
    generation INTEGER NOT NULL,
    header_generation INTEGER NOT NULL,
    unscrubbed INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE campaign (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    definition TEXT NOT NULL
  ) STRICT;
  CREATE TABLE people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    alias TEXT UNIQUE,
    team TEXT,
    role TEXT,
    contacts TEXT NOT NULL,
    supervisor TEXT NOT NULL CHECK (supervisor IN ('yes', 'no', 'unsure')),
    supporter INTEGER NOT NULL CHECK (supporter IN (0, 1)),
    note TEXT,
    code TEXT NOT NULL UNIQUE,
    added_on TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX people_by_name ON people (name_key, team);
  CREATE TABLE assessments (
    id INTEGER PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    basis TEXT NOT NULL CHECK (basis IN ('conversation', 'action', 'hearsay')),
    day TEXT NOT NULL
  ) STRICT;
  CREATE INDEX assessments_by_person ON assessments (person);
  CREATE TABLE pledges (
    person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    action TEXT NOT NULL,
    condition TEXT NOT NULL
      CHECK (condition IN ('none', 'at-least', 'at-least-percent', 'at-least-in-team')),
    amount INTEGER,
    display TEXT NOT NULL CHECK (display IN ('named', 'role', 'counted')),
    state TEXT NOT NULL CHECK (state IN ('pledged', 'confirmed', 'done', 'withdrawn')),
    since TEXT NOT NULL,
    PRIMARY KEY (person, action)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX pledges_by_action ON pledges (action);
  CREATE TABLE letters (
    name TEXT PRIMARY KEY,
    template TEXT NOT NULL,
    language TEXT NOT NULL,
    answers TEXT NOT NULL,
    demands TEXT NOT NULL,
    started_on TEXT NOT NULL,
    text TEXT REFERENCES texts (hash),
    frozen_as INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE texts (
    hash TEXT PRIMARY KEY,
    letter TEXT NOT NULL REFERENCES letters (name),
    markdown TEXT NOT NULL,
    frozen_on TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE signatures (
    person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    text TEXT NOT NULL REFERENCES texts (hash),
    signed_on TEXT NOT NULL,
    PRIMARY KEY (person, text)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX signatures_by_text ON signatures (text);
`;
