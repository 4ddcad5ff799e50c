/** What can go wrong between members, in words. A handle is no name, so it may be said. */
import type { CommitteeFailure, FileRefused } from "../../domain/committee/failures.ts";
import type { ReaderUnusable, Unusable } from "../../domain/sealing/failures.ts";
import { counted, listed } from "../../domain/text/words.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explainers } from "./explained.ts";

const { no, refused, usage, vault } = exitCodes;

const why: Readonly<Record<Unusable, string>> = {
  expired: "has expired",
  revoked: "has been revoked",
  "no-encryption-key": "has no part that can be encrypted to",
};

const examples: Readonly<Record<string, string>> = {
  "--fingerprint": "--fingerprint heron=0123456789ABCDEF0123456789ABCDEF01234567",
  "--turf": "--turf heron=cloud,ads",
  "--promise": '--promise heron="six words that heron reads aloud"',
  "--word": '--word heron="six words that heron reads aloud"',
};

/** What holds how much, so that whoever meets a bound knows which one. */
const beyond = {
  committee: {
    file: "the next number of the committee file",
    bounds: "it holds up to 256 members, 100 letters and 16 MiB",
  },
  tally: {
    file: "the tally",
    bounds:
      "a tally holds up to 100,000 people and 16 MiB, and is for up to 256 readers: name fewer with --to",
  },
  signers: {
    file: "the list of signers",
    bounds: "it holds up to 50,000 people and 16 MiB",
  },
  bundle: {
    file: "the bundle",
    bounds: "it holds up to 512 tallies and 32 MiB",
  },
  handover: {
    file: "the handover",
    bounds: "it holds up to 100,000 people and 30 MiB: hand over fewer teams at once",
  },
} as const;

type Own = Exclude<CommitteeFailure, FileRefused> | ReaderUnusable;

export const explainCommittee: Explainers<Own> = {
  "certificate-malformed": ({ file }: { readonly file?: string }) => ({
    message: `${file ?? "the file"} is no join file, and no OpenPGP certificate either`,
    hint: "it should be one whole certificate, without a secret key; ask for it once more",
    exitCode: refused,
  }),
  "certificate-unsupported": ({ file }: { readonly file?: string }) => ({
    message: `${file ?? "the file"} holds a key of a kind that not everybody's program can use`,
    hint: 'a key that "pledge join" makes will do, or one of GnuPG of the kind Curve 25519',
    exitCode: refused,
  }),
  "reader-unusable": (failure) => ({
    message: `nothing can be encrypted to ${"handle" in failure ? failure.handle : "this certificate"}: the key ${why[failure.why]}`,
    hint:
      "handle" in failure
        ? `ask for a new certificate, or leave ${failure.handle} out of a tally: pledge tally export --without ${failure.handle}; nothing was written`
        : "get a new certificate; nothing was written",
    exitCode: refused,
  }),
  "committee-missing": () => ({
    message: "this vault is in no committee yet",
    hint: 'if somebody lets you in, take in their file: "pledge join FILE"; to found one: "pledge invite FILE... -o committee.pledge", from the join files of the others',
    exitCode: no,
  }),
  "committee-moved": () => ({
    message: "another pledge has changed the committee while this one was at work",
    hint: 'look at it with "pledge committee show", then try again; nothing was changed',
    exitCode: no,
  }),
  "join-first": ({ folder }) => ({
    message: `there is no vault in ${folder}, and so no key that opens a committee file`,
    hint: 'begin with "pledge join" alone, and give the join file to whoever invites you',
    exitCode: vault,
  }),
  "campaign-there": () => ({
    message: "this vault has a campaign already",
    hint: 'to give somebody your certificate: "pledge key export -o FILE"; for another campaign take another vault: --vault DIR',
    exitCode: vault,
  }),
  "handle-malformed": () => ({
    message: "a handle is 2 to 24 lower-case letters, digits and hyphens, and not a name",
    hint: "for example: --handle heron",
    exitCode: usage,
  }),
  "handle-taken": ({ handle }) => ({
    message: `there is a ${handle} in the committee already, or in another of these files`,
    hint: `let the new one take another handle: "pledge join --handle OTHER"; if ${handle} has lost the old key: "pledge committee replace ${handle} FILE"`,
    exitCode: refused,
  }),
  "handle-unknown": ({ known }) => ({
    message: "nobody here has that handle",
    hint: known.length === 0 ? "leave it out" : `the handles are ${listed(known)}`,
    exitCode: usage,
  }),
  "handle-needed": () => ({
    message: "this certificate says no handle, and its member needs one",
    // Not with the fingerprint of the file: copied from here it would compare the file with itself.
    hint: "give it one, with the fingerprint that its holder reads to you: --fingerprint HANDLE=FINGERPRINT",
    exitCode: usage,
  }),
  "member-already": ({ handle }) => ({
    message: `this certificate is ${handle}'s, who is in the committee already, or it is given twice`,
    hint: 'who is in it says "pledge committee show"; leave this file out',
    exitCode: refused,
  }),
  "member-unusable": ({ handle, why: reason }) => ({
    message: `nothing can be encrypted to ${handle}: the key ${why[reason]}`,
    hint: `ask ${handle} for a new certificate; nothing was written`,
    exitCode: refused,
  }),
  "member-in-the-way": ({ handle, why: reason }) => ({
    message: `nothing can be encrypted to ${handle}, who is in the committee: the key ${why[reason]}`,
    hint: `ask for a new certificate and take it in: "pledge committee replace ${handle} FILE"; or take ${handle} out: "pledge committee remove ${handle}"`,
    exitCode: refused,
  }),
  "remove-self": () => ({
    message: "a member cannot take herself out: nobody in the committee would have signed it",
    hint: "ask another member to do it",
    exitCode: no,
  }),
  "replace-self": () => ({
    message: "that is your own key, and this vault has it",
    hint: "if somebody else may have it too, make a new vault, and ask another member to put its key in the place of this one",
    exitCode: no,
  }),
  "replaced-too-often": ({ handle }) => ({
    message: `${handle} has had too many keys for one committee file`,
    hint: `take ${handle} out, and invite the new key under another handle`,
    exitCode: refused,
  }),
  "certificate-same": ({ handle }) => ({
    message: `the committee has this certificate of ${handle}'s already`,
    hint: "nothing was changed",
    exitCode: no,
  }),
  "committee-forked": ({ number }) => ({
    message: `there are two different numbers ${number} of the committee file, and neither is used`,
    hint: 'see whose they are with "pledge committee show", agree on one, and adopt it: "pledge join FILE"',
    exitCode: no,
  }),
  "fingerprint-other": ({ handle }) => ({
    message: `the key in the file is not ${handle}'s, as far as it was compared`,
    hint: `somebody may have exchanged the file: get it from ${handle} again, by another way; nothing was changed`,
    exitCode: refused,
  }),
  "turf-unknown": ({ known }) => ({
    message: "the campaign has no such team",
    hint:
      known.length === 0
        ? 'it has no teams at all yet; add some with "pledge campaign edit"'
        : `the keys of its teams are ${listed(known)}`,
    exitCode: usage,
  }),
  "assignment-unreadable": ({ option }) => ({
    message: `${option} cannot be read`,
    hint: `for example: ${examples[option] ?? option}`,
    exitCode: usage,
  }),
  "number-unknown": () => ({
    message: "no number of the committee file that is kept here begins with these digits",
    hint: 'see them with "pledge committee show", and give at least eight of them',
    exitCode: usage,
  }),
  "file-beyond-format": ({ kind, what }) => ({
    message: `${beyond[kind].file} would be one that nobody can read: ${what}`,
    hint: `${beyond[kind].bounds}; nothing was written, and no number is used up`,
    exitCode: refused,
  }),
  "letter-beyond-format": ({ letter, what }) => ({
    message: `the letter ${letter} could not be sent to a committee: ${what}`,
    hint: `make it shorter or plainer with "pledge letter edit ${letter}" while it is a draft; nothing was fixed or written`,
    exitCode: refused,
  }),
  "needs-beyond": ({ members }) => ({
    message: `there are ${counted(members, "member", "members")}, so at least 1 and at most ${members} can sign`,
    hint: `for example: pledge committee needs ${Math.min(2, members)} -o committee.pledge`,
    exitCode: usage,
  }),
  "bundle-empty": () => ({
    message: "nothing that you have may be passed on",
    hint: 'ask the others for tallies that may be: "pledge tally export --relay -o FILE", and merge them',
    exitCode: no,
  }),
  "bundle-of-nobody": ({ possible }) => ({
    message: "of whom you chose nothing may be passed on",
    hint: `what may be is of ${listed(possible)}; others write a tally that may be: "pledge tally export --relay -o FILE"`,
    exitCode: no,
  }),
  "bundle-outdated": () => ({
    message: "another pledge has written a bundle meanwhile",
    hint: "type it again; nothing was written",
    exitCode: no,
  }),
  "source-unknown": () => ({
    message: "nothing of hers that is here begins so, or more than one thing does",
    hint: 'lives and hashes of tallies are in "pledge tally show --json"; the first eight characters are enough',
    exitCode: usage,
  }),
  "source-counted": () => ({
    message: "that is counted here: nobody has left it out in this way",
    hint: 'what is left out, and how, says "pledge tally show"',
    exitCode: no,
  }),
  "source-own": () => ({
    message: "your own people always count here",
    hint: 'whoever should not is forgotten, or takes the pledge back: "pledge withdraw"',
    exitCode: no,
  }),
  "proposal-unknown": () => ({
    message:
      "no number of the committee file waits for signatures here, or none whose hash begins so",
    hint: 'see what waits with "pledge committee propose"; a file that somebody sent is taken in by "pledge committee sign FILE"',
    exitCode: no,
  }),
  "proposal-unclear": ({ hashes }) => ({
    message: `${hashes.length} numbers of the committee file wait for signatures`,
    hint: `say which one: ${listed(hashes)}; "pledge committee propose" shows what each would change`,
    exitCode: usage,
  }),
};
