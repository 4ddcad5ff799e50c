/** The vault goes by the number in use: its campaign, its texts. */
import { campaignOf } from "../../domain/committee/definition.ts";
import type { Sha256 } from "../../domain/ports.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { placeTexts } from "../letters/shared-letters.ts";
import { committeeInUse, keptNumbers } from "./committee-in-use.ts";

/** Inside a transaction of the caller, after whatever changed the numbers that are kept. */
export const goByCommittee = (vault: Vault, sha256: Sha256): void => {
  const inUse = committeeInUse(vault);
  if (!inUse.ok) throw new Error("a number was kept, and none is in use");
  const { committee, identity } = inUse.value;
  vault.campaign.save(campaignOf(committee.definition, identity.handle));
  const everyText = keptNumbers(vault).flatMap((one) => one.committee.texts);
  placeTexts({ vault, sha256 }, committee.texts, everyText);
};
