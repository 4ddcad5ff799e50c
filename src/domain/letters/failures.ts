import type { ActionKey, DemandKey } from "../campaign/campaign.ts";
import type { FactKey } from "./fact.ts";
import type { Delivery } from "./delivery.ts";
import type { LetterName } from "./letter.ts";
import type { Fault } from "./lint/rule.ts";

import type { AtLeast } from "./stated.ts";

/** What can go wrong with a letter that goes out, and with what comes back. */
export type DeliveryFailure =
  /** The letter cannot go out like this: what lint found in it. */
  | { readonly type: "letter-faulty"; readonly name: LetterName; readonly faults: readonly Fault[] }
  | { readonly type: "letter-not-delivered"; readonly name: LetterName }
  /** No delivery of that number is one that is asked for here; of several, none was chosen. */
  | { readonly type: "delivery-not-found"; readonly known: readonly Delivery[] }
  | { readonly type: "delivery-not-chosen"; readonly known: readonly Delivery[] }
  /** The template goes back to a letter that went out, or to what came back, and none has been recorded. */
  | { readonly type: "letter-about-nothing"; readonly about: "delivery" | "response" };

/** What can go wrong with a letter in the vault. */
export type LetterFailure =
  | DeliveryFailure
  | { readonly type: "letter-not-found"; readonly known: readonly string[] }
  | { readonly type: "letter-exists"; readonly name: string }
  | { readonly type: "letter-name-malformed" }
  | { readonly type: "letter-not-frozen"; readonly name: string }
  | { readonly type: "letter-already-frozen"; readonly name: string }
  | { readonly type: "letter-frozen"; readonly name: string }
  /** Its text came with the committee file, without the answers that it was made from. */
  | { readonly type: "letter-shared"; readonly name: string }
  /** The campaign names no demand, so there is nothing to ask for. */
  | { readonly type: "demands-missing" }
  /** No demand of that key can be used here; what was typed is not repeated. */
  | { readonly type: "demand-not-found" }
  /** One of the campaign's own is there under that key. */
  | { readonly type: "demand-exists"; readonly key: DemandKey }
  /** It comes with the package, and nothing of it was changed here. */
  | { readonly type: "demand-not-own"; readonly key: DemandKey }
  /** Whoever asks for it would ask for nothing. */
  | {
      readonly type: "demand-in-use";
      readonly key: DemandKey;
      readonly inCampaign: boolean;
      /** Those that are not fixed. */
      readonly letters: readonly LetterName[];
    }
  | { readonly type: "fact-not-found"; readonly known: readonly string[] }
  | { readonly type: "fact-exists"; readonly key: FactKey }
  /** It is known only from work, and nobody has decided that a letter may say it. */
  | { readonly type: "fact-not-let-through"; readonly key: FactKey }
  /** The letter names a step that nobody has pledged. */
  | {
      readonly type: "escalation-unbacked";
      readonly action: ActionKey;
      /** The letter, and the question that was answered with the step. */
      readonly name: string;
      readonly variable: string;
    }
  /** What was typed is not repeated: it may be a name. `known` are those that may be set there. */
  | { readonly type: "variable-unknown"; readonly known: readonly string[] }
  | { readonly type: "assignment-malformed" }
  /** A value that may point to a person is never a command-line argument. */
  | { readonly type: "variable-personal"; readonly name: string }
  /** Only a text can be attested that any program can check: Markdown or plain text with plain line ends. */
  | { readonly type: "attest-format"; readonly why: "html" | "not-text" | "line-ends" }
  /** The letter's text is not in the file as it was fixed. */
  | { readonly type: "attest-text-other"; readonly name: string }
  /** What stands around the text is not what this vault would write there: a name, a role, a word. */
  | { readonly type: "attest-outside-other"; readonly name: string }
  /** The file counts more people than can be shown here: each at the least. */
  | {
      readonly type: "attest-too-many";
      readonly name: string;
      readonly stated: AtLeast;
      readonly shown: AtLeast;
    }
  /** The committee file names no key for attesting letters. */
  | { readonly type: "attesters-none" }
  /** A list of signers holds no more lines than this. */
  | { readonly type: "signers-too-many"; readonly most: number }
  /** Another pledge has sent a list of signers under this text since this one was put together. */
  | { readonly type: "signers-outdated" };
