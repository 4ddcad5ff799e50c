/** Bundles: one more series of snapshots, of which some are kept below the highest number too. */
import type { BundleStore, HeldBundles } from "../../domain/relay/bundle.ts";
import type { Held } from "../../domain/tallies/snapshot.ts";
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

const withEarlier = (held: Held): HeldBundles => {
  const highest = held.tops.at(-1)?.seq;
  return {
    ...held,
    tops: held.tops.filter(({ seq }) => seq === highest),
    earlier: held.tops.filter(({ seq }) => seq !== highest),
  };
};

export const createBundleStore = (sql: Sql): BundleStore => ({
  held: (source) => {
    const held = heldIn(sql, bundleSeries, source);
    return held === undefined ? undefined : withEarlier(held);
  },
  sources: () => sourcesIn(sql, bundleSeries).map(withEarlier),
  keep: ({ earlier, ...held }) =>
    keepHeld(sql, bundleSeries, { ...held, tops: [...earlier, ...held.tops] }),
  own: () => ownIn(sql, bundleSeries),
  ownHash: (seq) => ownHashIn(sql, bundleSeries, seq),
  keepOwn: (snapshot) => keepOwnIn(sql, bundleSeries, snapshot, undefined),
});
