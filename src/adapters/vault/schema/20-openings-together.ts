/**
 * Step 20 of the schema. What opens the lines of our last tally, many people in a row: with a row each, writing those and their digests took
 * longer than all else about a tally. A trigger does what a foreign key did: with a person goes what opens her lines.
 */
export const openingsTogether = `
  CREATE TABLE openings_together (
    begins TEXT PRIMARY KEY CHECK (length(begins) = 2),
    people TEXT NOT NULL
  ) STRICT;
  INSERT INTO openings_together
    SELECT substr(person, 1, 2), json_group_object(person, json(lines) ORDER BY person) FROM (
      SELECT person, json_group_array(json_array(token, lower(hex(salt))) ORDER BY token) AS lines
      FROM openings GROUP BY person
    ) GROUP BY substr(person, 1, 2);
  DROP TABLE openings;
  ALTER TABLE openings_together RENAME TO openings;
  CREATE TRIGGER openings_go AFTER DELETE ON people BEGIN
    UPDATE openings SET people = json_remove(people, '$."' || OLD.id || '"') WHERE begins = substr(OLD.id, 1, 2);
  END;
`;
