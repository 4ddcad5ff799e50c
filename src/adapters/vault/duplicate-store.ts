import type { DuplicateStore, UnitedRecords } from "../../domain/people/duplicates/store.ts";
import type { Told } from "../../domain/people/duplicates/told-codes.ts";
import type { PledgeCode } from "../../domain/pledges/code.ts";
import type { PersonId } from "../../domain/people/person.ts";
import { change, valuesOf } from "./person-row.ts";
import { appendChange, keepPledge } from "./pledge-store.ts";
import type { Sql } from "./sql.ts";

const inOrder = (one: PersonId, other: PersonId): readonly [PersonId, PersonId] =>
  one < other ? [one, other] : [other, one];

const keepApart = (sql: Sql, one: PersonId, other: PersonId): void => {
  sql.run(
    "INSERT INTO apart (one, other) VALUES (?, ?) ON CONFLICT DO NOTHING",
    ...inOrder(one, other),
  );
};

const apart = (sql: Sql): readonly (readonly [PersonId, PersonId])[] =>
  sql
    .all<{ readonly one: PersonId; readonly other: PersonId }>(
      "SELECT one, other FROM apart ORDER BY one, other",
    )
    .map(({ one, other }) => [one, other]);

const putPerson = (sql: Sql, { person }: UnitedRecords, other: PersonId): void => {
  // Two people of one alias there cannot be, not even for a moment.
  sql.run("UPDATE people SET alias = NULL WHERE id = ?", other);
  sql.run(change, ...valuesOf(person), person.id);
  // Whoever was there before the last import is not taken out with it.
  sql.run(
    `UPDATE people SET added_on = ?,
       came_with = CASE WHEN came_with IS (SELECT came_with FROM people WHERE id = ?) THEN came_with END
     WHERE id = ?`,
    person.addedOn,
    other,
    person.id,
  );
  // Taken back, the last import would take with it what the other record said as well.
  sql.run("DELETE FROM import_changes WHERE person = ?", person.id);
  // What was noted of both on one day stands there once.
  sql.run("UPDATE OR IGNORE structure_ticks SET person = ? WHERE person = ?", person.id, other);
  sql.run(
    "UPDATE people SET covered_by = ? WHERE covered_by = ? AND id <> ?",
    person.id,
    other,
    person.id,
  );
};

const putHistory = (sql: Sql, whole: UnitedRecords, other: PersonId): void => {
  const { id } = whole.person;
  for (const table of ["assessments", "pledge_changes", "signatures", "told_codes"])
    sql.run(`DELETE FROM ${table} WHERE person IN (?, ?)`, id, other);
  for (const { level, basis, day } of whole.assessments)
    sql.run(
      "INSERT INTO assessments (person, level, basis, day) VALUES (?, ?, ?, ?)",
      id,
      level,
      basis,
      day,
    );
  for (const pledge of whole.history) appendChange(sql, pledge);
  for (const { text, signedOn } of whole.signatures)
    sql.run(
      "INSERT INTO signatures (person, text, signed_on) VALUES (?, ?, ?)",
      id,
      text,
      signedOn,
    );
};

const putTold = (sql: Sql, person: PersonId, told: readonly Told[]): void => {
  for (const { action, code, carries } of told)
    sql.run(
      "INSERT INTO told_codes (person, action, code, carries) VALUES (?, ?, ?, ?)",
      person,
      action,
      code,
      Number(carries),
    );
};

const putCodes = (sql: Sql, { person, told }: UnitedRecords, other: PersonId): void => {
  sql.run("UPDATE other_codes SET person = ? WHERE person = ?", person.id, other);
  sql.run(
    "INSERT INTO other_codes (code, person) SELECT code, ? FROM people WHERE id = ?",
    person.id,
    other,
  );
  putTold(sql, person.id, told);
};

const keepOtherCodes = (sql: Sql, person: PersonId, codes: readonly PledgeCode[]): void => {
  for (const code of codes)
    sql.run(
      "INSERT INTO other_codes (code, person) VALUES (?, ?) ON CONFLICT DO NOTHING",
      code,
      person,
    );
};

const uniteWithFile = (sql: Sql, whole: UnitedRecords, codes: readonly PledgeCode[]): void => {
  const { person, told, pledges } = whole;
  sql.run(change, ...valuesOf(person), person.id);
  // Taken back, an import would take with it what came by the file as well.
  sql.run(
    "UPDATE people SET added_on = ?, came_with = NULL WHERE id = ?",
    person.addedOn,
    person.id,
  );
  sql.run("DELETE FROM import_changes WHERE person = ?", person.id);
  putHistory(sql, whole, person.id);
  keepOtherCodes(sql, person.id, codes);
  putTold(sql, person.id, told);
  for (const pledge of pledges) keepPledge(sql, pledge);
};

export const createDuplicateStore = (sql: Sql): DuplicateStore => ({
  apart: () => apart(sql),
  keepApart: (one, other) => keepApart(sql, one, other),
  askAgain: (one, other) =>
    sql.run("DELETE FROM apart WHERE one = ? AND other = ?", ...inOrder(one, other)) > 0,
  told: (person) =>
    sql
      .all<Omit<Told, "carries"> & { readonly carries: number }>(
        "SELECT action, code, carries FROM told_codes WHERE person = ? ORDER BY action, code",
        person,
      )
      .map((row) => ({ ...row, carries: row.carries === 1 })),
  otherCodes: (person) =>
    sql
      .all<{ readonly code: PledgeCode }>(
        "SELECT code FROM other_codes WHERE person = ? ORDER BY code",
        person,
      )
      .map(({ code }) => code),
  keepCodes: (person, codes, told) => {
    keepOtherCodes(sql, person, codes);
    putTold(sql, person, told);
  },
  uniteWithFile: (whole, codes) => uniteWithFile(sql, whole, codes),
  unite: (whole, other) => {
    const { id } = whole.person;
    putPerson(sql, whole, other);
    putHistory(sql, whole, other);
    putCodes(sql, whole, other);
    for (const pair of apart(sql)) {
      const third = pair.find((one) => one !== other);
      if (pair.includes(other) && third !== undefined && third !== id) keepApart(sql, id, third);
    }
    for (const pledge of whole.pledges) keepPledge(sql, pledge);
  },
});
