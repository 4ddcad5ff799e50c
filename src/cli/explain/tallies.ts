import type { TallyFailure } from "../../domain/tallies/failures.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explainers } from "./explained.ts";

const { no, usage } = exitCodes;

export const explainTallies: Explainers<TallyFailure> = {
  "agreement-alone": () => ({
    message: "two organizers compare lists, and this is one",
    hint: "for example: pledge tally agreed heron --team cloud",
    exitCode: usage,
  }),
  "agreement-uncounted": ({ handle }) => ({
    message: `no tally of ${handle} counts here, so there is no list to compare`,
    hint: 'take one in first: "pledge merge FILE"; what counts says "pledge tally show"',
    exitCode: no,
  }),
  "agreement-forked": ({ handle }) => ({
    message: `tallies of ${handle} contradict each other, so which list was compared is not known`,
    hint: `ask ${handle} for a new one, or leave one of them out: pledge tally drop ${handle} --copy HASH`,
    exitCode: no,
  }),
  "agreement-empty": ({ handle }) => ({
    message: `the list of ${handle} names nobody in that team, or withholds who is in it`,
    hint: "lists are compared by team; a team that a tally withholds cannot be noted",
    exitCode: no,
  }),
  "agreement-absent": () => ({
    message: "these two are not noted as having compared their lists of that team",
    hint: 'what is noted says "pledge tally show"',
    exitCode: no,
  }),
  "agreements-too-many": () => ({
    message: "so many organizers have compared their lists of that team that no more can be noted",
    hint: 'take one back that is old: "pledge tally agreed HANDLE OTHER --team TEAM --undo"',
    exitCode: no,
  }),
};
