import type { KnownFile } from "../../domain/tallies/known-file.ts";
import type { KeptLines } from "../../domain/tallies/kept-lines.ts";
import type { TallyStore } from "../../domain/tallies/store.ts";
import { joinedBytes } from "../../domain/text/bytes.ts";
import { keepOpenings, openingsIn } from "./opening-rows.ts";
import {
  heldIn,
  keepHeld,
  keepOwnIn,
  ownHashIn,
  ownIn,
  sourcesIn,
  tallySeries,
} from "./snapshot-rows.ts";
import { bytesOf } from "./sql.ts";
import type { Sql } from "./sql.ts";

/** SHA-256, in bytes. */
const commitmentLength = 32;

export const createTallyStore = (sql: Sql): TallyStore => ({
  held: (source) => heldIn(sql, tallySeries, source),
  sources: () => sourcesIn(sql, tallySeries),
  keep: (held, counted) => {
    keepHeld(sql, tallySeries, held);
    if (counted?.file !== undefined) {
      const { glimpse, committee, sha256, source, seq, asOf, people, number } = counted.file;
      sql.run(
        `INSERT OR REPLACE INTO known_files (glimpse, committee, sha256, source, seq, as_of, people, number)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        glimpse,
        committee,
        sha256,
        source,
        seq,
        asOf,
        people,
        number,
      );
    }
    // What is older than the top is held no longer.
    if (counted === undefined || !held.tops.some(({ sha256 }) => sha256 === counted.sha256)) return;
    const { tokens, which, said } = counted.lines;
    sql.run(
      `INSERT INTO counted_lines (sha256, head, tokens, which, said) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      counted.sha256,
      counted.head,
      tokens,
      which,
      said,
    );
  },
  known: ({ glimpse, committee }) =>
    sql.get<KnownFile>(
      `SELECT sha256, source, seq, as_of AS asOf, people, number FROM known_files
       WHERE glimpse = ? AND committee = ?`,
      glimpse,
      committee,
    ),
  forgetFiles: () => {
    sql.run("DELETE FROM known_files");
  },
  lines: (sha256) => {
    const row = sql.get<KeptLines>(
      "SELECT tokens, which, said FROM counted_lines WHERE sha256 = ?",
      sha256,
    );
    return row === undefined
      ? undefined
      : { tokens: bytesOf(row.tokens), which: bytesOf(row.which), said: row.said };
  },
  own: () => {
    const own = ownIn(sql, tallySeries);
    return own === undefined ? undefined : { ...own, named: own.named === true };
  },
  ownHash: (seq) => ownHashIn(sql, tallySeries, seq),
  keepOwn: (snapshot, openings, commitments) => {
    keepOwnIn(sql, tallySeries, snapshot, snapshot.named);
    sql.run(
      "INSERT OR REPLACE INTO own_commitments (id, seq, commitments) VALUES (1, ?, ?)",
      snapshot.seq,
      joinedBytes(commitments),
    );
    keepOpenings(sql, openings);
  },
  commitments: () => {
    const row = sql.get<{ readonly commitments: Uint8Array }>(
      `SELECT commitments FROM own_commitments JOIN own_snapshots USING (seq)
       WHERE text = ? AND payload IS NOT NULL`,
      tallySeries,
    );
    if (row === undefined) return undefined;
    const bytes = bytesOf(row.commitments);
    return Array.from({ length: bytes.length / commitmentLength }, (_, place) =>
      bytes.subarray(place * commitmentLength, (place + 1) * commitmentLength),
    );
  },
  openings: () => openingsIn(sql),
});
