/** Questions about a person herself. Each gives what the vault can keep, and asks until it does. */
import type { Ask } from "../../domain/asking/ask.ts";
import { employerLabel, isEmployersAddress } from "../../domain/campaign/employer-host.ts";
import type { Campaign, TeamKey } from "../../domain/campaign/campaign.ts";
import type { PersonInput } from "../../domain/people/person-input.ts";
import { levels } from "../../domain/people/person.ts";
import type { Basis, Contact, Level, Person } from "../../domain/people/person.ts";
import { cleanLine, showable } from "../../domain/text/clean.ts";
import { basisWords, levelName } from "../render/words.ts";
import { askText } from "./text.ts";

/** Nothing when the campaign has no teams; `null` for no team, or one that is not known. */
export const askTeam = async (
  ask: Ask,
  campaign: Campaign,
  offered: TeamKey | null,
): Promise<TeamKey | null | undefined> => {
  if (campaign.teams.length === 0) return undefined;
  return ask.one<TeamKey | null>({
    message: "Team",
    choices: [
      { value: null, label: "no team, or not known" },
      ...campaign.teams.map(({ key, name }) => ({ value: key, label: showable(name) })),
    ],
    offered,
  });
};

/** Nothing when nobody can say yet, which is not the same as undecided. */
export const askLevel = async (ask: Ask, campaign: Campaign): Promise<Level | undefined> => {
  const level = await ask.one<Level | 0>({
    message: "Where do they stand, as you see it?",
    // In this order the terminal's own numbers are the levels.
    choices: [
      ...levels.map((value) => ({ value, label: levelName(campaign, value) })),
      { value: 0, label: "cannot say yet" },
    ],
    offered: 0,
  });
  return level === 0 ? undefined : level;
};

const bases: readonly Basis[] = ["conversation", "action", "hearsay"];

export const askBasis = (ask: Ask): Promise<Basis> =>
  ask.one({
    message: "How do you know?",
    choices: bases.map((value) => ({ value, label: basisWords[value] })),
    offered: "conversation",
  });

type Standing = Pick<PersonInput, "supervisor" | "supporter">;

const standings: readonly { readonly label: string; readonly value: Required<Standing> }[] = [
  { label: "a worker of the unit", value: { supervisor: "no", supporter: false } },
  { label: "a supervisor (not counted)", value: { supervisor: "yes", supporter: false } },
  {
    label: "perhaps a supervisor (not counted)",
    value: { supervisor: "unsure", supporter: false },
  },
  {
    label: "a supporter from outside the unit (counted apart)",
    value: { supervisor: "no", supporter: true },
  },
];

export const askStanding = async (
  ask: Ask,
  present?: Pick<Person, "supervisor" | "supporter">,
): Promise<Standing> => {
  const choices = standings.map(({ label, value }) => ({ label, value }));
  const offered = choices.find(
    ({ value }) =>
      value.supervisor === present?.supervisor && value.supporter === present.supporter,
  );
  return ask.one<Standing>({
    message: "Who are they to the campaign?",
    choices,
    ...(offered === undefined ? {} : { offered: offered.value }),
  });
};

const kinds: readonly { readonly label: string; readonly value: Contact["kind"] }[] = [
  { label: "Signal", value: "signal" },
  { label: "phone", value: "phone" },
  { label: "e-mail, not the employer's", value: "email" },
  { label: "another way", value: "other" },
];

/** A new contact, or nothing. `employer` is the campaign's: an address there is kept only once somebody insists. */
export const askContact = async (ask: Ask, employer: string): Promise<Contact | undefined> => {
  const kind = await ask.one<Contact["kind"] | undefined>({
    message: "How can they be reached, away from the employer's systems?",
    choices: [{ label: "not noted", value: undefined }, ...kinds],
    offered: undefined,
  });
  if (kind === undefined) return undefined;
  const value = await askText(ask, {
    message: "Number or address",
    optional: true,
    clean: cleanLine,
  });
  if (value === "") return undefined;
  if (kind !== "email" || !isEmployersAddress(value, employerLabel(employer)))
    return { kind, value };
  const message =
    "That address is the employer's, who can read what goes there. Keep it all the same?";
  return (await ask.yes({ message, offered: false })) ? { kind, value, atWork: true } : undefined;
};
