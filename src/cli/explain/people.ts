import type { CampaignFailure } from "../../domain/campaign/failures.ts";
import type { MergeTooMuch, TooMuch } from "../../domain/people/duplicates/merge-limits.ts";
import type { PersonNotFound, TeamUnknown } from "../../domain/people/find-person.ts";
import type { PledgeFailure } from "../../domain/pledges/failures.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explainers } from "./explained.ts";

const { no, usage } = exitCodes;

const uses = (
  parts: readonly { readonly key: string; readonly people: number }[],
): readonly string[] =>
  parts.map(({ key, people }) => `${key} (${counted(people, "person", "people")})`);

const tooMuchWords: Readonly<Record<TooMuch["member"], string>> = {
  note: "letters in the note",
  sharedNote: "letters in the shared note",
  contacts: "contacts",
  issues: "issues",
  consents: "things agreed to",
  elsewhere: "names in other systems",
};

export const explainPeople: Explainers<
  PersonNotFound | TeamUnknown | MergeTooMuch | PledgeFailure | CampaignFailure
> = {
  "person-not-found": () => ({
    message: "nobody in this vault has that id or alias",
    hint: 'see the ids with "pledge list"; the first few letters are enough',
    exitCode: usage,
  }),
  "person-ambiguous": ({ ids }) => ({
    message: `these letters begin more than one id: ${ids.join(", ")}${ids.length > 2 ? " ..." : ""}`,
    hint: "type one letter more",
    exitCode: usage,
  }),
  "team-unknown": ({ known }) => ({
    message: "this campaign has no team of that key",
    hint: `its teams are ${listed([...known, "none"])}`,
    exitCode: usage,
  }),
  "merge-too-much": ({ members }) => ({
    message: `together the two records have more than one can hold: ${listed(
      members.map(
        ({ member, has, most }) =>
          `${grouped(has)} ${tooMuchWords[member]} (at most ${grouped(most)})`,
      ),
    )}`,
    hint: 'shorten it in one of them with "pledge edit ID"; nothing was changed',
    exitCode: no,
  }),
  "action-unknown": ({ known }) => ({
    message: "this campaign has no such action",
    hint: `its actions are ${listed(known)}`,
    exitCode: usage,
  }),
  "pledge-absent": ({ action, id }) => ({
    message: `${id ?? "this person"} has ${action === undefined ? "no pledge" : `no pledge for ${action}`} that stands`,
    hint: `see what was said with "pledge show ${id ?? "ID"}"; add a pledge with "pledge edit ${id ?? "ID"}"`,
    exitCode: usage,
  }),
  "action-open": ({ known }) => ({
    message: `this person has pledged ${listed(known)}, and it is open which is meant`,
    hint: "name the action after the id",
    exitCode: usage,
  }),
  "letter-without-signature": () => ({
    message: "--letter goes with the action sign alone: only a signature stands under a letter",
    hint: "leave out --letter, or leave out --action",
    exitCode: usage,
  }),
  "campaign-part-in-use": ({ teams, actions }) => ({
    message: [
      ...(teams.length === 0 ? [] : [`people are still in ${listed(uses(teams))}`]),
      ...(actions.length === 0
        ? []
        : [`people have pledged ${listed(uses(actions))}, taken back or not`]),
    ].join(", and "),
    hint:
      actions.length === 0
        ? 'put them in another team first, with "pledge edit ID"; nothing was changed'
        : "an action that somebody pledged stays in the campaign; nothing was changed",
    exitCode: no,
  }),
};
