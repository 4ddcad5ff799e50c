import type { Day } from "../../domain/day.ts";
import type { RetentionStore } from "../../domain/retention/retention.ts";
import { markErasing } from "./scrub.ts";
import type { Sql } from "./sql.ts";

interface Row {
  readonly purge_after: Day | null;
  readonly held_since: Day | null;
}

export const createRetentionStore = (sql: Sql): RetentionStore => ({
  held: () =>
    sql
      .all<{ readonly of: string; readonly was: string }>(
        "SELECT of, was FROM held_versions ORDER BY id",
      )
      .map(({ of, was }) => ({ of, was: JSON.parse(was) as unknown })),
  dropHeld: () => {
    if (sql.run("DELETE FROM held_versions") > 0) markErasing(sql);
  },
  get: () => {
    const { purge_after: purgeAfter, held_since: heldSince } = sql.get<Row>(
      "SELECT purge_after, held_since FROM retention",
    ) ?? { purge_after: null, held_since: null };
    return {
      ...(purgeAfter === null ? {} : { purgeAfter }),
      ...(heldSince === null ? {} : { heldSince }),
    };
  },
  save: ({ purgeAfter, heldSince }) => {
    sql.run(
      `INSERT INTO retention (id, purge_after, held_since) VALUES (1, ?, ?)
       ON CONFLICT (id) DO UPDATE SET purge_after = excluded.purge_after, held_since = excluded.held_since`,
      purgeAfter ?? null,
      heldSince ?? null,
    );
  },
});
