/** A template with a question of every kind, and a campaign to answer it for. */
import { defaultSettings } from "../../../src/domain/campaign/campaign.ts";
import type {
  ActionKey,
  Campaign,
  DemandKey,
  Handle,
} from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Template, TemplateVariable } from "../../../src/domain/letters/letter.ts";

export const variable = (
  name: string,
  kind: TemplateVariable["kind"],
  more: Partial<TemplateVariable> = {},
): TemplateVariable => ({
  name,
  kind,
  ask: `What is ${name}?`,
  example: "an example",
  required: false,
  personal: false,
  ...more,
});

export const template: Template = {
  id: "sample",
  title: "Sample",
  kind: "employer",
  country: "US",
  demands: "campaign",
  language: "en",
  variables: [
    variable("answerBy", "day", { required: true, defaultInDays: 21 }),
    variable("otherwise", "action"),
    variable("furtherStep", "action"),
    variable("facts", "lines", { personal: true }),
    variable("contact", "line", { personal: true }),
    // Names of what every object has.
    variable("constructor", "line"),
  ],
};

export const campaign: Campaign = {
  id: "00000000-0000-4000-8000-000000000000",
  name: "Sample",
  employer: "Example Corp",
  organizer: "rowan" as Handle,
  unit: { name: "Engineering", size: 60, asOf: "2026-11-01" as Day },
  teams: [],
  actions: ["sign", "refuse", "strike"] as ActionKey[],
  thresholds: [],
  demands: ["drop-contracts" as DemandKey],
  settings: defaultSettings,
};
