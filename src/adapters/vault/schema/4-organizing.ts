/** Step 4 of the schema. What an organizer keeps of people over months. */
export const organizing = `
  ALTER TABLE people ADD COLUMN site TEXT;
  ALTER TABLE people ADD COLUMN shift TEXT;
  ALTER TABLE people ADD COLUMN employment TEXT
    CHECK (employment IN ('employee', 'contractor', 'intern', 'unsure'));
  ALTER TABLE people ADD COLUMN language TEXT;
  ALTER TABLE people ADD COLUMN pronouns TEXT;
  ALTER TABLE people ADD COLUMN do_not_contact INTEGER NOT NULL DEFAULT 0 CHECK (do_not_contact IN (0, 1));
  ALTER TABLE people ADD COLUMN leader TEXT
    CHECK (leader IN ('committee', 'helper', 'leader', 'activist'));
  ALTER TABLE people ADD COLUMN covered_by TEXT REFERENCES people ON DELETE SET NULL;
  ALTER TABLE people ADD COLUMN issues TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE people ADD COLUMN shared_note TEXT;
  ALTER TABLE people ADD COLUMN source TEXT;
  ALTER TABLE people ADD COLUMN consents TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE people ADD COLUMN elsewhere TEXT NOT NULL DEFAULT '[]';
  CREATE INDEX people_by_cover ON people (covered_by) WHERE covered_by IS NOT NULL;
  CREATE TABLE pledges_with_lapsed (
    person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    action TEXT NOT NULL,
    condition TEXT NOT NULL
      CHECK (condition IN ('none', 'at-least', 'at-least-percent', 'at-least-in-team')),
    amount INTEGER,
    display TEXT NOT NULL CHECK (display IN ('named', 'role', 'counted')),
    state TEXT NOT NULL CHECK (state IN ('pledged', 'confirmed', 'done', 'lapsed', 'withdrawn')),
    since TEXT NOT NULL,
    PRIMARY KEY (person, action)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO pledges_with_lapsed SELECT person, action, condition, amount, display, state, since FROM pledges;
  DROP TABLE pledges;
  ALTER TABLE pledges_with_lapsed RENAME TO pledges;
  CREATE INDEX pledges_by_action ON pledges (action);
  CREATE TABLE pledge_changes (
    -- AUTOINCREMENT: a number never comes twice, so whatever has a higher one came later.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL REFERENCES people ON DELETE CASCADE,
    action TEXT NOT NULL,
    condition TEXT NOT NULL,
    amount INTEGER,
    display TEXT NOT NULL,
    state TEXT NOT NULL,
    since TEXT NOT NULL
  ) STRICT;
  CREATE INDEX pledge_changes_by_person ON pledge_changes (person);
  INSERT INTO pledge_changes (person, action, condition, amount, display, state, since)
    SELECT person, action, condition, amount, display, state, since FROM pledges ORDER BY since, person, action;
`;
