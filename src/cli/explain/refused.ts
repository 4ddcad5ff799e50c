/** Why a file that somebody brought is refused. Also said of one file among several by `merge`, so each stands alone. */
import type { FileRefused, RelayedFault } from "../../domain/committee/failures.ts";
import { counted } from "../../domain/text/words.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explained, Explainers } from "./explained.ts";

const sendAgain = "ask for it once more, perhaps by another way; nothing was changed";
const askWho = "ask whoever gave it to you where it comes from; nothing was changed";

const refused = (message: string, hint: string): Explained => ({
  message,
  hint,
  exitCode: exitCodes.refused,
});

const commands = {
  join: ["is a join file", 'take it in with "pledge invite FILE -o committee.pledge"'],
  share: [
    "is a share of another member's recovery key, for you to keep",
    'when she needs it: "pledge recovery give FILE -o OUT"',
  ],
  audit: [
    "is the draw of an audit",
    'give it, with that of the other auditor, to "pledge tally audit open FILE FILE -o OUT"',
  ],
  opening: [
    "opens lines of a tally to those who audit it",
    'check it with "pledge tally audit check FILE"',
  ],
  handover: [
    "hands people over to you, with their names",
    'look at it and take it in with "pledge handover take FILE"',
  ],
  add: ["was made with add --to", 'take it in with "pledge add --from FILE"'],
} as const;

const relayed: Readonly<Record<RelayedFault, string>> = {
  malformed: "a file that is damaged, or none of ours",
  signer: "a tally by somebody of whom it has no certificate",
  signature: "a tally whose signature does not fit",
  campaign: "a tally of another campaign",
  "not-to-be-passed-on": "a tally whose writer did not say that it may be",
  "not-for-the-bearer": "a tally that was not written for whoever passes it on",
  ahead: "a tally of a day that has not come yet",
  committee: "another committee file than the one it names",
  "too-deep": "bundles in bundles in bundles, deeper than any of ours",
  "too-many": "more tallies than any of ours",
};

export const explainRefused: Explainers<FileRefused> = {
  "seal-malformed": () =>
    refused("the file is damaged, or none of ours, or was changed on the way", sendAgain),
  "seal-unusual": () => refused("the file is locked in a way that none of ours is", askWho),
  "seal-too-large": () =>
    refused("the file is larger than any of ours, packed or unpacked", askWho),
  "seal-not-for-us": () =>
    refused(
      "the file is not encrypted to your key",
      "ask for one that is; whoever writes it needs your certificate: pledge key export",
    ),
  "payload-malformed": ({ line, what }) =>
    refused(`the file cannot be used: line ${line}: ${what}`, sendAgain),
  "payload-newer": ({ version }) =>
    refused(
      `the file was written by a later pledge (version ${version})`,
      "update pledge; nothing was changed",
    ),
  unsigned: () => refused("nobody has signed the file", askWho),
  "signed-twice": () => refused("the file is signed more often than it should be", askWho),
  "signer-unknown": () => refused("the file is signed by nobody in the committee", askWho),
  "signer-removed": ({ handle }) =>
    refused(
      `the file is signed by ${handle}, who is no longer in the committee`,
      'who is in it says "pledge committee show"; nothing was changed',
    ),
  "signer-replaced": ({ handle }) =>
    refused(
      `the file is signed with a key that ${handle} has lost`,
      `ask ${handle} on another channel: if it was not lost after all, whoever has it wrote this; nothing was changed`,
    ),
  "signer-expired": ({ handle }) =>
    refused(
      `the file is signed by ${handle} with a key that was not valid on that day`,
      `ask ${handle} for a newer certificate: "pledge committee replace ${handle} FILE"; nothing was changed`,
    ),
  "signer-revoked": ({ handle }) =>
    refused(
      `the file is signed by ${handle} with a key that has been revoked`,
      `ask ${handle} in person what happened to the key; nothing was changed`,
    ),
  "signature-bad": () =>
    refused("the file's signature does not fit: it was changed after it was signed", sendAgain),
  "signature-ahead": () =>
    refused(
      "the file's signature is of a day that has not come yet",
      "check the date of this computer and of the one that wrote it; nothing was changed",
    ),
  "signer-other": () => refused("the file names another writer than the one who signed it", askWho),
  "reader-other": () =>
    refused("the file was written for others, and somebody has passed it on to you", askWho),
  "campaign-other": () =>
    refused(
      "the file is of another campaign",
      "open the vault of that campaign with --vault DIR; nothing was changed",
    ),
  "dated-ahead": ({ day }) =>
    refused(
      `the file is dated ${day}, which has not come yet`,
      "check the date of this computer and of the one that wrote it; nothing was changed",
    ),
  "supersedes-foreign": () =>
    refused("the file claims to take the place of somebody else's tally", askWho),
  "supersedes-cycle": () =>
    refused("the file and an earlier one claim to take each other's place", askWho),
  "committee-gap": ({ number, have }) =>
    have === 0
      ? refused(
          `the file is number ${number} of a committee file, and this vault is in no committee yet`,
          'join with it: "pledge join FILE"',
        )
      : refused(
          `the file is number ${number} of the committee file, and number ${number - 1} is not here`,
          'take in the one before it first; if nobody has it any more, adopt this one by its words: "pledge join FILE"',
        ),
  "committee-unsigned": ({ number, needs }) =>
    refused(
      `number ${number} of the committee file needs ${counted(needs, "signature", "signatures")} of members, and has none`,
      askWho,
    ),
  "proposals-too-many": ({ most }) =>
    refused(
      `${most} numbers of the committee file wait for signatures here, and no vault keeps more`,
      'look at them with "pledge committee propose", and drop what nobody means to sign: "pledge committee propose HASH --drop"',
    ),
  "committee-other-branch": ({ number }) =>
    refused(
      `the file is number ${number} of the committee file, and goes on from another one than yours`,
      'agree with the others on one of them, and adopt that one by its words: "pledge join FILE"',
    ),
  "committee-without-us": () =>
    refused("the committee file does not name your key as a member's", askWho),
  "attestation-other": () =>
    refused(
      "the file names another key for attesting letters with than yours: whoever has it could attest in your place",
      'ask its writer on another channel, and compare it with what "pledge key show" says of yours',
    ),
  "relayed-wrong": ({ why }) =>
    refused(`the bundle passes on ${relayed[why]}; nothing of it was taken in`, askWho),
  "file-for-other-command": ({ kind }) =>
    refused(`the file ${commands[kind][0]}, and another command takes it`, commands[kind][1]),
};
