/** What an organizer reads before she opens lines of hers, and of each person who was drawn. */
import { mostDrawn } from "../../domain/audits/draw.ts";
import type { Answer, TakenDraw } from "../../domain/audits/store.ts";
import { showable } from "../../domain/text/clean.ts";
import { sum } from "../../domain/sum.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import type { OpenedDraw } from "../../usecases/audits/open-draw.ts";
import type { Drawn } from "../../usecases/audits/take-draw.ts";
import { saidIn } from "./audit.ts";

const answerWords: Readonly<Record<Answer, string>> = {
  yes: "may be asked",
  declined: "would rather not",
  "not-yet": "not asked yet",
};

interface Standing {
  readonly opened: OpenedDraw;
  readonly taken: TakenDraw;
  /** Every draw that this vault has taken in. */
  readonly all: readonly TakenDraw[];
  readonly people: readonly Drawn[];
}

/** Drawn lines of people who were erased, or have another name now. */
const closed = ({ places }: TakenDraw, people: readonly Drawn[]): number =>
  places.length - people.filter(({ openable }) => openable).length;

const closedLines = (taken: TakenDraw, people: readonly Drawn[]): readonly string[] => {
  const n = closed(taken, people);
  return n === 0
    ? []
    : [
        `${counted(n, "line", "lines")} cannot be opened any more: the person was erased, or has another name in the vault since.`,
      ];
};

export const beforeOpening = (standing: Standing): readonly string[] => {
  const { opened, taken, all, people } = standing;
  const auditors = listed(opened.auditors.map(({ handle }) => handle));
  const before = sum(all.filter(({ draw }) => draw !== taken.draw).map((one) => one.opened));
  return [
    `${auditors} drew ${grouped(taken.places.length)} of ${counted(opened.source.live, "line", "lines")} of your tally number ${grouped(taken.seq)}, by lot. More than ${mostDrawn} nobody can ask of you by number ${grouped(taken.committee.number)} of the committee file.`,
    "Of each person to whom you say yes they will read the name, and which line of your tally is hers: what she pledged. She will be asked for her code. Speak with each of them first: a no is a no, and nobody has to say why.",
    ...closedLines(taken, people),
    ...(before === 0
      ? []
      : [`In earlier audits ${counted(before, "name", "names")} left this vault.`]),
  ];
};

/** One person a line, by place. */
export const answeredLines = (taken: TakenDraw, people: readonly Drawn[]): readonly string[] => [
  ...people
    .filter(({ openable }) => openable)
    .map(
      ({ place, name, line, answer, reach, person }) =>
        `  line ${grouped(place)}: ${showable(name)} (${person}), ${saidIn(line)}; ${answerWords[answer]}${reach === undefined ? "" : `, by ${showable(reach)}`}`,
    ),
  ...closedLines(taken, people),
];
