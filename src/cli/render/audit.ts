/** An audit on the screen: the round, what is drawn, and what came of it. */
import { auditorsOf, leastAuditors, mostDrawn } from "../../domain/audits/draw.ts";
import type { Draw } from "../../domain/audits/draw.ts";
import type { Round, RoundSource } from "../../domain/audits/round.ts";
import type { AuditResult, DrawnSource } from "../../domain/audits/store.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { parseTallyLine } from "../../domain/tallies/parse-tally.ts";
import type { TalliedAction } from "../../domain/tallies/tally.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import { handleOf } from "../../usecases/tallies/tally-sources.ts";
import type { CommitteeInUse } from "../../usecases/committee/committee-in-use.ts";
import { pledgeWords } from "./words.ts";

/** "rowan (you)", by the key. */
export const calledIn =
  (inUse: CommitteeInUse) =>
  (from: Fingerprint): string =>
    `${handleOf(inUse, from) ?? "somebody"}${from === inUse.identity.fingerprint ? " (you)" : ""}`;

type Called = ReturnType<typeof calledIn>;

const lines = (n: number): string => counted(n, "line", "lines");

/** A line a tally, and the words that all auditors must see. */
export const roundLines = (
  { sources, committee }: Round,
  words: readonly string[],
  called: Called,
): readonly string[] => [
  `The round, by number ${grouped(committee.number)} of the committee file:`,
  ...sources.map(
    ({ from, seq, live }) =>
      `  ${called(from)}: number ${grouped(seq)}, ${lines(live)} to draw from`,
  ),
  `Words of the round: ${words.join(" ")}`,
];

const sourceJson = (
  { from, incarnation, seq, people, live }: RoundSource,
  called: Called,
): { readonly [name: string]: Json } => ({
  handle: called(from).replace(/ \(you\)$/u, ""),
  fingerprint: from,
  incarnation,
  seq,
  people,
  live,
});

export const roundJson = (
  { sources, committee }: Round,
  words: readonly string[],
  called: Called,
): Json => ({
  committee: committee.number,
  words,
  sources: sources.map((source) => sourceJson(source, called)),
});

/** How many lines of whom; never who they are. */
export const drawnLines = (
  draw: Draw,
  drawn: readonly DrawnSource[],
  called: Called,
): readonly string[] => {
  const few = draw.sources.filter((source) => auditorsOf(draw, source).length < leastAuditors);
  return [
    `Drawn by ${listed(draw.auditors.map(({ member }) => called(member)).toSorted())}:`,
    ...drawn.map((source) => {
      const live = draw.sources.find(
        ({ from, incarnation }) => from === source.from && incarnation === source.incarnation,
      )?.live;
      return `  ${called(source.from)}: ${grouped(source.lines.length)} of ${lines(live ?? 0)}`;
    }),
    ...(few.length === 0
      ? []
      : [
          `  ${listed(few.map(({ from }) => called(from)))}: nothing, since it takes two auditors besides the writer`,
        ]),
  ];
};

export const drawnJson = (drawn: readonly DrawnSource[], called: Called): Json =>
  drawn.map(({ from, incarnation, seq, lines: of }) => ({
    handle: called(from).replace(/ \(you\)$/u, ""),
    fingerprint: from,
    incarnation,
    seq,
    lines: of.map(({ place }) => place),
  }));

const actionText = ({ action, state, condition }: TalliedAction): string =>
  condition.kind === "waits"
    ? `${action} once enough of the team`
    : pledgeWords({ action, state, condition } as Parameters<typeof pledgeWords>[0]);

/** "sign, walkout once 300": what a line says. */
export const saidIn = (text: string): string => {
  const line = parseTallyLine(text);
  return line.ok ? line.value.actions.map(actionText).join(", ") : "";
};

/** "8 of 10 shown, 1 declined, 1 not opened" */
export const resultWords = ({
  drawn,
  shown,
  declined,
  unconfirmed,
  notOpened,
}: Omit<AuditResult, "draw" | "from" | "incarnation">): string =>
  [
    `${shown} of ${drawn} shown`,
    ...(declined === 0 ? [] : [`${declined} declined`]),
    ...(unconfirmed === 0 ? [] : [`${unconfirmed} opened without a code`]),
    ...(notOpened === 0 ? [] : [`${notOpened} not opened`]),
  ].join(", ");

/** Of each source the last. */
const latest = (results: readonly AuditResult[]): readonly AuditResult[] => [
  ...new Map(results.map((one) => [`${one.from} ${one.incarnation}`, one])).values(),
];

/** Under `tally show`: a line a source that was drawn. */
export const auditLines = (results: readonly AuditResult[], called: Called): readonly string[] =>
  latest(results).map(
    (result) =>
      `audit of ${called(result.from)}, number ${grouped(result.seq)}, drawn on ${result.on}: ${resultWords(result)}`,
  );

export const resultJson = (
  result: AuditResult,
  called: Called,
): { readonly [name: string]: Json } => {
  const { from, incarnation, seq, committee, on, drawn, shown } = result;
  return {
    handle: called(from).replace(/ \(you\)$/u, ""),
    fingerprint: from,
    incarnation,
    seq,
    committee,
    on,
    drawn,
    shown,
    declined: result.declined,
    unconfirmed: result.unconfirmed,
    notOpened: result.notOpened,
  };
};

export const auditsJson = (results: readonly AuditResult[], called: Called): Json =>
  latest(results).map((result) => resultJson(result, called));

/** What the number says, and what it does not. */
export const resultNote = ({ drawn, shown }: Pick<AuditResult, "drawn" | "shown">): string => {
  if (shown < drawn)
    return "A line that is not shown proves nothing by itself: people say no, and people leave. Talk with the organizer first.";
  return drawn < mostDrawn
    ? "Every line that stood in that tally was drawn, and has somebody behind it."
    : "Were one line in five invented, an audit would still end like this about once in nine times.";
};
