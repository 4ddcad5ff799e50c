import type { Opening, TallyStore } from "../../domain/tallies/store.ts";
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

export const createTallyStore = (sql: Sql): TallyStore => ({
  held: (source) => heldIn(sql, tallySeries, source),
  sources: () => sourcesIn(sql, tallySeries),
  keep: (held) => keepHeld(sql, tallySeries, held),
  own: () => {
    const own = ownIn(sql, tallySeries);
    return own === undefined ? undefined : { ...own, named: own.named === true };
  },
  ownHash: (seq) => ownHashIn(sql, tallySeries, seq),
  keepOwn: (snapshot, openings) => {
    keepOwnIn(sql, tallySeries, snapshot, snapshot.named);
    sql.run("DELETE FROM openings");
    for (const { token, person, salt } of openings)
      sql.run("INSERT INTO openings (token, person, salt) VALUES (?, ?, ?)", token, person, salt);
  },
  openings: () =>
    sql
      .all<Opening>("SELECT person, token, salt FROM openings ORDER BY token")
      .map((opening) => ({ ...opening, salt: bytesOf(opening.salt) })),
});
