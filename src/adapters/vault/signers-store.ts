/** Lists of signers: series of snapshots, one a text. */
import type { SignersStore } from "../../domain/letters/signers.ts";
import { heldIn, keepHeld, keepOwnIn, ownIn, sourcesIn } from "./snapshot-rows.ts";
import type { Sql } from "./sql.ts";

export const createSignersStore = (sql: Sql): SignersStore => ({
  held: (source, text) => heldIn(sql, text, source),
  sources: (text) => sourcesIn(sql, text),
  keep: (text, held) => keepHeld(sql, text, held),
  own: (text) => ownIn(sql, text),
  keepOwn: (text, snapshot) => keepOwnIn(sql, text, snapshot, undefined),
});
