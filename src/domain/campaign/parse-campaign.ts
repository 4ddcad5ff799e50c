/** A campaign from the JSON of `init --from` and `campaign edit --from` (README, "Files"). */
import * as v from "valibot";

import { faultsOfIssues } from "../input/fault.ts";
import type { InputRefused } from "../input/fault.ts";
import { createReader } from "../input/read.ts";
import type { Reader } from "../input/read.ts";
import { list, object, people, percent } from "../input/shapes.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { readId } from "./campaign-id.ts";
import type { Making } from "./campaign-id.ts";
import { SIGN } from "./campaign.ts";
import { readSettings, settingsShape } from "./parse-settings.ts";
import type {
  ActionKey,
  Campaign,
  DemandKey,
  Handle,
  Team,
  TeamKey,
  Threshold,
} from "./campaign.ts";

const team = v.strictObject({
  key: v.string(),
  name: v.optional(v.string()),
  size: v.optional(people),
});

const threshold = v.strictObject({
  action: v.string(),
  atLeast: v.optional(people),
  atLeastPercent: v.optional(percent),
});

const unit = v.strictObject({
  name: v.optional(v.string()),
  size: people,
  asOf: v.optional(v.string()),
});

const addressee = v.strictObject({ name: v.string(), title: v.optional(v.string()) });

const shape = v.strictObject({
  /** The campaign that another committee counts already. */
  id: v.optional(v.string()),
  campaign: v.string(),
  employer: v.string(),
  organizer: v.string(),
  unit,
  teams: v.optional(list(team, 500)),
  actions: v.optional(list(v.string(), 30)),
  thresholds: v.optional(list(threshold, 30)),
  addressee: v.optional(addressee),
  demands: v.optional(list(v.string(), 20)),
  settings: v.optional(settingsShape),
});

export type CampaignInput = v.InferOutput<typeof shape>;

const knownMembers = (path: string): readonly string[] => {
  const nested = { unit, teams: team, thresholds: threshold, addressee, settings: settingsShape };
  const found = Object.entries(nested).find(([member]) => path.split(".")[0] === member);
  return Object.keys((found?.[1] ?? shape).entries);
};

const defaultActions = ["sign", "refuse", "walkout", "strike"];

/** What a campaign asks for unless it says otherwise: the four demands that the first letter is built on. */
const defaultDemands = [
  "drop-contracts",
  "no-business-with-contractors",
  "require-subpoenas",
  "stronger-encryption",
];

/** Refuses whatever stands in the list a second time, where it stands. */
const noneTwice = <T>(
  reader: Reader,
  given: readonly T[],
  keyOf: (one: T) => string,
  pathOf: (index: number) => string,
): void => {
  const seen = new Set<string>();
  for (const [index, one] of given.entries()) {
    if (seen.has(keyOf(one))) reader.refuse(pathOf(index), { type: "key-twice" });
    seen.add(keyOf(one));
  }
};

const readTeams = (reader: Reader, given: NonNullable<CampaignInput["teams"]>): readonly Team[] => {
  noneTwice(
    reader,
    given,
    (one) => one.key,
    (index) => `teams.${index}.key`,
  );
  return given.flatMap((one, index) => {
    const key = reader.key<TeamKey>(`teams.${index}.key`, one.key, 24);
    const name = reader.line(`teams.${index}.name`, one.name ?? one.key);
    if (key === undefined || name === undefined) return [];
    return [{ key, name, ...(one.size === undefined ? {} : { size: one.size }) }];
  });
};

const readActions = (reader: Reader, given: readonly string[]): readonly ActionKey[] => {
  noneTwice(
    reader,
    given,
    (one) => one,
    (index) => `actions.${index}`,
  );
  if (!given.includes(SIGN)) {
    reader.refuse("actions", { type: "value-wrong", expected: 'a list with "sign" in it' });
  }
  return given.flatMap((one, index) => reader.key<ActionKey>(`actions.${index}`, one, 24) ?? []);
};

const readThresholds = (
  reader: Reader,
  given: NonNullable<CampaignInput["thresholds"]>,
  actions: readonly ActionKey[],
): readonly Threshold[] => {
  noneTwice(
    reader,
    given,
    (one) => one.action,
    (index) => `thresholds.${index}.action`,
  );
  return given.flatMap((one, index): Threshold[] => {
    const action = actions.find((known) => known === one.action);
    if (action === undefined) {
      reader.refuse(`thresholds.${index}.action`, { type: "not-one-of", known: actions });
      return [];
    }
    if (one.atLeast !== undefined && one.atLeastPercent === undefined) {
      return [{ action, atLeast: one.atLeast }];
    }
    if (one.atLeastPercent !== undefined && one.atLeast === undefined) {
      return [{ action, atLeastPercent: one.atLeastPercent }];
    }
    reader.refuse(`thresholds.${index}`, {
      type: "value-wrong",
      expected: 'an action with either "atLeast" or "atLeastPercent"',
    });
    return [];
  });
};

/**
 * Reads a campaign; its id as `readId` has it.
 * Returns every fault at once; throws nothing.
 */
export const parseCampaign = (input: unknown, make: Making): Result<Campaign, InputRefused> => {
  const checked = v.safeParse(shape, object(input));
  if (!checked.success) {
    return fail({
      type: "input-refused",
      source: "campaign",
      faults: faultsOfIssues(checked.issues, knownMembers),
    });
  }
  const given = checked.output;
  const reader = createReader();
  const name = reader.line("campaign", given.campaign);
  const employer = reader.line("employer", given.employer);
  const organizer = reader.key<Handle>("organizer", given.organizer, 24);
  if (organizer !== undefined && organizer.length < 2)
    reader.refuse("organizer", { type: "key-malformed" });
  const unitName =
    given.unit.name === undefined ? employer : reader.line("unit.name", given.unit.name);
  const asOf =
    given.unit.asOf === undefined ? make.today : reader.day("unit.asOf", given.unit.asOf);
  const teams = readTeams(reader, given.teams ?? []);
  const actions = readActions(reader, given.actions ?? defaultActions);
  const thresholds = readThresholds(reader, given.thresholds ?? [], actions);
  const demands = (given.demands ?? defaultDemands).flatMap(
    (demand, index) => reader.key<DemandKey>(`demands.${index}`, demand, 40) ?? [],
  );
  noneTwice(
    reader,
    given.demands ?? [],
    (one) => one,
    (index) => `demands.${index}`,
  );
  const settings = readSettings(reader, given.settings);
  const id = readId(reader, given.id, make);
  const addresseeName =
    given.addressee === undefined ? undefined : reader.line("addressee.name", given.addressee.name);
  const title =
    given.addressee?.title === undefined
      ? undefined
      : reader.line("addressee.title", given.addressee.title);
  if (
    reader.faults.length > 0 ||
    name === undefined ||
    employer === undefined ||
    organizer === undefined ||
    unitName === undefined ||
    asOf === undefined
  ) {
    return fail({ type: "input-refused", source: "campaign", faults: reader.faults });
  }
  return ok({
    id,
    name,
    employer,
    organizer,
    unit: { name: unitName, size: given.unit.size, asOf },
    teams,
    actions,
    thresholds,
    ...(addresseeName === undefined
      ? {}
      : { addressee: { name: addresseeName, ...(title === undefined ? {} : { title }) } }),
    demands,
    settings,
  });
};

/** A campaign as the JSON that `parseCampaign` reads: what `campaign show --json` prints and `edit` starts from. */
export const campaignToInput = ({
  settings: { levels, ...settings },
  ...campaign
}: Campaign): CampaignInput => ({
  campaign: campaign.name,
  employer: campaign.employer,
  organizer: campaign.organizer,
  unit: { name: campaign.unit.name, size: campaign.unit.size, asOf: campaign.unit.asOf },
  teams: campaign.teams.map((team) => ({ ...team })),
  actions: [...campaign.actions],
  thresholds: campaign.thresholds.map((threshold) => ({ ...threshold })),
  ...(campaign.addressee === undefined ? {} : { addressee: { ...campaign.addressee } }),
  demands: [...campaign.demands],
  settings: { ...settings, ...(levels === undefined ? {} : { levels: [...levels] }) },
});
