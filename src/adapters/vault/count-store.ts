/** The ledger of published counts, in the order in which they went out; and who was in the last list of receipts. */
import { parseCount } from "../../domain/counts/parse-count.ts";
import type { CountStore, KeptCount } from "../../domain/counts/store.ts";
import type { Hash, Token } from "../../domain/tallies/tally.ts";
import type { Sql } from "./sql.ts";

export const createCountStore = (sql: Sql): CountStore => ({
  last: () => {
    const row = sql.get<KeptCount>(
      "SELECT sha256, content AS text FROM counts ORDER BY id DESC LIMIT 1",
    );
    if (row === undefined) return undefined;
    const count = parseCount(row.text);
    if (!count.ok) throw new Error("a count that was kept cannot be read");
    return { ...row, count: count.value };
  },
  add: ({ sha256, text }) => {
    sql.run("INSERT INTO counts (sha256, content) VALUES (?, ?)", sha256, text);
  },
  receipts: () => {
    const row = sql.get<{ readonly sha256: Hash; readonly tokens: string }>(
      "SELECT sha256, tokens FROM receipts",
    );
    return row && { sha256: row.sha256, tokens: JSON.parse(row.tokens) as readonly Token[] };
  },
  keepReceipts: ({ sha256, tokens }) => {
    sql.run(
      "INSERT INTO receipts (id, sha256, tokens) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET sha256 = excluded.sha256, tokens = excluded.tokens",
      sha256,
      JSON.stringify(tokens),
    );
  },
});
