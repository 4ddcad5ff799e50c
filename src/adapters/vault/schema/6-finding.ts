/** Step 6 of the schema. What a search looks through, filled for everybody who is there. */
import type { Contact } from "../../../domain/people/person.ts";
import { soughtOf } from "../../../domain/people/sought.ts";
import type { Database } from "../driver.ts";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly alias: string | null;
  readonly role: string | null;
  readonly contacts: string;
}

/**
 * One index, in the place of the one by name, for a team, for a name in a team, and, read from end to end, for a search; with all that a
 * list shows, so that the rows need not be read. `assessments_by_person` gets what a list shows of them.
 */
const columns = `
  ALTER TABLE people ADD COLUMN sought TEXT NOT NULL DEFAULT '';
  DROP INDEX people_by_name;
  DROP INDEX assessments_by_person;
`;
const indexes = `
  CREATE INDEX people_by_team ON people (
    team, name_key, sought, name, alias, role, covered_by, supervisor, supporter, added_on
  );
  CREATE INDEX assessments_by_person ON assessments (person, level, day);
`;

export const finding = (database: Database): void => {
  database.exec(columns);
  const people = database.prepare("SELECT id, name, alias, role, contacts FROM people").all();
  const fill = database.prepare("UPDATE people SET sought = ? WHERE id = ?");
  for (const { id, name, alias, role, contacts } of people as readonly Row[]) {
    const sought = soughtOf({
      name,
      ...(alias === null ? {} : { alias }),
      ...(role === null ? {} : { role }),
      contacts: JSON.parse(contacts) as readonly Contact[],
    });
    fill.run(sought, id);
  }
  database.exec(indexes);
};
