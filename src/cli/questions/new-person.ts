/**
 * One person at the terminal: at most five questions, of which only the name and what they will do
 * need more than Enter. A `+` after the name asks for the rest. Nothing is kept here: what was
 * answered is given back whole, so that Ctrl-C in between leaves nothing of the person.
 */
import type { Ask } from "../../domain/asking/ask.ts";
import type { ActionKey, Campaign, TeamKey } from "../../domain/campaign/campaign.ts";
import type { Day } from "../../domain/day.ts";
import type { PersonInput } from "../../domain/people/person-input.ts";
import type { Person } from "../../domain/people/person.ts";
import { parsePledgeCode } from "../../domain/pledges/code.ts";
import type { PledgeCode } from "../../domain/pledges/code.ts";
import { isLive } from "../../domain/pledges/pledge.ts";
import type { Pledge } from "../../domain/pledges/pledge.ts";
import { cleanLine, cleanLines, showable } from "../../domain/text/clean.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { explainValue } from "../explain/input.ts";
import { inLadderOrder, pledgeWords, teamName } from "../render/words.ts";
import { askContact, askLevel, askStanding, askTeam } from "./person.ts";
import { askActions, askCondition, askDisplay } from "./pledge.ts";
import { askText } from "./text.ts";

export interface Asking {
  readonly ask: Ask;
  readonly vault: Vault;
  readonly campaign: Campaign;
  readonly today: Day;
  /** --yes: a person of the same name and team is the same person. */
  readonly yes: boolean;
}

export interface AskedPerson {
  readonly input: PersonInput;
  /** Whom it is about when she is in the vault already. */
  readonly known?: Person;
}

const nameIn = (typed: string): { readonly name: string; readonly more: boolean } => {
  const trimmed = typed.trim();
  const more = trimmed.endsWith("+");
  return { name: more ? trimmed.slice(0, -1).trim() : trimmed, more };
};

/** Nothing when Enter alone ends the round. */
export const askName = async (
  ask: Ask,
): Promise<{ readonly name: string; readonly more: boolean } | undefined> => {
  const typed = await ask.line({
    message: "Name (Enter alone ends; a + after the name asks for more)",
    check: (text) => {
      if (text.trim() === "") return true;
      const { name } = nameIn(text);
      if (name === "") return "Type the name first, and the + after it.";
      const cleaned = cleanLine(name);
      return cleaned.ok || `It ${explainValue(cleaned.failure)}.`;
    },
  });
  const { name, more } = nameIn(typed);
  const cleaned = cleanLine(name);
  return cleaned.ok ? { name: cleaned.value, more } : undefined;
};

const pledged = (campaign: Campaign, pledges: readonly Pledge[]): string =>
  inLadderOrder(campaign, pledges).map(pledgeWords).join(", ") || "no pledge";

/** The person in the vault whom the name and team stand for, when it is the same one. */
const askSame = async (
  { ask, vault, campaign, yes }: Asking,
  name: string,
  team: TeamKey | undefined,
): Promise<Person | undefined> => {
  const found = vault.people.sameName(name, team);
  const [first] = found;
  if (first === undefined) return undefined;
  const label = (person: Person): string =>
    [
      person.id,
      ...(person.role === undefined ? [] : [showable(person.role)]),
      pledged(campaign, vault.pledges.of(person.id)),
    ].join(", ");
  if (found.length === 1) {
    const called = teamName(campaign, team);
    const where = called === undefined ? "" : ` in ${called}`;
    const message = `${showable(first.name)}${where} is here already (${label(first)}). The same person?`;
    return yes || (await ask.yes({ message, offered: true })) ? first : undefined;
  }
  return ask.one<Person | undefined>({
    message: `${showable(name)} is here already. Which one is it?`,
    choices: [
      ...found.map((person) => ({ value: person, label: label(person) })),
      { value: undefined, label: "somebody else of the same name" },
    ],
  });
};

const askCode = async ({ ask, vault }: Asking): Promise<PledgeCode | undefined> => {
  const typed = await ask.line({
    message: "Pledge code, if another organizer gave them one (Enter = a new one)",
    check: (text) => {
      if (text.trim() === "") return true;
      const code = parsePledgeCode(text);
      if (code === undefined) return `It ${explainValue({ type: "code-mistyped" })}.`;
      const owner = vault.people.byCode(code);
      return (
        owner === undefined ||
        `${owner.id} has this code already. The same person? Then leave this empty, and see "pledge edit ${owner.id}".`
      );
    },
  });
  return parsePledgeCode(typed);
};

/** What a `+` after the name asks for; every question may be passed over with Enter. */
const askMore = async (asking: Asking, known: Person | undefined): Promise<PersonInput> => {
  const { ask } = asking;
  const role = await askText(ask, {
    message: "Role or job title (Enter = not noted)",
    optional: true,
  });
  const standing = await askStanding(ask, known);
  const assessment = await askLevel(ask, asking.campaign);
  const contact = await askContact(ask, asking.campaign.employer);
  const note = await askText(ask, {
    message: "Note, for you alone (Enter = none)",
    optional: true,
    clean: cleanLines,
  });
  const code = known === undefined ? await askCode(asking) : undefined;
  return {
    ...standing,
    ...(role === "" ? {} : { role }),
    ...(assessment === undefined ? {} : { assessment }),
    ...(contact === undefined ? {} : { contacts: [...(known?.contacts ?? []), contact] }),
    ...(note === "" ? {} : { note }),
    ...(code === undefined ? {} : { code }),
  };
};

const askPledges = async (
  { ask, campaign, vault }: Asking,
  known: Person | undefined,
): Promise<PersonInput> => {
  const before = known === undefined ? [] : vault.pledges.of(known.id);
  const message =
    before.length === 0
      ? "What will they do? (none = no pledge yet)"
      : "What is new, or has changed?";
  const actions: readonly ActionKey[] = await askActions(ask, campaign, { message });
  if (actions.length === 0) return {};
  const condition = await askCondition(ask);
  const shown = before.find(({ state }) => isLive(state))?.display ?? "counted";
  const display = await askDisplay(ask, shown);
  return { actions: actions.map((action) => ({ action, condition })), display };
};

/** Asks for the next person; nothing when there is none. `team` is the last one, which is offered. */
export const askPerson = async (
  asking: Asking,
  team: TeamKey | null,
): Promise<AskedPerson | undefined> => {
  const { ask, campaign } = asking;
  const named = await askName(ask);
  if (named === undefined) return undefined;
  const chosen = await askTeam(ask, campaign, team);
  const known = await askSame(asking, named.name, chosen ?? undefined);
  const pledges = await askPledges(asking, known);
  const more = named.more ? await askMore(asking, known) : {};
  const input = {
    ...(known === undefined ? { name: named.name } : {}),
    ...(chosen === undefined || chosen === null ? {} : { team: chosen }),
    ...pledges,
    ...more,
  };
  return { input, ...(known === undefined ? {} : { known }) };
};
