/** `pledge show`: all that the vault holds of one person. */
import { SIGN } from "../../domain/campaign/campaign.ts";
import type { Campaign } from "../../domain/campaign/campaign.ts";
import { daysBetween } from "../../domain/age.ts";
import type { Day } from "../../domain/day.ts";
import type { HandedTo } from "../../domain/handovers/store.ts";
import type { Signature } from "../../domain/letters/letter.ts";
import { personToInput } from "../../domain/people/person-to-input.ts";
import type { Assessment, Person } from "../../domain/people/person.ts";
import { isStale, trendOf } from "../../domain/people/standing.ts";
import type { PersonSummary } from "../../domain/people/store.ts";
import { isLive } from "../../domain/pledges/pledge.ts";
import type { Pledge } from "../../domain/pledges/pledge.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted } from "../../domain/text/words.ts";
import { labelled } from "./columns.ts";
import type { Width } from "./columns.ts";
import type { Paint } from "./paint.ts";
import { pledgeJson } from "./pledge-json.ts";
import {
  basisWords,
  conditionWords,
  contactWords,
  countedAs,
  displayWords,
  employmentWords,
  handedWords,
  inLadderOrder,
  leaderWords,
  levelName,
  standingWords,
  teamName,
} from "./words.ts";

/** A signature, and the letter under whose present text it stands; none under an earlier text. */
export interface ShownSignature extends Signature {
  readonly letter?: string;
}

export interface WholePerson extends PersonSummary {
  /** Oldest first. */
  readonly assessments: readonly Assessment[];
  /** Every change of a pledge, oldest first, the ones that stand included. */
  readonly changes: readonly Pledge[];
  readonly coverer?: Person;
  readonly handedOver?: HandedTo;
  readonly today: Day;
  readonly signatures: readonly ShownSignature[];
}

/** The members of `add --from`, and what only the vault knows. */
export const wholePersonJson = (whole: WholePerson): Json => ({
  ...personToInput(whole),
  ...(whole.handedOver === undefined ? {} : { handedOver: { ...whole.handedOver } }),
  pledges: whole.pledges.map((pledge) => ({ ...pledgeJson(pledge), since: pledge.since })),
  history: whole.changes.map((pledge) => ({ ...pledgeJson(pledge), since: pledge.since })),
  assessments: whole.assessments.map(({ level, basis, day }) => ({ level, basis, day })),
  signatures: whole.signatures.map(({ letter, text, signedOn }) => ({
    letter: letter ?? null,
    text,
    signedOn,
  })),
});

const condition = (pledge: Pledge): readonly string[] => {
  if (pledge.condition.kind === "none") return [];
  const counted = countedAs(pledge.condition);
  return [
    `${conditionWords(pledge.condition)}${counted === undefined ? "" : ` (counted as ${counted})`}`,
  ];
};

const pledgeLine = (pledge: Pledge): string =>
  [
    `${pledge.action}: ${pledge.state} ${pledge.since}`,
    ...condition(pledge),
    ...(pledge.action === SIGN && isLive(pledge.state)
      ? [`in the letter: ${displayWords[pledge.display]}`]
      : []),
  ].join(", ");

const assessmentLine =
  (campaign: Campaign) =>
  ({ level, basis, day }: Assessment): string =>
    `${level} ${levelName(campaign, level)}, ${basisWords[basis]}, ${day}`;

const trendWords = { closer: "closer than before", further: "further away than before" };

/** "; closer than before; 52 days ago, so ask again" */
const since = (campaign: Campaign, { assessments, today }: WholePerson): string => {
  const latest = assessments.at(-1);
  const trend = trendOf(assessments);
  const days = latest === undefined ? 0 : daysBetween(latest.day, today);
  return [
    ...(trend === undefined || trend === "same" ? [] : [trendWords[trend]]),
    ...(latest !== undefined && isStale(campaign, latest, today)
      ? [`${counted(days, "day", "days")} ago, so it is stale`]
      : []),
  ]
    .map((words) => `; ${words}`)
    .join("");
};

type Row = readonly [string, string];

const aboutRows = (
  campaign: Campaign,
  { person, coverer, handedOver }: WholePerson,
): readonly Row[] => [
  [
    "id",
    person.alias === undefined ? person.id : `${person.id}, or the alias ${showable(person.alias)}`,
  ],
  ["team", teamName(campaign, person.team) ?? "not known"],
  ["role", showable(person.role ?? "")],
  ["site", showable(person.site ?? "")],
  ["shift", showable(person.shift ?? "")],
  ["employed", person.employment === undefined ? "" : employmentWords[person.employment]],
  ["speaks", person.language ?? ""],
  ["pronouns", showable(person.pronouns ?? "")],
  [
    "counts",
    handedOver === undefined
      ? standingWords(person) || "as a worker of the unit"
      : `with ${handedOver.to}: ${handedWords(handedOver)}`,
  ],
  ["contact", person.doNotContact ? "nobody should write or call: they said so" : ""],
  ["reach at", person.contacts.map(contactWords).join("\n")],
  ["leads", person.leader === undefined ? "" : leaderWords[person.leader]],
  ["covered", coverer === undefined ? "by nobody" : `by ${showable(coverer.name)} (${coverer.id})`],
  ["issues", person.issues.map(showable).join(", ")],
];

/** What was said before: the last change of each action is what stands, and is told apart. */
const earlier = ({ changes }: WholePerson): readonly Pledge[] =>
  changes.filter(
    (change, index) => changes.findLastIndex(({ action }) => action === change.action) > index,
  );

const lines = (text: string): string => text.split("\n").map(showable).join("\n");

/** Label and text of everything but the name; a text may be empty, and a label may come twice. */
export const personRows = (campaign: Campaign, whole: WholePerson): readonly Row[] => {
  const { person, assessments, pledges, signatures } = whole;
  const latest = assessments.at(-1);
  const lineOf = assessmentLine(campaign);
  const said = inLadderOrder(campaign, pledges).map(pledgeLine);
  return [
    ...aboutRows(campaign, whole),
    ["stand", latest === undefined ? "not assessed" : `${lineOf(latest)}${since(campaign, whole)}`],
    ["before", assessments.slice(0, -1).toReversed().map(lineOf).join("\n")],
    ["will do", said.join("\n") || "no pledge"],
    ["earlier", earlier(whole).toReversed().map(pledgeLine).join("\n")],
    ...signatures.map(
      ({ letter, signedOn }) =>
        [
          "signed",
          `${letter ?? "an earlier text, which is not the one now fixed"}, ${signedOn}`,
        ] as const,
    ),
    ["code", `${person.code}: a second organizer who has it counts this person once with you`],
    ["agreed", person.consents.map(({ to, on }) => `${showable(to)}, ${on}`).join("\n")],
    ["from", showable(person.source ?? "")],
    ["elsewhere", person.elsewhere.map(showable).join("\n")],
    ["added", person.addedOn],
    ["shared", lines(person.sharedNote ?? "")],
    ["note", lines(person.note ?? "")],
  ];
};

export const wholePerson = (
  campaign: Campaign,
  whole: WholePerson,
  settings: { readonly columns: number; readonly width: Width; readonly paint: Paint },
): string =>
  [
    settings.paint.strong(showable(whole.person.name)),
    ...personRows(campaign, whole)
      .filter(([, text]) => text !== "")
      .map(([label, text]) => labelled(label, text, { ...settings, indent: 9 })),
  ].join("\n");
