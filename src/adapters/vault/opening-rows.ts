/** What opens the lines of our last tally: a row for all people whose ids begin alike. */
import type { PersonId } from "../../domain/people/person.ts";
import type { Opening } from "../../domain/tallies/store.ts";
import type { Token } from "../../domain/tallies/tally.ts";
import { fromHex, toHex } from "../../domain/text/bytes.ts";
import type { Sql } from "./sql.ts";

/** Characters of an id: of 100,000 people about a hundred stand in a row. */
const begins = 2;

/** In bytes. */
const saltLength = 16;

/** By person, for each of her lines the token and the salt in hex. */
type People = Readonly<Record<PersonId, readonly (readonly [Token, string])[]>>;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Puts these in the place of all that were kept. Throws for somebody who is not in the vault, a token that comes twice, and a salt of another length. */
export const keepOpenings = (sql: Sql, openings: readonly Opening[]): void => {
  if (new Set(openings.map(({ token }) => token)).size < openings.length)
    throw new Error("two openings of one token");
  if (openings.some(({ salt }) => salt.length !== saltLength))
    throw new Error("a salt of another length");
  sql.run("DELETE FROM openings");
  const rows = new Map<string, Map<PersonId, string>>();
  for (const { person, token, salt } of openings) {
    const beginning = person.slice(0, begins);
    const people = rows.get(beginning) ?? new Map<PersonId, string>();
    rows.set(beginning, people);
    const before = people.get(person);
    // JSON by hand: ids, tokens and hex hold nothing that it escapes, and there are 100,000 of them.
    const line = `["${token}","${toHex(salt)}"]`;
    people.set(person, before === undefined ? line : `${before},${line}`);
  }
  for (const [beginning, people] of rows) {
    const members = [...people].map(([person, lines]) => `"${person}":[${lines}]`);
    sql.run(
      "INSERT INTO openings (begins, people) VALUES (?, ?)",
      beginning,
      `{${members.join(",")}}`,
    );
  }
  const strange = sql.get(
    `SELECT 1 FROM openings, json_each(openings.people) AS one
     WHERE NOT EXISTS (SELECT 1 FROM people WHERE id = one.key) LIMIT 1`,
  );
  if (strange !== undefined) throw new Error("an opening of nobody");
};

/** Sorted by token. */
export const openingsIn = (sql: Sql): readonly Opening[] =>
  sql
    .all<{ readonly people: string }>("SELECT people FROM openings")
    .flatMap(({ people }) => Object.entries(JSON.parse(people) as People))
    .flatMap(([person, lines]) =>
      lines.map(([token, salt]) => ({ person: person as PersonId, token, salt: fromHex(salt) })),
    )
    .toSorted((a, b) => compare(a.token, b.token));
