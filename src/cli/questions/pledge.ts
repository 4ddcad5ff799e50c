/** Questions about what a person will do, and how a letter may show it. */
import type { Ask } from "../../domain/asking/ask.ts";
import type { ActionKey, Campaign } from "../../domain/campaign/campaign.ts";
import { parseCondition } from "../../domain/pledges/condition.ts";
import { unconditional } from "../../domain/pledges/pledge.ts";
import type { Condition, Display } from "../../domain/pledges/pledge.ts";
import { actionWords, displayWords } from "../render/words.ts";
import { takeAway } from "./text.ts";

export const askActions = (
  ask: Ask,
  campaign: Pick<Campaign, "actions">,
  question: { readonly message: string; readonly offered?: readonly ActionKey[] },
): Promise<readonly ActionKey[]> =>
  ask.several({
    ...question,
    choices: campaign.actions.map((action) => ({ value: action, label: actionWords(action) })),
  });

const read = (text: string): Condition | undefined =>
  text.trim() === takeAway ? unconditional : parseCondition(text);

const mistyped =
  "Type a number such as 30, a share such as 30%, 5 team for five of their team, or nothing.";

/** `present` is what Enter keeps; without one it means no condition. */
export const askCondition = async (ask: Ask, present?: Condition): Promise<Condition> => {
  const enter =
    present === undefined ? "Enter = no condition" : `Enter keeps it, ${takeAway} = no condition`;
  const typed = await ask.line({
    message: `Once how many are in? (30, or 30% of the unit; ${enter})`,
    check: (text) => read(text) !== undefined || mistyped,
  });
  if (typed.trim() === "") return present ?? unconditional;
  return read(typed) ?? unconditional;
};

const displays: readonly Display[] = ["counted", "role", "named"];

export const askDisplay = (ask: Ask, offered: Display): Promise<Display> =>
  ask.one({
    message: "How may the letter show them?",
    choices: displays.map((value) => ({ value, label: displayWords[value] })),
    offered,
  });
