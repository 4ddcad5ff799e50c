/** The part of the menu of `pledge edit` that is about what a person will do. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { Ask } from "../../domain/asking/ask.ts";
import type { PersonInput, PledgedAction } from "../../domain/people/person-input.ts";
import { sameCondition } from "../../domain/pledges/condition.ts";
import type { Display } from "../../domain/pledges/pledge.ts";
import { actionWords, conditionWords, displayWords, inLadderOrder } from "../render/words.ts";
import { askActions, askCondition, askDisplay } from "./pledge.ts";

/** What the person would be if it were saved now, beside what makes it so. */
export interface Draft {
  readonly input: PersonInput;
  /** What would stand, by action. */
  readonly pledges: readonly PledgedAction[];
  readonly display: Display;
}

type Change = (draft: Draft) => Promise<Draft>;

export interface Item {
  readonly label: (draft: Draft) => string;
  readonly change: Change;
}

export const withInput = (draft: Draft, input: PersonInput): Draft => ({
  ...draft,
  input: { ...draft.input, ...input },
});

export const pledgeItems = (ask: Ask, campaign: Campaign): Readonly<Record<string, Item>> => ({
  pledges: {
    label: ({ pledges }) =>
      `what they will do: ${pledges.map(({ action, condition }) => [action, conditionWords(condition)].join(" ").trim()).join(", ") || "no pledge"}`,
    change: async (draft) => {
      const offered = draft.pledges.map(({ action }) => action);
      const message = "What will they do? (unticking takes a pledge back)";
      const chosen = await askActions(ask, campaign, { message, offered });
      const kept = draft.pledges.filter(({ action }) => chosen.includes(action));
      const fresh = chosen.filter((action) => !offered.includes(action));
      if (fresh.length === 0) return { ...draft, pledges: kept };
      const condition = await askCondition(ask);
      const pledges = [...kept, ...fresh.map((action) => ({ action, condition }))];
      return { ...draft, pledges: inLadderOrder(campaign, pledges) };
    },
  },
  condition: {
    label: () => "once how many are in",
    change: async (draft) => {
      const choices = draft.pledges.map(({ action }) => ({
        value: action,
        label: actionWords(action),
      }));
      const [only] = draft.pledges;
      if (only === undefined) {
        ask.say("There is no pledge yet that could depend on anything.");
        return draft;
      }
      const chosen =
        choices.length === 1
          ? only.action
          : await ask.one({ message: "For which of them?", choices });
      const present = draft.pledges.find(({ action }) => action === chosen)?.condition;
      const condition = await askCondition(ask, present);
      const changed = (pledge: PledgedAction): PledgedAction =>
        pledge.action !== chosen || sameCondition(pledge.condition, condition)
          ? pledge
          : { ...pledge, condition };
      return { ...draft, pledges: draft.pledges.map(changed) };
    },
  },
  display: {
    label: ({ display }) => `how the letter may show them: ${displayWords[display]}`,
    change: async (draft) => ({ ...draft, display: await askDisplay(ask, draft.display) }),
  },
});
