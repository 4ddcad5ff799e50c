/** An open database as the domain's vault. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import { canonicalJson } from "../../domain/text/canonical-json.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { Database } from "./driver.ts";
import { createLetterStore } from "./letter-store.ts";
import { createPeopleStore } from "./people-store.ts";
import { createPledgeStore } from "./pledge-store.ts";
import { scrub } from "./scrub.ts";
import { createSql } from "./sql.ts";

/** `Campaign` is data throughout; the cast says to JSON what the type says to us. */
const campaignJson = (campaign: Campaign): string => canonicalJson(campaign as unknown as Json);

export const createStore = (database: Database, folder: string): Vault => {
  const sql = createSql(database, folder);
  return {
    campaign: {
      get: () => {
        const row = sql.get<{ readonly definition: string }>("SELECT definition FROM campaign");
        if (row === undefined)
          throw new Error("a vault holds a campaign from its first transaction on");
        return JSON.parse(row.definition) as Campaign;
      },
      save: (campaign) => {
        sql.run(
          "INSERT INTO campaign (id, definition) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET definition = excluded.definition",
          campaignJson(campaign),
        );
      },
    },
    people: createPeopleStore(sql),
    pledges: createPledgeStore(sql),
    letters: createLetterStore(sql),
    transaction: (change) => {
      // IMMEDIATE: a second writer waits here and not in the middle of its work.
      sql.run("BEGIN IMMEDIATE");
      let kept = false;
      try {
        const result = change();
        if (result.ok) {
          sql.run("UPDATE meta SET generation = generation + 1");
          sql.run("COMMIT");
          kept = true;
        }
        return result;
      } finally {
        // A full disk may have rolled it back already.
        if (!kept && database.inTransaction) sql.run("ROLLBACK");
      }
    },
    scrub: () => {
      scrub(database, folder);
    },
    close: () => {
      database.close();
    },
  };
};
