/** What can go wrong between members: with a committee, a tally, a file of theirs. */
import type { Handle } from "../campaign/campaign.ts";
import type { LetterName } from "../letters/letter.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type {
  CertificateFailure,
  ReaderUnusable,
  UnsealFailure,
  Unusable,
} from "../sealing/failures.ts";
import type { PayloadFault } from "../sealing/payload.ts";

/** Files that `merge` does not take in, and another command does. */
export type CommandFile = "join" | "add" | "share" | "audit" | "opening" | "handover";

/** Why what is in a bundle cannot be taken in; each is said of one tally or bundle in it. */
export type RelayedFault =
  | "malformed"
  /** Signed by nobody of whom there is a certificate. */
  | "signer"
  | "signature"
  | "campaign"
  /** Its writer did not say that it may be passed on. */
  | "not-to-be-passed-on"
  /** It does not name whoever passed it on as a reader. */
  | "not-for-the-bearer"
  | "ahead"
  /** The committee file is not the one that the bundle names. */
  | "committee"
  | "too-deep"
  | "too-many";

/** Why a file that a member was to take in is refused; the state is as it was. */
export type FileRefused =
  | UnsealFailure
  /** Opened, but not in the one form of one of our formats, or of a later version. */
  | PayloadFault
  | { readonly type: "unsigned" }
  | { readonly type: "signed-twice" }
  /** By nobody in the committee. */
  | { readonly type: "signer-unknown" }
  | { readonly type: "signer-removed"; readonly handle: Handle }
  /** By a key that the committee file says is lost. */
  | { readonly type: "signer-replaced"; readonly handle: Handle }
  | { readonly type: "signer-expired"; readonly handle: Handle }
  | { readonly type: "signer-revoked"; readonly handle: Handle }
  | { readonly type: "signature-bad" }
  | { readonly type: "signature-ahead" }
  /** The payload names another writer than the one who signed. */
  | { readonly type: "signer-other" }
  /** The payload does not name us as a reader: somebody passed it on. */
  | { readonly type: "reader-other" }
  | { readonly type: "campaign-other" }
  | { readonly type: "dated-ahead"; readonly day: string }
  | { readonly type: "supersedes-foreign" }
  | { readonly type: "supersedes-cycle" }
  /** A committee number whose number before is not here. */
  | { readonly type: "committee-gap"; readonly number: number; readonly have: number }
  /** A committee number that no member of the number before has signed. */
  | { readonly type: "committee-unsigned"; readonly number: number; readonly needs: number }
  /** A committee number that waits for signatures, beside as many others as a vault keeps. */
  | { readonly type: "proposals-too-many"; readonly most: number }
  /** A committee number that goes on from another number than ours. */
  | { readonly type: "committee-other-branch"; readonly number: number }
  /** The committee file does not name us as a member. */
  | { readonly type: "committee-without-us" }
  /** The committee file names another key for us to attest letters with than the vault's. */
  | { readonly type: "attestation-other" }
  /** A bundle with something in it that must not be there. */
  | { readonly type: "relayed-wrong"; readonly why: RelayedFault }
  /** A kind of file that another command takes in. */
  | { readonly type: "file-for-other-command"; readonly kind: CommandFile };

/** A text that no committee file could carry. */
export interface LetterBeyondFormat {
  readonly type: "letter-beyond-format";
  readonly letter: LetterName;
  /** A clause that repeats nothing of the text. */
  readonly what: string;
}

export type CommitteeFailure =
  | FileRefused
  /** `file` where several were given. */
  | (CertificateFailure & { readonly file?: string })
  /** Without a handle: of somebody who is no member. */
  | (ReaderUnusable & { readonly handle?: Handle })
  /** There is no committee yet: nobody to send to, nothing to count together. */
  | { readonly type: "committee-missing" }
  /** Another command has made or taken in a number while this one was at work. */
  | { readonly type: "committee-moved" }
  /** A committee file for a vault that is not there: its key is what opens the file. */
  | { readonly type: "join-first"; readonly folder: string }
  /** The vault is part of a committee already, or holds a campaign of its own. */
  | { readonly type: "campaign-there" }
  | { readonly type: "handle-malformed" }
  | { readonly type: "handle-taken"; readonly handle: Handle }
  | { readonly type: "handle-unknown"; readonly known: readonly Handle[] }
  /** A certificate that is no join file of ours has no handle; one must be given with its fingerprint. */
  | { readonly type: "handle-needed"; readonly fingerprint: Fingerprint }
  | { readonly type: "member-already"; readonly handle: Handle }
  | { readonly type: "member-unusable"; readonly handle: Handle; readonly why: Unusable }
  /** A member without whom the next number would have to be made, since nothing can be encrypted to her. */
  | { readonly type: "member-in-the-way"; readonly handle: Handle; readonly why: Unusable }
  | { readonly type: "remove-self" }
  /** The key that is to be replaced is this vault's own. */
  | { readonly type: "replace-self" }
  /** More lost keys of one member than a committee file holds. */
  | { readonly type: "replaced-too-often"; readonly handle: Handle }
  /** The certificate is the one that the committee file has already. */
  | { readonly type: "certificate-same"; readonly handle: Handle }
  /** Two numbers of the committee file are in contradiction: until members agree on one, neither is used. */
  | { readonly type: "committee-forked"; readonly number: number }
  /** The fingerprint that was given, or the words that were typed, are not the file's. */
  | { readonly type: "fingerprint-other"; readonly handle: Handle }
  | { readonly type: "turf-unknown"; readonly known: readonly string[] }
  | { readonly type: "assignment-unreadable"; readonly option: string }
  /** No number that is kept begins with these digits, or more than one. */
  | { readonly type: "number-unknown" }
  /** What was to be written is more than the format holds, so nobody could read it. No number is used up. */
  | {
      readonly type: "file-beyond-format";
      readonly kind: "committee" | "tally" | "signers" | "bundle" | "handover";
      /** A clause that repeats nothing of the content. */
      readonly what: string;
    }
  | LetterBeyondFormat
  /** So many signatures nobody could ever give. */
  | { readonly type: "needs-beyond"; readonly members: number }
  /** Nothing of hers that is here begins so, or more than one thing does. */
  | { readonly type: "source-unknown" }
  /** Nothing that is here may be passed on. */
  | { readonly type: "bundle-empty" }
  /** Nothing of those who were chosen may be passed on; `possible` are those of whom something may, in bundles with others too. */
  | { readonly type: "bundle-of-nobody"; readonly possible: readonly Handle[] }
  /** Another pledge has written a bundle meanwhile. */
  | { readonly type: "bundle-outdated" }
  /** It was not left out, not in this way. */
  | { readonly type: "source-counted" }
  /** Our own people always count. */
  | { readonly type: "source-own" }
  /** Nothing waits for signatures here, or nothing whose hash begins so. */
  | { readonly type: "proposal-unknown" }
  /** Several numbers wait for signatures: these are the first digits of their hashes. */
  | { readonly type: "proposal-unclear"; readonly hashes: readonly string[] };
