/** `pledge campaign show`. */
import type { Campaign, Threshold } from "../../domain/campaign/campaign.ts";
import { shareOf } from "../../domain/campaign/campaign.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, grouped } from "../../domain/text/words.ts";
import { levels } from "../../domain/people/person.ts";
import { staleAfterDays } from "../../domain/people/standing.ts";
import { labelled } from "./columns.ts";
import type { Width } from "./columns.ts";
import type { Paint } from "./paint.ts";
import { levelName } from "./words.ts";

/** "sign: 400 people", "walkout: 30% of the unit, which is 360 people". */
const thresholdWords = (threshold: Threshold, unitSize: number): string =>
  "atLeast" in threshold
    ? `${threshold.action}: ${counted(threshold.atLeast, "person", "people")}`
    : `${threshold.action}: ${threshold.atLeastPercent}% of the unit, which is ${counted(shareOf(unitSize, threshold.atLeastPercent), "person", "people")}`;

const rowsOf = (campaign: Campaign): readonly (readonly [string, string])[] => {
  const { unit, teams, actions, thresholds, addressee, demands, settings } = campaign;
  const teamLine = ({ key, name, size }: Campaign["teams"][number]): string =>
    showable(`${key}: ${name}${size === undefined ? "" : `, about ${grouped(size)}`}`);
  return [
    ["employer", showable(campaign.employer)],
    [
      "unit",
      showable(`${unit.name}, about ${counted(unit.size, "worker", "workers")} (${unit.asOf})`),
    ],
    ["teams", teams.map(teamLine).join("\n") || "none"],
    ["actions", actions.join(", ")],
    ["needed", thresholds.map((one) => thresholdWords(one, unit.size)).join("\n") || "nothing set"],
    [
      "addressee",
      addressee === undefined
        ? "not set"
        : showable(
            addressee.title === undefined
              ? addressee.name
              : `${addressee.name}, ${addressee.title}`,
          ),
    ],
    ["demands", demands.join(", ") || "none yet"],
    [
      "tallies",
      `teams of ${counted(settings.smallestTeam, "worker", "workers")} or more are named; old after ${counted(settings.oldAfterDays, "day", "days")}`,
    ],
    ["stand", levels.map((level) => `${level} ${levelName(campaign, level)}`).join("\n")],
    [
      "stale",
      `what you noted of somebody, after ${counted(staleAfterDays(campaign), "day", "days")}`,
    ],
    ["organizer", campaign.organizer],
  ];
};

export const campaignScreen = (
  campaign: Campaign,
  settings: { readonly columns: number; readonly width: Width; readonly paint: Paint },
): string =>
  [
    settings.paint.strong(showable(campaign.name)),
    ...rowsOf(campaign).map(([label, text]) => labelled(label, text, { ...settings, indent: 11 })),
  ].join("\n");
