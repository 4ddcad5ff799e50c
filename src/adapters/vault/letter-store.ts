import type { DemandKey } from "../../domain/campaign/campaign.ts";
import { SIGN } from "../../domain/campaign/campaign.ts";
import type { Day } from "../../domain/day.ts";
import type { FactKey } from "../../domain/letters/fact.ts";
import type {
  Answers,
  FrozenText,
  Letter,
  LetterName,
  Signature,
  TextHash,
} from "../../domain/letters/letter.ts";
import type { LetterStore, StoredSignatory } from "../../domain/letters/store.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Display } from "../../domain/pledges/pledge.ts";
import { ours } from "./ours.ts";
import { live } from "./pledge-store.ts";
import type { Sql } from "./sql.ts";

interface LetterRow {
  readonly name: LetterName;
  readonly template: string;
  readonly source: string | null;
  readonly language: string;
  readonly answers: string;
  readonly demands: string;
  readonly facts: string;
  readonly about: number | null;
  readonly started_on: Day;
  readonly hash: TextHash | null;
  readonly markdown: string | null;
  readonly frozen_on: Day | null;
}

interface SignatoryRow {
  readonly id: PersonId;
  readonly name: string;
  readonly role: string | null;
  readonly team: string | null;
  readonly display: Display;
  readonly supporter: number;
}

const letters = `SELECT name, template, source, language, answers, demands, facts, about, started_on, hash, markdown, frozen_on
  FROM letters LEFT JOIN texts ON texts.hash = letters.text`;

const rowToLetter = (row: LetterRow): Letter => ({
  name: row.name,
  template: row.template,
  ...(row.source === null ? {} : { source: row.source }),
  language: row.language,
  answers: JSON.parse(row.answers) as Answers,
  demands: JSON.parse(row.demands) as readonly DemandKey[],
  facts: JSON.parse(row.facts) as readonly FactKey[],
  ...(row.about === null ? {} : { about: row.about }),
  startedOn: row.started_on,
  ...(row.hash === null || row.markdown === null || row.frozen_on === null
    ? {}
    : { frozen: { hash: row.hash, markdown: row.markdown, frozenOn: row.frozen_on } }),
});

const rowToSignatory = ({
  name,
  role,
  team,
  display,
  supporter,
}: SignatoryRow): StoredSignatory => ({
  name,
  ...(role === null ? {} : { role }),
  ...(team === null ? {} : { team }),
  display,
  supporter: supporter === 1,
});

const signatures = (
  sql: Sql,
): Pick<
  LetterStore,
  "sign" | "unsign" | "signaturesOf" | "signedTexts" | "signatories" | "toAsk"
> => ({
  sign: ({ person, text, signedOn }) => {
    sql.run(
      "INSERT INTO signatures (person, text, signed_on) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      person,
      text,
      signedOn,
    );
  },
  unsign: (person) => {
    sql.run("DELETE FROM signatures WHERE person = ?", person);
  },
  signaturesOf: (person) =>
    sql.all<Signature>(
      "SELECT person, text, signed_on AS signedOn FROM signatures WHERE person = ?",
      person,
    ),
  signedTexts: () =>
    new Map(
      // The last of a person's rows stays in the map.
      sql
        .all<Pick<Signature, "person" | "text">>(
          `SELECT signatures.person AS person, signatures.text AS text
           FROM letters JOIN signatures ON signatures.text = letters.text
             JOIN pledges ON pledges.person = signatures.person AND pledges.action = ?
           WHERE ${live}
           ORDER BY frozen_as`,
          SIGN,
        )
        .map(({ person, text }) => [person, text]),
    ),
  signatories: (text, without) =>
    sql
      .all<SignatoryRow>(
        `SELECT people.id AS id, name, role, team, display, supporter
         FROM signatures JOIN people ON people.id = signatures.person
           JOIN pledges ON pledges.person = people.id AND pledges.action = ?
         WHERE text = ? AND ${live} AND supervisor = 'no' AND ${ours}`,
        SIGN,
        text,
      )
      .filter(({ id }) => without?.has(id) !== true)
      .map(rowToSignatory),
  toAsk: (text) =>
    sql
      .all<{ readonly id: PersonId }>(
        `SELECT people.id AS id FROM people JOIN pledges ON pledges.person = people.id AND pledges.action = ?
         WHERE ${live} AND supervisor = 'no' AND ${ours}
           AND NOT EXISTS (SELECT 1 FROM signatures WHERE person = people.id AND text = ?)
         ORDER BY people.id`,
        SIGN,
        text,
      )
      .map(({ id }) => id),
});

/** A text that comes back unchanged is the same text, and its signatures hold. */
const keepText = (sql: Sql, name: LetterName, { hash, markdown, frozenOn }: FrozenText): void => {
  sql.run(
    "INSERT INTO texts (hash, letter, markdown, frozen_on) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    hash,
    name,
    markdown,
    frozenOn,
  );
};

const nextInOrder = "(SELECT coalesce(max(frozen_as), 0) + 1 FROM letters)";

export const createLetterStore = (sql: Sql): LetterStore => {
  const one = (row: LetterRow | undefined): Letter | undefined =>
    row === undefined ? undefined : rowToLetter(row);
  const save: LetterStore["save"] = (letter) => {
    sql.run(
      `INSERT INTO letters (name, template, source, language, answers, demands, facts, about, started_on)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET template = excluded.template, source = excluded.source,
         language = excluded.language, answers = excluded.answers, demands = excluded.demands, facts = excluded.facts,
         about = excluded.about, started_on = excluded.started_on`,
      letter.name,
      letter.template,
      letter.source ?? null,
      letter.language,
      JSON.stringify(letter.answers),
      JSON.stringify(letter.demands),
      JSON.stringify(letter.facts),
      letter.about ?? null,
      letter.startedOn,
    );
  };
  return {
    ...signatures(sql),
    all: () => sql.all<LetterRow>(`${letters} ORDER BY name`).map(rowToLetter),
    byName: (name) => one(sql.get(`${letters} WHERE name = ?`, name)),
    save,
    freeze: (name, text) => {
      keepText(sql, name, text);
      sql.run(
        `UPDATE letters SET text = ?, frozen_as = ${nextInOrder}, shared = 0 WHERE name = ?`,
        text.hash,
        name,
      );
    },
    saveShared: (letter, text) => {
      save(letter);
      keepText(sql, letter.name, text);
      sql.run(
        `UPDATE letters SET frozen_as = CASE WHEN text IS ? THEN frozen_as ELSE ${nextInOrder} END,
           text = ?, shared = 1 WHERE name = ?`,
        text.hash,
        text.hash,
        letter.name,
      );
    },
    isShared: (name) =>
      sql.get("SELECT 1 FROM letters WHERE name = ? AND shared = 1", name) !== undefined,
    thaw: (name) => {
      sql.run("UPDATE letters SET text = NULL, frozen_as = NULL, shared = 0 WHERE name = ?", name);
    },
    current: () =>
      one(sql.get(`${letters} WHERE text IS NOT NULL ORDER BY frozen_as DESC LIMIT 1`)),
  };
};
