/** What is stored, in the words of the screen. Whatever a person wrote goes through `showable`. */
import { grouped } from "../../domain/text/words.ts";
import type { ActionKey, Campaign, TeamKey } from "../../domain/campaign/campaign.ts";
import type { HandedTo } from "../../domain/handovers/store.ts";
import type {
  Basis,
  Contact,
  Employment,
  LeaderRole,
  Level,
  Person,
} from "../../domain/people/person.ts";
import { roundedUp } from "../../domain/pledges/rounding.ts";
import { sameCondition } from "../../domain/pledges/condition.ts";
import type { Condition, Display, Pledge } from "../../domain/pledges/pledge.ts";
import { showable } from "../../domain/text/clean.ts";

const ladder: Readonly<Record<string, string>> = {
  sign: "sign the letter",
  refuse: "refuse the work on the contract",
  walkout: "walk out",
  strike: "withhold all labour",
};

/** The action in a sentence about a person; a campaign's own action is called by its key. */
export const actionWords = (action: ActionKey): string => ladder[action] ?? action;

/** "once 30 are in", or nothing. */
export const conditionWords = (condition: Condition): string => {
  switch (condition.kind) {
    case "none":
      return "";
    case "at-least":
      return `once ${grouped(condition.people)} are in`;
    case "at-least-percent":
      return `once ${condition.percent}% of the unit are in`;
    case "at-least-in-team":
      return `once ${grouped(condition.people)} of the team are in`;
    default:
      return condition satisfies never;
  }
};

/** How the condition is counted where that is more than what was said: "50", "35%". */
export const countedAs = (condition: Condition): string | undefined => {
  const rounded = roundedUp(condition);
  if (sameCondition(rounded, condition) || rounded.kind === "none") return undefined;
  return rounded.kind === "at-least-percent" ? `${rounded.percent}%` : grouped(rounded.people);
};

export const displayWords: Readonly<Record<Display, string>> = {
  counted: "a number only",
  role: "team and role, no name",
  named: "by name",
};

const levelWords: Readonly<Record<Level, string>> = {
  1: "organizes others",
  2: "will act",
  3: "undecided",
  4: "leans against",
  5: "opposed",
};

/** What a level is called in this campaign. */
export const levelName = ({ settings }: Pick<Campaign, "settings">, level: Level): string =>
  showable(settings.levels?.[level - 1] ?? levelWords[level]);

export const employmentWords: Readonly<Record<Employment, string>> = {
  employee: "an employee",
  contractor: "a contractor",
  intern: "an intern",
  unsure: "not sure as what",
};

export const leaderWords: Readonly<Record<LeaderRole, string>> = {
  committee: "on the organizing committee",
  helper: "helps the committee",
  leader: "others follow them",
  activist: "speaks up, whether or not others follow",
};

/** "email ana@example.org"; an address at the employer says so. */
export const contactWords = ({ kind, value, atWork }: Contact): string =>
  `${kind} ${showable(value)}${atWork === true ? " (at the employer, who can read it)" : ""}`;

export const basisWords: Readonly<Record<Basis, string>> = {
  conversation: "from a conversation",
  action: "from what they did",
  hearsay: "from hearsay",
};

/** Whether and how a person counts, where she is not simply a worker of the unit. */
export const standingWords = ({
  supervisor,
  supporter,
}: Pick<Person, "supervisor" | "supporter">): string => {
  if (supervisor === "yes") return "supervisor, not counted";
  if (supervisor === "unsure") return "perhaps a supervisor, not counted";
  return supporter ? "supporter, counted apart" : "";
};

/** "once 30", "once 5 of team": short, for lists. */
const onceWords = (condition: Condition): string => {
  if (condition.kind === "none") return "";
  if (condition.kind === "at-least-percent") return ` once ${condition.percent}%`;
  const people = grouped(condition.people);
  return condition.kind === "at-least" ? ` once ${people}` : ` once ${people} of team`;
};

/** "walkout once 300 (withdrawn)": the action by its key, as commands take it. */
export const pledgeWords = ({ action, condition, state }: Pledge): string =>
  `${action}${onceWords(condition)}${state === "pledged" ? "" : ` (${state})`}`;

/** Nothing for no team, and for one that the campaign has no longer: others may have taken it out. */
export const teamName = (campaign: Campaign, key: TeamKey | undefined): string | undefined => {
  const team = campaign.teams.find((one) => one.key === key);
  return team === undefined ? undefined : showable(team.name);
};

/** In the order of the campaign's ladder. */
export const inLadderOrder = <T extends { readonly action: ActionKey }>(
  campaign: Campaign,
  pledges: readonly T[],
): readonly T[] =>
  pledges.toSorted(
    (a, b) => campaign.actions.indexOf(a.action) - campaign.actions.indexOf(b.action),
  );

/** "handed over to heron, 2026-11-23" */
export const handedWords = ({ to, on }: HandedTo): string => `handed over to ${to}, ${on}`;
