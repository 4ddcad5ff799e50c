/** Demands on the screen: a list, and one as a whole. */
import type { DemandChange } from "../../domain/letters/demand-state.ts";
import type { Demand } from "../../domain/letters/letter.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted } from "../../domain/text/words.ts";
import type { UsableDemand } from "../../usecases/letters/find-demand.ts";
import { hanging, labelled } from "./columns.ts";
import type { Width } from "./columns.ts";

interface Screen {
  readonly columns: number;
  readonly width: Width;
}

/** A demand in the list; without a text it is one of the campaign's that nobody here has written. */
export interface ListedDemand {
  readonly key: string;
  readonly title?: string;
  readonly origin: UsableDemand["origin"] | "elsewhere";
  readonly inCampaign: boolean;
  readonly standing?: DemandChange;
}

const originWords: Readonly<Record<ListedDemand["origin"], string>> = {
  package: "",
  own: "your own",
  changed: "yours, in the place of pledge's",
  elsewhere: "its text is with whoever wrote it",
};

export const stateWords: Readonly<Record<DemandChange["state"], string>> = {
  open: "open",
  "partly-met": "partly met",
  met: "met",
  refused: "refused",
};

/** "refused since 2026-11-22" */
const standingText = (standing: DemandChange | undefined): string =>
  standing === undefined ? "open" : `${stateWords[standing.state]} since ${standing.since}`;

/** The key and title, in whose words it is, and how it stands once anything has come of it. */
const listedDemandText = (listed: ListedDemand, { columns, width }: Screen): string => {
  const { key, title, origin, inCampaign, standing } = listed;
  const origins = originWords[origin];
  const told = [
    title === undefined ? key : `${key}: ${showable(title)}`,
    ...(origins === "" ? [] : [origins]),
    ...(inCampaign || standing !== undefined ? [standingText(standing)] : []),
  ];
  return `  ${hanging(told.join("; "), 4, columns - 2, width)}`;
};

/** The campaign's demands, and below them what else could be asked for. */
export const demandListText = (demands: readonly ListedDemand[], screen: Screen): string => {
  const under = (heading: string, some: readonly ListedDemand[]): readonly string[] =>
    some.length === 0 ? [] : [heading, ...some.map((one) => listedDemandText(one, screen))];
  const asked = under(
    "In the campaign:",
    demands.filter(({ inCampaign }) => inCampaign),
  );
  const others = under(
    "Not in the campaign:",
    demands.filter(({ inCampaign }) => !inCampaign),
  );
  return [...asked, ...(asked.length > 0 && others.length > 0 ? [""] : []), ...others].join("\n");
};

/** In a committee: what of an own demand the others get to see. */
export const demandStaysNotes = (inCommittee: boolean): readonly string[] =>
  inCommittee
    ? [
        "Its text stays in this vault. The committee file carries its key and the texts of fixed letters; whoever else starts a letter with it needs the text from you.",
      ]
    : [];

const historyText = ({ state, since, words }: DemandChange): string =>
  `${since}: ${stateWords[state]}${words === undefined ? "" : `. In its words: ${showable(words.replaceAll("\n", " "))}`}`;

/** Everything that a demand says, and how it came to stand as it does. */
export const demandText = (
  demand: Demand,
  changes: readonly DemandChange[],
  { columns, width }: Screen,
): string => {
  const { key, title, ask, satisfiedBy, withinDays, why, objection, sources } = demand;
  const indent = Math.min(14, Math.floor(columns / 3));
  const row = (label: string, text: string): string =>
    labelled(label, showable(text), { indent, columns, width });
  return [
    hanging(`${key}: ${showable(title)}`, 2, columns, width),
    "",
    row("Ask", ask),
    row("Satisfied by", satisfiedBy),
    row("Within", `${counted(withinDays, "day", "days")} after the answer is due`),
    row("Why", why),
    row("Objection", objection.expect),
    row("Answer", objection.answer),
    ...sources.map(({ claim, source, date }) => row("Source", `${claim} (${source}, ${date})`)),
    ...(changes.length === 0 ? [row("Stands", "open since the beginning")] : []),
    ...changes.map((change, index) => row(index === 0 ? "Stands" : "", historyText(change))),
  ].join("\n");
};
