/** What can go wrong with an audit, in words. */
import type { AuditFailure } from "../../domain/audits/failures.ts";
import { grouped, listed } from "../../domain/text/words.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explainers } from "./explained.ts";

const { no, refused, usage } = exitCodes;

export const explainAudits: Explainers<AuditFailure> = {
  "audit-nothing": () => ({
    message: "there is no tally here of which these auditors could draw a line",
    hint: 'it takes two auditors besides the one whose tally it is, and her tally: see "pledge tally show"',
    exitCode: no,
  }),
  "audit-moved": ({ number, begunOn }) => ({
    message: `the round of ${begunOn} is by number ${grouped(number)} of the committee file, which is no longer in use`,
    hint: "begin again, all auditors of you: pledge tally audit draw --new",
    exitCode: no,
  }),
  "audit-round-gone": () => ({
    message: "a tally of the round was followed by a newer one before its lines were drawn",
    hint: "begin again, all auditors of you, and merge nothing in between: pledge tally audit draw --new",
    exitCode: no,
  }),
  "audit-promise-first": () => ({
    message: "words came before the promises",
    hint: 'first everybody\'s promise: --promise HANDLE="six words"; only then say your words',
    exitCode: usage,
  }),
  "audit-promises-fixed": ({ known }) => ({
    message: `the promises of this round are noted already: those of ${listed(known)}, and yours`,
    hint: "your words may have been said by now, so begin again with --new where somebody else is to audit, or a promise was misheard",
    exitCode: no,
  }),
  "audit-words-other": ({ handle }) => ({
    message: `these are not the words that ${handle} promised`,
    hint: `perhaps a word was misheard; if not, ${handle} began with other tallies, or took other words after hearing yours: draw nothing with ${handle} then`,
    exitCode: refused,
  }),
  "audit-draws-differ": () => ({
    message: "the files hold different draws",
    hint: "let the auditors give you the two files of one round; nobody was named",
    exitCode: refused,
  }),
  "audit-signers-few": ({ signers }) => ({
    message:
      signers.length === 0
        ? "none of the other auditors has signed this draw"
        : `of the other auditors only ${listed(signers)} has signed this draw, and one alone is not believed`,
    hint: "give both auditors' files at once: pledge tally audit open FILE FILE -o OUT; nobody was named",
    exitCode: refused,
  }),
  "audit-committee-other": ({ number, ours }) => ({
    message: `the draw is by number ${grouped(number)} of the committee file, and this vault goes by number ${grouped(ours)}`,
    hint: "take in what is missing, or let the auditors draw again; nobody was named",
    exitCode: refused,
  }),
  "audit-without-us": () => ({
    message: "nothing of yours is in this draw",
    hint: "it is for other organizers; nothing was changed",
    exitCode: no,
  }),
  "audit-outdated": ({ seq, ours }) => ({
    message:
      ours === 0
        ? `the draw is over your tally number ${grouped(seq)}, and this vault has written none`
        : `the draw is over your tally number ${grouped(seq)} as the auditors have it, and the last that this vault wrote is number ${grouped(ours)}`,
    hint: 'give the auditors your last tally ("pledge tally export --again"), and let them draw again; nobody was named',
    exitCode: refused,
  }),
  "audit-again": ({ number, on }) => ({
    message: `names were opened already for a draw of ${on}, by number ${grouped(number)} of the committee file`,
    hint: "one draw for each number of the committee file is all that is opened; tell the whole committee that somebody asks for more",
    exitCode: refused,
  }),
  "audit-unopenable": () => ({
    message: "your last tally was written by an earlier pledge, which kept nothing to open it with",
    hint: 'write a new one ("pledge tally export"), and let the auditors draw again; nobody was named',
    exitCode: no,
  }),
  "audit-person-other": ({ lines }) => ({
    message: `nothing can be opened of ${lines.length === 1 ? "line" : "lines"} ${listed(lines.map(grouped))}`,
    hint: "whom it is about says --show; whoever has another name in the vault since the tally was written cannot be shown",
    exitCode: usage,
  }),
  "audit-draw-unknown": () => ({
    message: "this opening is not for a draw that this vault has made, or for an earlier one",
    hint: "only whoever drew can check it, and only until the next draw",
    exitCode: refused,
  }),
  "audit-opening-other": ({ handle }) => ({
    message: `${handle} has opened another tally, or other lines, than were drawn`,
    hint: "count nothing of it as shown, and tell the other auditors",
    exitCode: no,
  }),
  "audit-proof-bad": ({ handle, place }) => ({
    message: `what ${handle} opens of line ${grouped(place)} does not stand under the root of the tally`,
    hint: `${handle} has given another name, or another line, than the tally was made with: count nothing of it as shown, and tell the other auditors`,
    exitCode: no,
  }),
};
