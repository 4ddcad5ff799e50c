import type { CountFailure } from "../../domain/counts/failures.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted } from "../../domain/text/words.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explainers } from "./explained.ts";

const { no, refused, usage } = exitCodes;

const sendAgain = "ask for it once more, perhaps by another way; nothing was changed";

const whyNotAttested: Readonly<
  Record<Extract<CountFailure, { readonly type: "count-not-attested" }>["why"], string>
> = {
  "no-signature": "has no signature beside it",
  "other-key": "is signed by no key that the committee file names",
  bad: "is not what was signed: it, or the signature, was changed",
  ahead: "is signed on a day that has not come yet",
  expired: "is signed by a key that had run out",
  revoked: "is signed by a key that was taken back",
};

export const explainCounts: Explainers<CountFailure> = {
  "count-empty": () => ({
    message: "there is nothing to publish: fewer people than can be shown stand behind each action",
    hint: 'a number needs five people, more while no team has five, ten where something was published before; "sign" shows no more than the last letter that was written',
    exitCode: no,
  }),
  "count-after-needed": () => ({
    message: "this vault does not know whether a count was published before",
    hint: "if another member published one, name its JSON file: --after FILE; if nobody has: --first",
    exitCode: usage,
  }),
  "count-not-first": ({ number }) => ({
    message: `this vault knows count number ${number}, so this is not the first`,
    hint: "leave --first out: the new count goes on from that one",
    exitCode: no,
  }),
  "count-malformed": ({ what }) => ({
    message: `the file is no published count in JSON: ${what}`,
    hint: "only the JSON file of a count can be read again; ask whoever published it",
    exitCode: refused,
  }),
  "counts-differ": ({ name, number }) => ({
    message: `two different files are count number ${number} of "${showable(name)}"`,
    hint: 'see who signed which: "pledge tally attested FILE"; then leave one out',
    exitCode: refused,
  }),
  "count-newer": ({ version }) => ({
    message: `the count was written by a later pledge (version ${version})`,
    hint: "update pledge; nothing was changed",
    exitCode: refused,
  }),
  "count-not-attested": ({ path, why }) => ({
    message: `${path} ${whyNotAttested[why]}`,
    hint: `put the signature of the member who published it beside it, as ${path}.1a2b3c4d.asc (its own eight digits)`,
    exitCode: refused,
  }),
  "count-campaign-other": () => ({
    message: "the count is of another campaign",
    hint: "open the vault of that campaign with --vault DIR; nothing was changed",
    exitCode: refused,
  }),
  "count-not-later": ({ number, known }) => ({
    message:
      number === known
        ? `it is another count number ${number} than the one that this vault goes on from: two members published side by side`
        : `it is count number ${number}, and this vault knows number ${known} already`,
    hint: "go on from the one that is known: leave --after out; and agree who publishes",
    exitCode: no,
  }),
  "count-outdated": () => ({
    message: "another pledge has published a count while this one was at work",
    hint: "try again; nothing was published",
    exitCode: no,
  }),
  "receipts-few": ({ changed }) => ({
    message: `only ${counted(changed, "person", "people")} came or went since the last list of receipts`,
    hint: "whoever holds some codes and both lists could tell who; publish without --receipts, or wait until five have",
    exitCode: no,
  }),
  "receipts-after-needed": () => ({
    message:
      "another member wrote the last list of receipts, and it is not known here who was in it",
    hint: "ask for the list and name it: --receipts-after FILE; or publish without --receipts",
    exitCode: usage,
  }),
  "receipts-other": () => ({
    message: "the file after --receipts-after is not the last list of receipts, or was changed",
    hint: sendAgain,
    exitCode: refused,
  }),
  "receipts-malformed": ({ what }) => ({
    message: `the file is no list of receipts: ${what}`,
    hint: sendAgain,
    exitCode: refused,
  }),
  "receipts-newer": ({ version }) => ({
    message: `the list was written by a later pledge (version ${version})`,
    hint: "update pledge",
    exitCode: refused,
  }),
  "code-mistyped": () => ({
    message: "that is no pledge code: a character is wrong, or one is missing",
    hint: "it has four groups of four letters and digits, like K7QF-2M9T-XR4D-8WNA",
    exitCode: usage,
  }),
};
