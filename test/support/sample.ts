/** Sample data that tests share. Every person and employer in it is made up. */
import { fileURLToPath } from "node:url";

export const packageRoot = fileURLToPath(new URL("../..", import.meta.url));

/** The passphrase of every vault that a test makes. */
export const passphrase = "sample passphrase of the tests";

export const sampleCampaign = {
  campaign: "No contracts with the police",
  employer: "Example Corp",
  organizer: "rowan",
  unit: { name: "Engineering", size: 60, asOf: "2026-11-01" },
  teams: [
    { key: "cloud", name: "Cloud", size: 30 },
    { key: "ads", name: "Ads", size: 20 },
  ],
  actions: ["sign", "refuse", "walkout", "strike"],
  thresholds: [
    { action: "sign", atLeast: 20 },
    { action: "walkout", atLeastPercent: 30 },
  ],
  addressee: { name: "Dana Roe", title: "Chief Executive Officer" },
  demands: [
    "drop-contracts",
    "no-business-with-contractors",
    "require-subpoenas",
    "stronger-encryption",
  ],
  settings: { smallestTeam: 10, oldAfterDays: 14 },
};
