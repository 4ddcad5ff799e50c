/** Bundles: one more series of snapshots. */
import type { BundleStore } from "../../domain/relay/bundle.ts";
import {
  bundleSeries,
  heldIn,
  keepHeld,
  keepOwnIn,
  ownHashIn,
  ownIn,
  sourcesIn,
} from "./snapshot-rows.ts";
import type { Sql } from "./sql.ts";

export const createBundleStore = (sql: Sql): BundleStore => ({
  held: (source) => heldIn(sql, bundleSeries, source),
  sources: () => sourcesIn(sql, bundleSeries),
  keep: (held) => keepHeld(sql, bundleSeries, held),
  own: () => ownIn(sql, bundleSeries),
  ownHash: (seq) => ownHashIn(sql, bundleSeries, seq),
  keepOwn: (snapshot) => keepOwnIn(sql, bundleSeries, snapshot, undefined),
});
