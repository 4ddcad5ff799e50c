/** Questions about the lists of a campaign: its teams, its actions, what each needs. */
import { grouped } from "../../domain/text/words.ts";
import type { Ask } from "../../domain/asking/ask.ts";
import type { CampaignInput } from "../../domain/campaign/parse-campaign.ts";
import { showable } from "../../domain/text/clean.ts";
import { actionWords } from "../render/words.ts";
import type { ActionKey } from "../../domain/campaign/campaign.ts";
import { askText, cleanKey, peopleIn, takeAway } from "./text.ts";

type Team = NonNullable<CampaignInput["teams"]>[number];
type Threshold = NonNullable<CampaignInput["thresholds"]>[number];

/** Members that take the place of the campaign's, as in a file for `campaign edit --from`. */
export type CampaignChanges = Readonly<Partial<Record<keyof CampaignInput, unknown>>>;

/** Why something cannot be taken away, or nothing when it can. */
export type Hindrance = (part: {
  readonly team?: string;
  readonly action?: string;
}) => string | undefined;

/** An empty answer, and nothing else, gives nothing. */
const askSize = async (ask: Ask, message: string): Promise<number | undefined> =>
  peopleIn(
    await ask.line({
      message,
      check: (text) =>
        text.trim() === "" ||
        peopleIn(text) !== undefined ||
        "A whole number; an estimate will do.",
    }),
  );

const askNewKey = async (
  ask: Ask,
  message: string,
  taken: readonly string[],
): Promise<string | undefined> => {
  const key = await askText(ask, { message, optional: true, clean: cleanKey(24) });
  if (!taken.includes(key)) return key === "" ? undefined : key;
  ask.say("There is one of that name already.");
  return undefined;
};

const askTeam = async (ask: Ask, team: Team): Promise<Team> => {
  const name = await askText(ask, {
    message: `Name of the team (Enter = ${showable(team.name ?? team.key)})`,
    optional: true,
  });
  const now = team.size === undefined ? "not known" : grouped(team.size);
  const size = await askSize(ask, `About how many workers are in it? (Enter = ${now})`);
  return { ...team, ...(name === "" ? {} : { name }), ...(size === undefined ? {} : { size }) };
};

/** Adds a team, changes one or takes one away. */
export const askTeams = async (
  ask: Ask,
  teams: readonly Team[],
  hindrance: Hindrance,
): Promise<CampaignChanges> => {
  const chosen = await ask.one<Team | undefined>({
    message: "Which team?",
    choices: [
      { value: undefined, label: "a new one" },
      ...teams.map((team) => ({ value: team, label: showable(team.name ?? team.key) })),
    ],
  });
  if (chosen === undefined) {
    const message =
      "A short key for the new team: lower-case letters, digits, hyphens (Enter = none)";
    const key = await askNewKey(
      ask,
      message,
      teams.map((team) => team.key),
    );
    return key === undefined ? {} : { teams: [...teams, await askTeam(ask, { key })] };
  }
  const change = { value: "change", label: "change its name or size" };
  const what = await ask.one({
    message: "What about it?",
    choices: [change, { value: "remove", label: "take it away" }],
  });
  if (what === change.value) {
    const changed = await askTeam(ask, chosen);
    return { teams: teams.map((team) => (team === chosen ? changed : team)) };
  }
  const why = hindrance({ team: chosen.key });
  if (why === undefined) return { teams: teams.filter((team) => team !== chosen) };
  ask.say(why);
  return {};
};

/** Adds an action at the end of the ladder or takes one away, with what it needed. */
export const askLadder = async (
  ask: Ask,
  { actions = [], thresholds = [] }: CampaignInput,
  hindrance: Hindrance,
): Promise<CampaignChanges> => {
  const chosen = await ask.one<string | undefined>({
    message: "Which action?",
    choices: [
      { value: undefined, label: "a new one" },
      // Every campaign has a letter to sign.
      ...actions
        .filter((action) => action !== "sign")
        .map((action) => ({ value: action, label: `take away: ${action}` })),
    ],
  });
  if (chosen === undefined) {
    const message = "What is it called? Lower-case letters, digits, hyphens (Enter = none)";
    const key = await askNewKey(ask, message, actions);
    return key === undefined ? {} : { actions: [...actions, key] };
  }
  const why = hindrance({ action: chosen });
  if (why !== undefined) {
    ask.say(why);
    return {};
  }
  return {
    actions: actions.filter((action) => action !== chosen),
    thresholds: thresholds.filter(({ action }) => action !== chosen),
  };
};

const thresholdIn = (action: string, typed: string): Threshold | undefined => {
  const percent = /^(\d{1,3})\s*%$/u.exec(typed.trim())?.[1];
  if (percent !== undefined) {
    const atLeastPercent = Number(percent);
    return atLeastPercent >= 1 && atLeastPercent <= 100 ? { action, atLeastPercent } : undefined;
  }
  const atLeast = peopleIn(typed);
  return atLeast === undefined ? undefined : { action, atLeast };
};

/** How many people one action needs before the campaign moves. */
export const askThreshold = async (
  ask: Ask,
  { actions = [], thresholds = [] }: CampaignInput,
): Promise<CampaignChanges> => {
  const action = await ask.one<string>({
    message: "For which action?",
    choices: actions.map((value) => ({ value, label: actionWords(value as ActionKey) })),
  });
  const typed = await ask.line({
    message: `How many must be in? (30 = people, 30% = of the unit, Enter keeps it, ${takeAway} = not set)`,
    check: (text) =>
      ["", takeAway].includes(text.trim()) ||
      thresholdIn(action, text) !== undefined ||
      "Type a number such as 30, or a share such as 30%.",
  });
  if (typed.trim() === "") return {};
  const others = thresholds.filter((one) => one.action !== action);
  const said = thresholdIn(action, typed);
  return { thresholds: said === undefined ? others : [...others, said] };
};
