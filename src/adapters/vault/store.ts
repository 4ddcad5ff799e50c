/** An open database as the domain's vault. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { CampaignStore } from "../../domain/campaign/store.ts";
import { canonicalJson } from "../../domain/text/canonical-json.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { VaultStopped } from "../../domain/vault/stopped.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { createAttestationStore } from "./attestation-store.ts";
import { createAuditStore } from "./audit-store.ts";
import { createBackupStore } from "./backup-store.ts";
import { createBundleStore } from "./bundle-store.ts";
import { createCommitteeStore } from "./committee-store.ts";
import { createCountStore } from "./count-store.ts";
import { createDeliveryStore } from "./delivery-store.ts";
import { createDemandStore } from "./demand-store.ts";
import type { Database } from "./driver.ts";
import { createDuplicateStore } from "./duplicate-store.ts";
import { createFactStore } from "./fact-store.ts";
import { guarded } from "./failed.ts";
import { createFreeTextStore } from "./free-text-store.ts";
import { createHandoverStore } from "./handover-store.ts";
import { createIdentityStore } from "./identity-store.ts";
import { createImportStore } from "./import-store.ts";
import { wipeKeys } from "./keys.ts";
import { createAgreementStore } from "./agreement-store.ts";
import { createLeftOutStore } from "./left-out-store.ts";
import { createLetterStore } from "./letter-store.ts";
import { createPeopleStore } from "./people-store.ts";
import { createPledgeStore } from "./pledge-store.ts";
import { createPublicationStore } from "./publication-store.ts";
import { createRetentionStore } from "./retention-store.ts";
import { watchRows } from "./row-digests.ts";
import { scrub } from "./scrub.ts";
import { createSignersStore } from "./signers-store.ts";
import { createSql } from "./sql.ts";
import type { Sql } from "./sql.ts";
import { createStructureTestStore } from "./structure-test-store.ts";
import { createTallyStore } from "./tally-store.ts";
import type { Unlocked } from "./unlocked.ts";

/** `Campaign` is data throughout; the cast says to JSON what the type says to us. */
const campaignJson = (campaign: Campaign): string => canonicalJson(campaign as unknown as Json);

const createCampaignStore = (sql: Sql): CampaignStore => {
  const find = (): Campaign | undefined => {
    const row = sql.get<{ readonly definition: string }>("SELECT definition FROM campaign");
    return row === undefined ? undefined : (JSON.parse(row.definition) as Campaign);
  };
  return {
    find,
    get: () => {
      const campaign = find();
      if (campaign === undefined) throw new VaultStopped({ type: "campaign-missing" });
      return campaign;
    },
    save: (campaign) => {
      sql.run(
        "INSERT INTO campaign (id, definition) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET definition = excluded.definition",
        campaignJson(campaign),
      );
    },
  };
};

/** `unlocked` is wiped when the store is closed: until then the header's key makes sure of the header that goes into a backup. */
export const createStore = (
  database: Database,
  folder: string,
  unlocked: Pick<Unlocked, "header" | "keys">,
): Vault => {
  const sql = createSql(database, folder);
  let takeInChanges: (() => void) | undefined;
  return {
    campaign: createCampaignStore(sql),
    people: createPeopleStore(sql),
    pledges: createPledgeStore(sql),
    imports: createImportStore(sql),
    leftOut: createLeftOutStore(sql),
    agreements: createAgreementStore(sql),
    duplicates: createDuplicateStore(sql),
    structureTests: createStructureTestStore(sql),
    letters: createLetterStore(sql),
    demands: createDemandStore(sql),
    facts: createFactStore(sql),
    deliveries: createDeliveryStore(sql),
    publications: createPublicationStore(sql),
    counts: createCountStore(sql),
    identity: createIdentityStore(sql),
    attestation: createAttestationStore(sql),
    committee: createCommitteeStore(sql),
    tallies: createTallyStore(sql),
    bundles: createBundleStore(sql),
    audits: createAuditStore(sql),
    handovers: createHandoverStore(sql),
    signers: createSignersStore(sql),
    retention: createRetentionStore(sql),
    freeTexts: createFreeTextStore(sql),
    backups: createBackupStore(sql, database, folder, unlocked),
    transaction: (change) => {
      // IMMEDIATE: a second writer waits here and not in the middle of its work.
      takeInChanges ??= guarded(folder, () => watchRows(database));
      sql.run("BEGIN IMMEDIATE");
      let kept = false;
      try {
        const result = change();
        if (result.ok) {
          guarded(folder, takeInChanges);
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
    generation: () =>
      sql.get<{ readonly generation: number }>("SELECT generation FROM meta")?.generation ?? 0,
    scrub: () => {
      scrub(database, folder);
    },
    close: () => {
      wipeKeys(unlocked.keys);
      database.close();
    },
  };
};
