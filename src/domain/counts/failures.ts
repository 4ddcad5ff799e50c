import type { Verdict } from "../sealing/failures.ts";

/** What can go wrong with a count that is published, and with lists of receipts. */
export type CountFailure =
  /** Nothing that five people stand behind. */
  | { readonly type: "count-empty" }
  /** It is not known here whether anything was published before. */
  | { readonly type: "count-after-needed" }
  /** Something was, and this vault knows it. */
  | { readonly type: "count-not-first"; readonly number: number }
  /** `what` is a clause that never repeats the content. */
  | { readonly type: "count-malformed"; readonly what: string }
  | { readonly type: "count-newer"; readonly version: number }
  /** Nobody in the committee stands behind the file: no signature beside it, or none that is good. */
  | {
      readonly type: "count-not-attested";
      readonly path: string;
      readonly why: "no-signature" | Exclude<Verdict, "good">;
    }
  | { readonly type: "count-campaign-other" }
  /** It is no later than the count of that number which this vault goes on from. */
  | { readonly type: "count-not-later"; readonly number: number; readonly known: number }
  /** Two counts of one campaign and number that say different things. The name is the campaign's. */
  | { readonly type: "counts-differ"; readonly name: string; readonly number: number }
  /** Another pledge has published since this one began. */
  | { readonly type: "count-outdated" }
  /** One to four people came or went since the last list. */
  | { readonly type: "receipts-few"; readonly changed: number }
  /** Another member wrote the last list, and it was not given. */
  | { readonly type: "receipts-after-needed" }
  /** The list that was given is not the last one. */
  | { readonly type: "receipts-other" }
  | { readonly type: "receipts-malformed"; readonly what: string }
  | { readonly type: "receipts-newer"; readonly version: number }
  /** What was typed, or stands in the file, is no pledge code. It is not repeated. */
  | { readonly type: "code-mistyped" };
