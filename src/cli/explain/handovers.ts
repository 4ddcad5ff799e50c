/** What can go wrong with a handover, in words. */
import type { HandoverFailure } from "../../domain/handovers/failures.ts";
import { grouped, listed } from "../../domain/text/words.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explainers } from "./explained.ts";

const { no, refused, usage } = exitCodes;

export const explainHandovers: Explainers<HandoverFailure> = {
  "handover-nobody": () => ({
    message: "nobody in these teams is yours to hand over",
    hint: 'who is in a team: "pledge list --team KEY"; who was handed over before: "pledge handover list"',
    exitCode: no,
  }),
  "handover-confirm-other": () => ({
    message: "--confirm names another member than --to",
    hint: "give the handle of the one who gets the people, twice; nothing was written",
    exitCode: usage,
  }),
  "handover-committee-newer": ({ number, ours, handle }) => ({
    message: `${handle} goes by number ${grouped(number)} of the committee file and this vault by number ${grouped(ours)}`,
    hint: `take in the newer committee file first ("pledge merge FILE"), then this one again; nothing was changed`,
    exitCode: refused,
  }),
  "handover-two-records": ({ people }) => ({
    message: `somebody in the file is two people here: ${listed(people)}`,
    hint: `make one of them ("pledge duplicates merge ${people.slice(0, 2).join(" ")}"), then take the file again; nothing was changed`,
    exitCode: no,
  }),
  "handover-unknown": () => ({
    message: "no such handover stands here",
    hint: 'what you handed over, and how it stands: "pledge handover list"',
    exitCode: usage,
  }),
  "handover-unclear": ({ numbers }) => ({
    message: `several handovers stand here: ${listed(numbers.map(grouped))}`,
    hint: 'say which one by its number; "pledge handover list" shows them',
    exitCode: usage,
  }),
};
