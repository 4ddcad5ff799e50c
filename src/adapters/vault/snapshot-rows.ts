/**
 * Snapshots in the database, of others and our own. Tallies, bundles and lists of signers are kept alike, in
 * series: the hash of the text that the signers signed, nothing for tallies, and "bundles".
 */
import type { TextHash } from "../../domain/letters/letter.ts";
import type { Held, Link, Snapshot } from "../../domain/tallies/snapshot.ts";
import type { Hash, Source } from "../../domain/tallies/tally.ts";
import { bytesOf, grouped } from "./sql.ts";
import type { Sql } from "./sql.ts";

export type Series = TextHash | "" | "bundles";

export const tallySeries: Series = "";
export const bundleSeries: Series = "bundles";

/** The rows of lists of signers: the only snapshots that name anybody. */
export const ofSigners = `text NOT IN ('${tallySeries}', '${bundleSeries}')`;

interface LinkRow {
  readonly writer: Source["from"];
  readonly incarnation: Source["incarnation"];
  readonly seq: number;
  readonly sha256: Hash;
  readonly prev: Hash | null;
}

interface TopRow extends LinkRow {
  readonly head: string | null;
}

interface SnapshotRow extends LinkRow {
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}

const rowToLink = ({ seq, sha256, prev }: LinkRow): Link => ({
  seq,
  sha256,
  prev: prev ?? undefined,
});

const rowToSnapshot = (row: SnapshotRow): Snapshot => ({
  from: row.writer,
  incarnation: row.incarnation,
  ...rowToLink(row),
  payload: bytesOf(row.payload),
  signature: bytesOf(row.signature),
});

/** Payloads are megabytes, and most who ask for what is held need none: each is read when it is asked for. */
const topOf = (sql: Sql, series: Series, row: TopRow): Snapshot => {
  const { writer: from, incarnation, head } = row;
  const column = (name: "payload" | "signature"): Uint8Array => {
    const found = sql.get<{ readonly bytes: Uint8Array }>(
      `SELECT ${name} AS bytes FROM snapshot_tops WHERE text = ? AND writer = ? AND incarnation = ? AND seq = ? AND sha256 = ?`,
      series,
      from,
      incarnation,
      row.seq,
      row.sha256,
    );
    if (found === undefined) throw new Error("a snapshot was asked for that is held no longer");
    return bytesOf(found.bytes);
  };
  return {
    from,
    incarnation,
    ...rowToLink(row),
    ...(head === null ? {} : { head }),
    get payload() {
      return column("payload");
    },
    get signature() {
      return column("signature");
    },
  };
};

const sourceKey = ({ writer, incarnation }: LinkRow): string => `${writer} ${incarnation}`;

const heldWhere = (
  sql: Sql,
  condition: string,
  values: readonly [Series, ...string[]],
): readonly Held[] => {
  const order = "ORDER BY writer, incarnation, seq, sha256";
  const tops = grouped(
    sql.all<TopRow>(
      `SELECT writer, incarnation, seq, sha256, prev, head
       FROM snapshot_tops JOIN snapshot_links USING (text, writer, incarnation, seq, sha256)
       LEFT JOIN counted_lines USING (sha256)
       WHERE ${condition} ${order}`,
      ...values,
    ),
    sourceKey,
  );
  const links = grouped(
    sql.all<LinkRow>(
      `SELECT writer, incarnation, seq, sha256, prev FROM snapshot_links WHERE ${condition} ${order}`,
      ...values,
    ),
    sourceKey,
  );
  return [...links].flatMap(([key, rows]): readonly Held[] => {
    const [first] = rows;
    if (first === undefined) return [];
    const source = { from: first.writer, incarnation: first.incarnation };
    return [
      {
        ...source,
        links: rows.map(rowToLink),
        tops: (tops.get(key) ?? []).map((row) => topOf(sql, values[0], row)),
      },
    ];
  });
};

/** Every source of the series, sorted by writer, then incarnation. */
export const sourcesIn = (sql: Sql, series: Series): readonly Held[] =>
  heldWhere(sql, "text = ?", [series]);

export const heldIn = (sql: Sql, series: Series, source: Source): Held | undefined =>
  heldWhere(sql, "text = ? AND writer = ? AND incarnation = ?", [
    series,
    source.from,
    source.incarnation,
  ])[0];

type Place = Pick<LinkRow, "seq" | "sha256">;

/** Puts this in the place of what was held of the source. What is there already is not written again: a payload is a megabyte. */
export const keepHeld = (sql: Sql, series: Series, held: Held): void => {
  const source = [series, held.from, held.incarnation] as const;
  const ofSource = "WHERE text = ? AND writer = ? AND incarnation = ?";
  const placesIn = (table: string): readonly Place[] =>
    sql.all<Place>(`SELECT seq, sha256 FROM ${table} ${ofSource}`, ...source);
  const isAmong =
    (places: readonly Place[]) =>
    ({ seq, sha256 }: Place): boolean =>
      places.some((one) => one.seq === seq && one.sha256 === sha256);
  const removeAll = (table: string, places: readonly Place[]): void => {
    for (const { seq, sha256 } of places)
      sql.run(
        `DELETE FROM ${table} ${ofSource} AND seq = ? AND sha256 = ?`,
        ...source,
        seq,
        sha256,
      );
  };
  const tops = placesIn("snapshot_tops");
  const [isTop, isThere] = [isAmong(held.tops), isAmong(tops)];
  const gone = tops.filter((top) => !isTop(top));
  removeAll("snapshot_tops", gone);
  for (const { sha256 } of gone) sql.run("DELETE FROM counted_lines WHERE sha256 = ?", sha256);
  const isLink = isAmong(held.links);
  removeAll(
    "snapshot_links",
    placesIn("snapshot_links").filter((link) => !isLink(link)),
  );
  for (const { seq, sha256, prev } of held.links) {
    sql.run(
      `INSERT INTO snapshot_links (text, writer, incarnation, seq, sha256, prev) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET prev = excluded.prev WHERE prev IS NOT excluded.prev`,
      ...source,
      seq,
      sha256,
      prev ?? null,
    );
  }
  for (const { seq, sha256, payload, signature } of held.tops.filter((top) => !isThere(top))) {
    sql.run(
      `INSERT INTO snapshot_tops (text, writer, incarnation, seq, sha256, payload, signature)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ...source,
      seq,
      sha256,
      payload,
      signature,
    );
  }
};

/** The last one of ours in the series; `named` only where it was said. */
export const ownIn = (
  sql: Sql,
  series: Series,
): (Snapshot & { readonly named: boolean | undefined }) | undefined => {
  const row = sql.get<SnapshotRow & { readonly named: number | null }>(
    `SELECT writer, incarnation, seq, sha256, prev, named, payload, signature FROM own_snapshots
     WHERE text = ? AND payload IS NOT NULL`,
    series,
  );
  if (row === undefined) return undefined;
  return { ...rowToSnapshot(row), named: row.named === null ? undefined : row.named === 1 };
};

export const ownHashIn = (sql: Sql, series: Series, seq: number): Hash | undefined =>
  sql.get<{ readonly sha256: Hash }>(
    "SELECT sha256 FROM own_snapshots WHERE text = ? AND seq = ?",
    series,
    seq,
  )?.sha256;

/** Adds one of ours; of those before it only the hashes stay. Throws where its number is taken. */
export const keepOwnIn = (
  sql: Sql,
  series: Series,
  { from, incarnation, seq, sha256, prev, payload, signature }: Snapshot,
  named: boolean | undefined,
): void => {
  sql.run(
    "UPDATE own_snapshots SET payload = NULL, signature = NULL WHERE text = ? AND payload IS NOT NULL",
    series,
  );
  sql.run(
    `INSERT INTO own_snapshots (text, writer, incarnation, seq, sha256, prev, named, payload, signature)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    series,
    from,
    incarnation,
    seq,
    sha256,
    prev ?? null,
    named === undefined ? null : Number(named),
    payload,
    signature,
  );
};
