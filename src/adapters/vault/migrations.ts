/**
 * The schema, as numbered steps: a vault of any earlier version is brought up to the last one in
 * one transaction, and a step that was released never changes again.
 */
import type { Database } from "./driver.ts";

const steps: readonly string[] = [
  `
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
  `,
  `
  CREATE TABLE identity (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    handle TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    certificate BLOB NOT NULL,
    secret BLOB NOT NULL,
    revocation TEXT NOT NULL,
    incarnation TEXT NOT NULL,
    supersedes TEXT NOT NULL,
    exchange_name TEXT NOT NULL
  ) STRICT;
  CREATE TABLE committees (
    sha256 TEXT PRIMARY KEY,
    number INTEGER NOT NULL CHECK (number >= 1),
    payload BLOB NOT NULL,
    fingerprints TEXT NOT NULL,
    anchor INTEGER NOT NULL CHECK (anchor IN (0, 1))
  ) STRICT;
  CREATE TABLE committee_signatures (
    committee TEXT NOT NULL REFERENCES committees ON DELETE CASCADE,
    place INTEGER NOT NULL CHECK (place >= 1),
    signer TEXT NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (committee, place),
    UNIQUE (committee, signer)
  ) STRICT;
  CREATE TABLE snapshot_links (
    text TEXT NOT NULL,
    writer TEXT NOT NULL,
    incarnation TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    sha256 TEXT NOT NULL,
    prev TEXT,
    PRIMARY KEY (text, writer, incarnation, seq, sha256)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE snapshot_tops (
    text TEXT NOT NULL,
    writer TEXT NOT NULL,
    incarnation TEXT NOT NULL,
    seq INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    payload BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (text, writer, incarnation, seq, sha256),
    FOREIGN KEY (text, writer, incarnation, seq, sha256) REFERENCES snapshot_links ON DELETE CASCADE
  ) STRICT;
  CREATE TABLE own_snapshots (
    text TEXT NOT NULL,
    writer TEXT NOT NULL,
    incarnation TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    sha256 TEXT NOT NULL,
    prev TEXT,
    named INTEGER CHECK (named IN (0, 1)),
    payload BLOB,
    signature BLOB CHECK ((payload IS NULL) = (signature IS NULL)),
    PRIMARY KEY (text, seq)
  ) STRICT;
  CREATE TABLE openings (
    token TEXT PRIMARY KEY,
    person TEXT NOT NULL UNIQUE REFERENCES people ON DELETE CASCADE,
    salt BLOB NOT NULL CHECK (length(salt) = 16)
  ) STRICT, WITHOUT ROWID;
  ALTER TABLE letters ADD COLUMN shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1));
  UPDATE campaign SET definition = (
    SELECT json_group_object(member, json(value) ORDER BY member)
    FROM (
      SELECT key AS member, definition -> fullkey AS value FROM json_each(definition)
      UNION ALL SELECT 'settings', '{"oldAfterDays":14,"smallestTeam":10}'
    )
  );
  `,
  `
  CREATE TABLE demands (
    demand TEXT PRIMARY KEY,
    definition TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE demand_changes (
    id INTEGER PRIMARY KEY,
    demand TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'partly-met', 'met', 'refused')),
    since TEXT NOT NULL,
    words TEXT
  ) STRICT;
  CREATE INDEX demand_changes_by_demand ON demand_changes (demand);
  CREATE TABLE facts (
    fact TEXT PRIMARY KEY,
    claim TEXT NOT NULL,
    source TEXT NOT NULL,
    day TEXT NOT NULL,
    known TEXT NOT NULL CHECK (known IN ('public', 'work')),
    let_through INTEGER NOT NULL CHECK (let_through IN (0, 1))
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE deliveries (
    number INTEGER PRIMARY KEY CHECK (number >= 1),
    letter TEXT NOT NULL REFERENCES letters (name),
    text TEXT NOT NULL REFERENCES texts (hash),
    addressee TEXT NOT NULL,
    way TEXT NOT NULL,
    delivered_on TEXT NOT NULL,
    answer_by TEXT
  ) STRICT;
  CREATE TABLE responses (
    id INTEGER PRIMARY KEY,
    delivery INTEGER NOT NULL REFERENCES deliveries (number),
    answered_on TEXT NOT NULL,
    answers TEXT NOT NULL
  ) STRICT;
  CREATE TABLE publications (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL REFERENCES texts (hash),
    published_on TEXT NOT NULL,
    roles TEXT NOT NULL,
    other_workers INTEGER NOT NULL CHECK (other_workers >= 0),
    other_supporters INTEGER NOT NULL CHECK (other_supporters >= 0)
  ) STRICT;
  CREATE INDEX publications_by_text ON publications (text);
  CREATE TABLE attestation (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    fingerprint TEXT NOT NULL,
    certificate BLOB NOT NULL,
    secret BLOB NOT NULL,
    revocation TEXT NOT NULL
  ) STRICT;
  ALTER TABLE letters ADD COLUMN facts TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE letters ADD COLUMN about INTEGER REFERENCES deliveries (number);
  ALTER TABLE letters ADD COLUMN source TEXT;
  `,
];

/** The schema that this program writes. */
export const latestSchema = steps.length;

/** The schema of an open database; 0 for a new one. */
export const schemaOf = (database: Database): number =>
  Number(database.pragma("user_version", { simple: true }));

/** Takes the database from its schema to the last one, all steps or none. */
export const migrate = (database: Database): void => {
  if (schemaOf(database) >= latestSchema) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    // Asked again: another pledge may have done it while this one waited for the lock.
    for (const step of steps.slice(schemaOf(database))) database.exec(step);
    database.pragma(`user_version = ${latestSchema}`);
    database.exec("COMMIT");
  } catch (error) {
    if (database.inTransaction) database.exec("ROLLBACK");
    throw error;
  }
};
