/**
 * The menu of `pledge edit`: what to change, one question each, until "save". Nothing is kept here;
 * the changes are given back whole.
 */
import type { ActionKey } from "../../domain/campaign/campaign.ts";
import type { Person } from "../../domain/people/person.ts";
import { isLive } from "../../domain/pledges/pledge.ts";
import { cleanLines, showable } from "../../domain/text/clean.ts";
import type { PersonChange } from "../../usecases/edit-person.ts";
import { inLadderOrder, levelName, standingWords, teamName } from "../render/words.ts";
import { moreItems, present } from "./more-changes.ts";
import type { Asking } from "./new-person.ts";
import { pledgeItems, withInput } from "./pledge-changes.ts";
import type { Draft, Item } from "./pledge-changes.ts";
import { askLevel, askStanding, askTeam } from "./person.ts";
import { askErasable, askText, cleanKey } from "./text.ts";

const personItems = (asking: Asking, person: Person): Readonly<Record<string, Item>> => {
  const { ask, campaign, vault } = asking;
  const erasable = (
    member: "role" | "alias" | "note",
    message: string,
    clean?: Parameters<typeof askErasable>[1]["clean"],
  ): Item => ({
    label: ({ input }) =>
      `${member}: ${showable((present(person[member], input[member]) ?? "none").replaceAll("\n", " "))}`,
    change: async (draft) => {
      const now = present(person[member], draft.input[member]);
      const said = await askErasable(ask, {
        message,
        present: now,
        ...(clean === undefined ? {} : { clean }),
      });
      if (
        member === "alias" &&
        typeof said === "string" &&
        vault.people.aliasTaken(said, person.id)
      ) {
        ask.say("Somebody else has this alias.");
        return draft;
      }
      return said === undefined ? draft : withInput(draft, { [member]: said });
    },
  });
  return {
    name: {
      label: ({ input }) => `name: ${showable(input.name ?? person.name)}`,
      change: async (draft) => {
        const name = await askText(ask, { message: "Name (Enter keeps it)", optional: true });
        return name === "" ? draft : withInput(draft, { name });
      },
    },
    ...(campaign.teams.length === 0
      ? {}
      : {
          team: {
            label: ({ input }: Draft) => {
              const team = present(person.team, input.team);
              return `team: ${teamName(campaign, team) ?? "not known"}`;
            },
            change: async (draft: Draft) => {
              const team = await askTeam(
                ask,
                campaign,
                present(person.team, draft.input.team) ?? null,
              );
              return team === undefined ? draft : withInput(draft, { team });
            },
          },
        }),
    ...pledgeItems(ask, campaign),
    stand: {
      label: ({ input }) => {
        const level = input.assessment ?? vault.people.assessments(person.id).at(-1)?.level;
        return `where they stand: ${level === undefined ? "not assessed" : `${level}, ${levelName(campaign, level)}`}`;
      },
      change: async (draft) => {
        const assessment = await askLevel(ask, campaign);
        return assessment === undefined ? draft : withInput(draft, { assessment });
      },
    },
    counts: {
      label: ({ input }) =>
        `counts: ${standingWords({ ...person, ...input }) || "as a worker of the unit"}`,
      change: async (draft) =>
        withInput(draft, await askStanding(ask, { ...person, ...draft.input })),
    },
    role: erasable("role", "Role or job title"),
    alias: erasable(
      "alias",
      "Alias: a word that stands for them on the command line",
      cleanKey(24),
    ),
    note: erasable("note", "Note, for you alone", cleanLines),
    more: moreItem(asking, person),
  };
};

/** A second menu, so that the first one is as long as a screen. */
const moreItem = (asking: Asking, person: Person): Item => {
  const items = moreItems(asking, person);
  return {
    label: () => "contacts, place of work, part in the campaign, what they agreed to ...",
    change: async (draft) => {
      let now = draft;
      for (;;) {
        const shown = now;
        const chosen = await asking.ask.one({
          message: "What to change?",
          choices: [
            ...Object.entries(items).map(([value, { label }]) => ({ value, label: label(shown) })),
            { value: "back", label: "back" },
          ],
        });
        const item = items[chosen];
        if (item === undefined) return now;
        now = await item.change(now);
      }
    },
  };
};

const changeOf = (before: Draft, { input, pledges, display }: Draft): PersonChange => {
  const said = (action: ActionKey): boolean => pledges.some((pledge) => pledge.action === action);
  const withdrawn = before.pledges.flatMap(({ action }) => (said(action) ? [] : [action]));
  const actions = pledges.filter((pledge) => !before.pledges.includes(pledge));
  // A display goes for the actions that it is named with: for all that stand when it is another.
  const named = display === before.display ? actions : pledges;
  return {
    input: { ...input, ...(named.length === 0 ? {} : { actions: named, display }) },
    withdrawn,
  };
};

/** Asks until "save"; nothing when there is nothing to save. */
export const askChanges = async (
  asking: Asking,
  person: Person,
): Promise<PersonChange | undefined> => {
  const { ask, vault, campaign } = asking;
  const live = inLadderOrder(campaign, vault.pledges.of(person.id)).filter(({ state }) =>
    isLive(state),
  );
  const before: Draft = {
    input: {},
    pledges: live.map(({ action, condition }) => ({ action, condition })),
    display: live[0]?.display ?? "counted",
  };
  const items = personItems(asking, person);
  const save = { value: "save", label: "save and leave" };
  let draft = before;
  for (;;) {
    const shown = draft;
    const chosen = await ask.one({
      message: draft === before ? "What to change?" : "What else to change?",
      choices: [
        ...Object.entries(items).map(([value, { label }]) => ({ value, label: label(shown) })),
        save,
      ],
      ...(draft === before ? {} : { offered: save.value }),
    });
    const item = items[chosen];
    if (item === undefined) return draft === before ? undefined : changeOf(before, draft);
    draft = await item.change(draft);
  }
};
