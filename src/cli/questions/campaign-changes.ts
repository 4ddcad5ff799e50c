/**
 * The menu of `pledge campaign edit`: what to change, until "save". It gives what a file for
 * `--from` would hold, and nothing is kept here.
 */
import { grouped } from "../../domain/text/words.ts";
import type { Ask } from "../../domain/asking/ask.ts";
import type { Campaign } from "../../domain/campaign/campaign.ts";
import { mergeCampaign } from "../../domain/campaign/merge-campaign.ts";
import type { CampaignInput } from "../../domain/campaign/parse-campaign.ts";
import { isKey } from "../../domain/input/read.ts";
import { fail, ok } from "../../domain/result.ts";
import { showable } from "../../domain/text/clean.ts";
import { usableDemands } from "../../usecases/letters/find-demand.ts";
import type { Library } from "../../usecases/letters/find-demand.ts";
import { askLadder, askTeams, askThreshold } from "./campaign-parts.ts";
import type { CampaignChanges, Hindrance } from "./campaign-parts.ts";
import { askErasable, askText, peopleIn } from "./text.ts";
import type { Clean } from "./text.ts";

interface Asking {
  readonly ask: Ask;
  readonly campaign: Campaign;
  readonly library: Library;
  readonly hindrance: Hindrance;
  /** Whether the others know the holder by her handle, so that it stays. */
  readonly handleStays: boolean;
}

interface Item {
  readonly label: (draft: CampaignInput) => string;
  readonly change: (draft: CampaignInput) => Promise<CampaignChanges>;
}

const cleanHandle: Clean = (text) =>
  text.trim().length >= 2 && isKey(text.trim(), 24)
    ? ok(text.trim())
    : fail({ type: "key-malformed" });

/** A line of text, which Enter leaves as it is. */
const lineItem = (
  ask: Ask,
  label: Item["label"],
  message: string,
  change: (text: string) => CampaignChanges,
  clean?: Clean,
): Item => ({
  label: (draft) => showable(label(draft)),
  change: async () => {
    const question = {
      message: `${message} (Enter keeps it)`,
      optional: true,
      ...(clean === undefined ? {} : { clean }),
    };
    const text = await askText(ask, question);
    return text === "" ? {} : change(text);
  },
});

const sizeItem = (ask: Ask): Item => ({
  label: ({ unit }) => `workers in the unit: about ${grouped(unit.size)} (${unit.asOf ?? "today"})`,
  change: async () => {
    const size = peopleIn(
      await ask.line({
        message: "About how many workers are there today? (Enter keeps it)",
        check: (text) =>
          text.trim() === "" ||
          peopleIn(text) !== undefined ||
          "A whole number; an estimate will do.",
      }),
    );
    return size === undefined ? {} : { unit: { size } };
  },
});

const addresseeItem = (ask: Ask): Item => ({
  label: ({ addressee }) => {
    const parts = [
      addressee?.name ?? "not set",
      ...(addressee?.title === undefined ? [] : [addressee.title]),
    ];
    return `addressee: ${showable(parts.join(", "))}`;
  },
  change: async ({ addressee }) => {
    const name = await askErasable(ask, {
      message: "Who can grant the demands? The name",
      present: addressee?.name,
    });
    if (name === null) return { addressee: null };
    if (name === undefined && addressee === undefined) return {};
    const title = await askErasable(ask, {
      message: "Their title or office",
      present: addressee?.title,
    });
    return {
      addressee: {
        ...(name === undefined ? {} : { name }),
        ...(title === undefined ? {} : { title }),
      },
    };
  },
});

const demandsItem = ({ ask, library }: Asking): Item => ({
  label: ({ demands = [] }) => `demands: ${demands.join(", ") || "none yet"}`,
  change: async ({ demands = [] }) => {
    const titles = new Map(
      usableDemands(library).map(({ demand }) => [demand.key as string, demand.title]),
    );
    const choices = [...new Set([...titles.keys(), ...demands])].map((key) => ({
      value: key,
      label: showable(titles.get(key) ?? key),
    }));
    if (choices.length === 0) return {};
    return {
      demands: await ask.several({ message: "What do you demand?", choices, offered: demands }),
    };
  },
});

const needed = ({ thresholds = [] }: CampaignInput): string =>
  thresholds
    .map(({ action, atLeast, atLeastPercent }) => `${action} ${atLeast ?? `${atLeastPercent}%`}`)
    .join(", ");

const itemsOf = (asking: Asking): Readonly<Record<string, Item>> => {
  const { ask, hindrance } = asking;
  return {
    campaign: lineItem(
      ask,
      (draft) => `campaign: ${draft.campaign}`,
      "What is the campaign called?",
      (campaign) => ({ campaign }),
    ),
    employer: lineItem(
      ask,
      (draft) => `employer: ${draft.employer}`,
      "Which employer?",
      (employer) => ({ employer }),
    ),
    unit: lineItem(
      ask,
      ({ unit }) => `unit: ${unit.name ?? ""}`,
      "What is the unit called, whose workers are counted?",
      (name) => ({ unit: { name } }),
    ),
    size: sizeItem(ask),
    teams: {
      label: ({ teams = [] }) =>
        `teams: ${showable(teams.map(({ name, key }) => name ?? key).join(", ")) || "none"}`,
      change: ({ teams = [] }) => askTeams(ask, teams, hindrance),
    },
    actions: {
      label: ({ actions = [] }) => `actions: ${actions.join(", ")}`,
      change: (draft) => askLadder(ask, draft, hindrance),
    },
    needed: {
      label: (draft) => `how many are needed: ${needed(draft) || "nothing set"}`,
      change: (draft) => askThreshold(ask, draft),
    },
    addressee: addresseeItem(ask),
    demands: demandsItem(asking),
    ...(asking.handleStays
      ? {}
      : {
          organizer: lineItem(
            ask,
            ({ organizer }) => `your handle: ${organizer}`,
            "Your handle, which is not your name",
            (organizer) => ({ organizer }),
            cleanHandle,
          ),
        }),
  };
};

/** Members of objects are gathered too: the unit's name and its size are changed one after the other. */
const together = (before: CampaignChanges, more: CampaignChanges): CampaignChanges => {
  const within = (member: "unit" | "addressee"): CampaignChanges => {
    const [one, other] = [before[member], more[member]];
    if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
      return {};
    return { [member]: { ...one, ...other } };
  };
  return { ...before, ...more, ...within("unit"), ...within("addressee") };
};

/** Asks until "save"; nothing when there is nothing to save. */
export const askCampaignChanges = async (asking: Asking): Promise<CampaignChanges | undefined> => {
  const { ask, campaign } = asking;
  const items = itemsOf(asking);
  const save = { value: "save", label: "save and leave" };
  let changes: CampaignChanges = {};
  for (;;) {
    // Sound: what the questions let through is what the parser takes.
    const draft = mergeCampaign(campaign, changes) as CampaignInput;
    const untouched = Object.keys(changes).length === 0;
    const chosen = await ask.one({
      message: untouched ? "What to change?" : "What else to change?",
      choices: [
        ...Object.entries(items).map(([value, { label }]) => ({ value, label: label(draft) })),
        save,
      ],
      ...(untouched ? {} : { offered: save.value }),
    });
    const item = items[chosen];
    if (item === undefined) return untouched ? undefined : changes;
    changes = together(changes, await item.change(draft));
  }
};
