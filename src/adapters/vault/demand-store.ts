/** The campaign's own demands, and how every demand stands. A change belongs to a key, whoever wrote the demand of that key. */
import type { DemandKey } from "../../domain/campaign/campaign.ts";
import type { DemandChange, DemandStore } from "../../domain/letters/demand-state.ts";
import type { Demand } from "../../domain/letters/letter.ts";
import { canonicalJson } from "../../domain/text/canonical-json.ts";
import type { Sql } from "./sql.ts";

interface DemandRow {
  readonly key: DemandKey;
  readonly definition: string;
}

interface ChangeRow {
  readonly state: DemandChange["state"];
  readonly since: DemandChange["since"];
  readonly words: string | null;
}

const rowToDemand = ({ key, definition }: DemandRow): Demand => ({
  key,
  ...(JSON.parse(definition) as Omit<Demand, "key">),
});

export const createDemandStore = (sql: Sql): DemandStore => ({
  own: () =>
    sql
      .all<DemandRow>("SELECT demand AS key, definition FROM demands ORDER BY demand")
      .map(rowToDemand),
  find: (key) => {
    const row = sql.get<DemandRow>(
      "SELECT demand AS key, definition FROM demands WHERE demand = ?",
      key,
    );
    return row === undefined ? undefined : rowToDemand(row);
  },
  put: ({ key, ...definition }) => {
    sql.run(
      "INSERT INTO demands (demand, definition) VALUES (?, ?) ON CONFLICT (demand) DO UPDATE SET definition = excluded.definition",
      key,
      canonicalJson(definition),
    );
  },
  remove: (key) => {
    sql.run("DELETE FROM demands WHERE demand = ?", key);
  },
  changes: (key) =>
    sql
      .all<ChangeRow>(
        "SELECT state, since, words FROM demand_changes WHERE demand = ? ORDER BY since, id",
        key,
      )
      .map(({ state, since, words }) => ({ state, since, ...(words === null ? {} : { words }) })),
  change: (key, { state, since, words }) => {
    sql.run(
      "INSERT INTO demand_changes (demand, state, since, words) VALUES (?, ?, ?, ?)",
      key,
      state,
      since,
      words ?? null,
    );
  },
});
