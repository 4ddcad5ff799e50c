/** `pledge tally show` and `pledge tally export`: sources and their standing, and a tally in clear before it leaves. */
import { daysBetween } from "../../domain/age.ts";
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Member } from "../../domain/committee/committee.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import type { Tally } from "../../domain/tallies/tally.ts";
import { tallyLineText } from "../../domain/tallies/write-tally.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import type { SourceRow } from "../../usecases/tallies/tally-sources.ts";
import { aboveJson, aboveLines } from "./above-sizes.ts";
import { agreementLines, agreementsJson } from "./agreements.ts";
import { forkLines, forksJson } from "./forks.ts";
import { relayedJson, relayedLines } from "./relayed.ts";
import { leftOutJson, leftOutLines } from "./left-out.ts";
import { ageWords, contradictionText, handleIn, isOld } from "./together.ts";
import type { Together } from "./together.ts";

const people = (n: number): string => counted(n, "person", "people");

/** In days; of our own vault that of what the others have, nothing before anything was sent. */
const ageOf = (
  { own, asOf, sentOn }: SourceRow,
  { universalDay }: Together,
): number | undefined => {
  const day = own ? sentOn : asOf;
  return day === undefined ? undefined : daysBetween(day, universalDay);
};

/** Whether it is over the campaign's limit; what does not count need not be new. */
const isRowOld = (row: SourceRow, together: Together): boolean => {
  const age = ageOf(row, together);
  const counts = row.own || row.state === "live" || row.state === "forked";
  return counts && age !== undefined && isOld(together.campaign, age);
};

const ownText = (row: SourceRow, together: Together): string => {
  const { people: n, seq, sentOn, state } = row;
  const sent =
    sentOn === undefined ? "nothing sent yet" : `number ${grouped(seq)} sent on ${sentOn}`;
  const old = isRowOld(row, together) ? "; old for the others, send a new one" : "";
  const standing = state === "forked" ? "; another tally in your name contradicts it" : "";
  return `${people(n)} now; ${sent}${old}${standing}`;
};

const standingWords: Readonly<Record<SourceRow["state"], string>> = {
  live: "",
  forked: "; contradicts another one, and what they agree on is counted",
  superseded: "; a later life of the vault, or a newer key, has taken its place, not counted",
  removed: "; no longer a member, not counted",
  revoked: "; the key was taken back, not counted",
  "left-out": "; left out here, not counted",
};

const otherText = (row: SourceRow, together: Together): string => {
  const { people: n, seq, asOf, state } = row;
  const days = daysBetween(asOf, together.universalDay);
  const old = isRowOld(row, together) ? "; old, ask for a new one" : "";
  return `${people(n)}, ${ageWords(days)} (${asOf}), number ${grouped(seq)}${old}${standingWords[state]}`;
};

/** A line a source, and one for whatever contradicts something. */
export const sourceLines = (together: Together): readonly string[] => {
  const { sources, contradictions } = together;
  const { rows, silent } = sources;
  const called = ({ handle, own }: SourceRow): string =>
    `${handle ?? "somebody"}${own ? " (you)" : ""}`;
  const wrong = [
    ...forkLines(sources),
    ...contradictions.map((one) => contradictionText(one, sources)),
    ...aboveLines(together),
    ...agreementLines(together),
  ];
  return [
    ...rows.map(
      (row) => `${called(row)}: ${row.own ? ownText(row, together) : otherText(row, together)}`,
    ),
    ...silent.map((handle) => `${handle}: nothing yet`),
    ...(sources.relayed.length > 0 ? [""] : []),
    ...relayedLines(together),
    ...(sources.leftOut.length > 0 ? [""] : []),
    ...leftOutLines(sources, together.campaign),
    ...(wrong.length > 0 ? [""] : []),
    ...wrong,
  ];
};

/**
 * `seq` is 0 for our own vault before its first export; `days` and `old` are of what was sent, of our own vault too (`days` is null before that).
 */
export const sourcesJson = (together: Together): { readonly [name: string]: Json } => {
  const { sources, contradictions } = together;
  return {
    leftOut: leftOutJson(sources),
    sources: sources.rows.map((row) => ({
      handle: row.handle ?? null,
      fingerprint: row.from,
      incarnation: row.incarnation,
      seq: row.seq,
      asOf: row.asOf,
      days: ageOf(row, together) ?? null,
      old: isRowOld(row, together),
      people: row.people,
      state: row.state,
      you: row.own,
    })),
    forks: forksJson(sources),
    contradictions: contradictions.map(({ from, against, lines }) => ({
      handles: [handleIn(sources, from), handleIn(sources, against)],
      people: lines,
    })),
    above: aboveJson(together),
    agreements: agreementsJson(sources),
    relayed: relayedJson(sources),
    notYet: sources.silent,
    vault: sources.fate?.type ?? "current",
  };
};

/** "heron, wren and you". */
export const readersWords = (readers: readonly Member[], own: Fingerprint): string =>
  listed([
    ...readers.filter(({ fingerprint }) => fingerprint !== own).map(({ handle }) => handle),
    "you",
  ]);

/** What would leave, in clear: the header's facts in sentences, and the lines exactly as they are sent. */
export const inClear = (
  tally: Tally,
  { readers, called }: { readonly readers: string; readonly called: Handle },
): { readonly facts: readonly string[]; readonly lines: readonly string[] } => {
  const { lines, seq, asOf, committee, supersedes, seen } = tally;
  const others = counted(seen.length, "tally of another vault", "tallies of other vaults");
  return {
    facts: [
      `Tally number ${grouped(seq)} of ${called}, as of ${asOf}, by number ${grouped(committee.number)} of the committee file.`,
      tally.relay
        ? `To be read by ${readers}, and by those to whom they pass it on.`
        : `To be read by ${readers}, and by nobody else.`,
      ...(seen.length === 0 ? [] : [`It says that ${others} had been taken in before.`]),
      ...(supersedes.length === 0
        ? []
        : [
            `It takes the place of ${counted(supersedes.length, "earlier life", "earlier lives")} of this vault.`,
          ]),
      lines.length === 0
        ? "It tells of nobody."
        : `It tells of ${people(lines.length)} without a name, a line each, exactly so:`,
    ],
    lines: lines.map((line) => tallyLineText(line)),
  };
};
