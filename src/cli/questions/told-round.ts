/** The round of `pledge add --to`: the same questions, for somebody who has no vault and knows of no campaign. */
import type { Ask } from "../../domain/asking/ask.ts";
import type { ActionKey } from "../../domain/campaign/campaign.ts";
import { newPledgeCode } from "../../domain/pledges/code.ts";
import type { PledgeCode } from "../../domain/pledges/code.ts";
import type { Day } from "../../domain/day.ts";
import type { PersonInput } from "../../domain/people/person-input.ts";
import type { ToldPerson } from "../../domain/people/told-people.ts";
import type { Randomness } from "../../domain/ports.ts";
import { cleanLines } from "../../domain/text/clean.ts";
import { codeLine } from "../render/notes.ts";
import { askName } from "./new-person.ts";
import { askContact, askStanding } from "./person.ts";
import { askActions, askCondition, askDisplay } from "./pledge.ts";
import { askText } from "./text.ts";

/** Nobody can know here what else the campaign has on its ladder; the organizer's side sorts that out. */
const usualActions = ["sign", "refuse", "walkout", "strike"].map((key) => key as ActionKey);

interface Deps {
  readonly ask: Ask;
  readonly random: Randomness;
  readonly today: Day;
}

const askPledges = async (ask: Ask): Promise<PersonInput> => {
  const actions = await askActions(
    ask,
    { actions: usualActions },
    { message: "What will they do? (none = no pledge yet)" },
  );
  if (actions.length === 0) return {};
  const condition = await askCondition(ask);
  const display = await askDisplay(ask, "counted");
  return { actions: actions.map((action) => ({ action, condition })), display };
};

const askMore = async (ask: Ask): Promise<PersonInput> => {
  const role = await askText(ask, {
    message: "Role or job title (Enter = not noted)",
    optional: true,
  });
  const standing = await askStanding(ask);
  const contact = await askContact(ask, "");
  const note = await askText(ask, {
    message: "Note for the organizer (Enter = none)",
    optional: true,
    clean: cleanLines,
  });
  return {
    ...standing,
    ...(role === "" ? {} : { role }),
    ...(contact === undefined ? {} : { contacts: [contact] }),
    ...(note === "" ? {} : { note }),
  };
};

/** Everybody told of until an empty name, each with a pledge code that the teller has seen. */
export const askTold = async ({
  ask,
  random,
  today,
}: Deps): Promise<readonly (ToldPerson & { readonly code: PledgeCode })[]> => {
  const people: (ToldPerson & { readonly code: PledgeCode })[] = [];
  for (;;) {
    const named = await askName(ask);
    if (named === undefined) return people;
    const team = await askText(ask, {
      message: "Team, as you call it (Enter = not said)",
      optional: true,
    });
    const pledges = await askPledges(ask);
    const more = named.more ? await askMore(ask) : {};
    const code = newPledgeCode(random);
    people.push({
      input: { name: named.name, ...pledges, ...more, code, day: today },
      ...(team === "" ? {} : { team }),
      code,
    });
    ask.say(codeLine(code, people.length === 1));
  }
};
