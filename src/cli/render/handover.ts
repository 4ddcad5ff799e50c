/** What a handover gives away and to whom, what taking one would do, and those that there were. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { Day } from "../../domain/day.ts";
import { contentsOf } from "../../domain/handovers/contents.ts";
import type { Handover } from "../../domain/handovers/handover.ts";
import type { GivenHandover, TakenHandover } from "../../domain/handovers/store.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import type { HandoverDraft } from "../../usecases/handovers/draft-handover.ts";
import type { PlannedTake } from "../../usecases/handovers/plan-handover.ts";
import { teamName } from "./words.ts";

const people = (n: number): string => counted(n, "person", "people");

const teamsWords = (campaign: Campaign, teams: Handover["teams"]): string =>
  listed(teams.map((key) => teamName(campaign, key) ?? key));

/** The numbers of what leaves. */
export const contentsJson = (handover: Handover): { readonly [name: string]: Json } => ({
  teams: handover.teams,
  ...contentsOf(handover),
});

/** What leaves and what stays, before anything does. */
export const beforeGiving = (
  campaign: Campaign,
  { handover, reader }: HandoverDraft,
  heldSince: Day | undefined,
): readonly string[] => {
  const told = contentsOf(handover);
  const { handle } = reader;
  const missing = handover.teams.filter((team) => !reader.turf.includes(team));
  return [
    `To ${handle} alone go ${people(told.people)} of ${teamsWords(campaign, handover.teams)}, by name, with ${counted(told.contacts, "way to reach them", "ways to reach them")}: who they are, what they pledged (${grouped(told.pledging)}), how you assessed them and when (${grouped(told.assessed)}), and their pledge codes.`,
    "Your notes stay here, shared ones too, and so do what moves them, where you know them from, and structure tests.",
    ...(told.doNotContact === 0
      ? []
      : [
          `${people(told.doNotContact)} asked that nobody write or call; ${handle} reads that too. Ask yourself whether they would want to be in this file.`,
        ]),
    ...(told.supervisors === 0
      ? []
      : [`${people(told.supervisors)} may be a supervisor, and ${handle} reads that too.`]),
    `Whoever has this file and ${handle}'s key has all of it, for good. Hand it over only if you would tell ${handle} these names at a table.`,
    `From then on they count with ${handle} and no more with you. Write your next tally once ${handle} has taken the file in and sent hers: until both are merged, a count may be lower, never higher.`,
    ...(missing.length === 0
      ? []
      : [
          `The committee file does not say that ${handle} answers for ${teamsWords(campaign, missing)}: "pledge committee turf" changes that.`,
        ]),
    ...(heldSince === undefined
      ? []
      : [
          `Nothing may be deleted here since ${heldSince}. A handover deletes nothing, and you cannot erase these people afterwards; a copy leaves all the same, so ask whoever asked for the hold first.`,
        ]),
  ];
};

/** What taking it would do. No name is in it. */
export const takePreview = (campaign: Campaign, planned: PlannedTake): readonly string[] => {
  const { opened, newcomers, known, comingBack, alike, withoutAlias, signaturesLeftOut } = planned;
  const { handover, from } = opened;
  return [
    `${from.handle} hands over ${people(handover.people.length)} of ${teamsWords(campaign, handover.teams)}, as of ${handover.asOf}:`,
    `${grouped(newcomers)} new here, with every day of their past.`,
    ...(known === 0
      ? []
      : [
          `${grouped(known)} here already by the same pledge code: made one with your record. What you have stays; where ${from.handle} says something else, that goes into your note. Of a pledge the later word stands.`,
        ]),
    ...(comingBack === 0
      ? []
      : [`${people(comingBack)} of these you had handed over: they count with you again.`]),
    ...(alike === 0
      ? []
      : [
          `${grouped(alike)} of the new ones ${alike === 1 ? "has" : "have"} the name and team of somebody here: both stay, and "pledge duplicates" shows them side by side.`,
        ]),
    ...(withoutAlias === 0
      ? []
      : [`${grouped(withoutAlias)} without the alias, which somebody else has here.`]),
    ...(signaturesLeftOut === 0
      ? []
      : [
          `${counted(signaturesLeftOut, "signature", "signatures")} left out: the text is not here. Merge the committee file that has it first, if there is one.`,
        ]),
    known === 0
      ? '"pledge undo" can take it back.'
      : '"pledge undo" cannot take this back, since two records that became one cannot be told apart again.',
  ];
};

export const plannedJson = (planned: PlannedTake): { readonly [name: string]: Json } => ({
  from: planned.opened.from.handle,
  teams: planned.opened.handover.teams,
  people: planned.people.length,
  new: planned.newcomers,
  known: planned.known,
  comingBack: planned.comingBack,
  alike: planned.alike,
  withoutAlias: planned.withoutAlias,
  signaturesLeftOut: planned.signaturesLeftOut,
});

/** A handover, and how many of its people are gone by it and still here. */
export interface ListedHandover extends GivenHandover {
  readonly here: number;
}

const stateWords = ({ state, endedOn, here }: ListedHandover): string => {
  switch (state) {
    case "given":
      return `${grouped(here)} still here`;
    case "taken-back":
      return `taken back ${endedOn}`;
    case "erased":
      return `erased here ${endedOn}`;
    default:
      return state satisfies never;
  }
};

export const handoverLines = (
  campaign: Campaign,
  given: readonly ListedHandover[],
  taken: readonly TakenHandover[],
): readonly string[] => [
  ...given.map(
    (one) =>
      `${grouped(one.number)}  to ${one.handle}, ${one.givenOn}: ${people(one.people)} of ${teamsWords(campaign, one.teams)}; ${stateWords(one)}`,
  ),
  ...taken.map((one) => `   from ${one.handle}, taken in ${one.takenOn}: ${people(one.people)}`),
];

export const handoversJson = (
  given: readonly ListedHandover[],
  taken: readonly TakenHandover[],
): { readonly [name: string]: Json } => ({
  given: given.map(({ number, handle, givenOn, teams, people: all, here, state, endedOn }) => ({
    number,
    to: handle,
    on: givenOn,
    teams,
    people: all,
    here,
    state,
    endedOn: endedOn ?? null,
  })),
  taken: taken.map(({ handle, takenOn, people: all }) => ({
    from: handle,
    on: takenOn,
    people: all,
  })),
});
