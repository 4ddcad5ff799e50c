/** Whose tallies go into a bundle of ours: of those that may be passed on, all, or whom the bearer chose. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { BundlePart } from "../../domain/relay/bundle.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { isLeftOut } from "../../domain/tallies/left-out.ts";
import type { Snapshot } from "../../domain/tallies/snapshot.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { createTallyReader, readHead } from "../tallies/read-tallies.ts";
import { otherMembers } from "../tallies/tally-readers.ts";
import { allHeld } from "./all-held.ts";
import { keptBundlesIn, readBundle } from "./read-bundle.ts";

/** Who was named on the command line; nothing is everybody. */
export interface PartChoice {
  /** Nothing goes but what is of these alone. */
  readonly only?: readonly string[];
  /** Nothing goes that has anything of these. */
  readonly omit?: readonly string[];
}

/** What could go, with those of the committee whose it is: her who sent it, and of a bundle everybody whose tally or bundle is in it. */
interface Candidate {
  readonly part: BundlePart;
  readonly sender: Handle;
  readonly whose: readonly Handle[];
}

/** Of somebody who was chosen, why nothing goes, or why a bundle does not; or of a bundle that has a tally of somebody who was left out. */
export type Stayed = { readonly handle: Handle } & (
  | {
      /** No tally of hers is here; she has not let it be passed on; nothing of hers counts here. */
      readonly why: "nothing" | "not-let" | "not-counted";
    }
  /** Her bundle goes whole or not at all, and has tallies of these. */
  | { readonly why: "holds-others"; readonly holds: readonly Handle[] }
);

export interface ChosenParts {
  /** Tallies, then bundles, each kind by hash. */
  readonly parts: readonly BundlePart[];
  /** Whether some stay behind that might have gone. */
  readonly partial: boolean;
  /** Whose tallies go by themselves, sorted. */
  readonly tallies: readonly Handle[];
  /** The bundles of others that go. */
  readonly bundles: readonly {
    readonly handle: Handle;
    /** Who else of the committee has a tally or bundle in it, sorted. */
    readonly holds: readonly Handle[];
  }[];
  readonly stayed: readonly Stayed[];
}

const byHash = (a: Candidate, b: Candidate): number => (a.part.sha256 < b.part.sha256 ? -1 : 1);

const partOf = (of: BundlePart["of"], { sha256, payload, signature }: Snapshot): BundlePart => ({
  of,
  sha256,
  payload,
  signature,
});

/** Everybody who signed the bundle or something in it. */
const signersIn = (payload: Uint8Array): readonly Fingerprint[] => {
  const { from, parts } = readBundle({ payload });
  return [
    from,
    ...parts.flatMap((part) =>
      part.of === "bundle" ? signersIn(part.payload) : [readHead(part).from],
    ),
  ];
};

/** The handles of the other members by all keys that they have or had. */
const handlesOf = (inUse: CommitteeInUse): ReadonlyMap<Fingerprint, Handle> =>
  new Map(
    otherMembers(inUse).flatMap(({ handle, fingerprint, replaces = [] }) =>
      [fingerprint, ...replaces].map((key) => [key, handle] as const),
    ),
  );

interface Found {
  readonly candidates: readonly Candidate[];
  /** Of whom a tally came from herself, whether or not it may go. */
  readonly sent: ReadonlySet<Handle>;
  /** Of whom one of these counts. */
  readonly counted: ReadonlySet<Handle>;
}

/** What may go into a bundle of ours now: of members who count here, written for us, and to be passed on. */
const findCandidates = (vault: Vault, inUse: CommitteeInUse): Found => {
  const { fingerprint } = inUse.identity;
  const { members } = allHeld(vault, inUse, createTallyReader(vault));
  const handles = handlesOf(inUse);
  const leftOut = vault.leftOut.all();
  const tops = vault.tallies
    .sources()
    .flatMap((held) => held.tops)
    .flatMap((top) => {
      const sender = handles.get(top.from);
      return sender === undefined ? [] : [{ top, sender }];
    });
  const counts = (top: Snapshot): boolean =>
    top.from !== fingerprint && members.has(top.from) && !isLeftOut(leftOut, top);
  const counting = tops.filter(({ top }) => counts(top));
  const tallies = counting
    .filter(({ top }) => {
      const { relay, to } = readHead(top);
      return relay && to.includes(fingerprint);
    })
    .map(({ top, sender }): Candidate => ({ part: partOf("tally", top), sender, whose: [sender] }))
    .toSorted(byHash);
  const bundles = keptBundlesIn(vault)
    .filter(({ snapshot, standing }) => standing && counts(snapshot))
    .filter(({ bundle: { relay, to } }) => relay && to.includes(fingerprint))
    .flatMap(({ snapshot }): readonly Candidate[] => {
      const sender = handles.get(snapshot.from);
      if (sender === undefined) return [];
      const whose = signersIn(snapshot.payload).flatMap((key) => handles.get(key) ?? []);
      return [{ part: partOf("bundle", snapshot), sender, whose: [...new Set(whose)].toSorted() }];
    })
    .toSorted(byHash);
  return {
    candidates: [...tallies, ...bundles],
    sent: new Set(tops.map(({ sender }) => sender)),
    counted: new Set(counting.map(({ sender }) => sender)),
  };
};

/** Whose in a candidate stand against its going: those who were left out, and those who were not chosen. */
const against = ({ whose }: Candidate, { only, omit = [] }: PartChoice): readonly Handle[] =>
  whose.filter((one) => omit.includes(one) || (only !== undefined && !only.includes(one)));

const stayedOf = ({ candidates, sent, counted }: Found, choice: PartChoice): readonly Stayed[] => {
  const absent = [...new Set(choice.only)].toSorted().flatMap((one): readonly Stayed[] => {
    const handle = one as Handle;
    if (candidates.some(({ sender }) => sender === handle)) return [];
    if (!sent.has(handle)) return [{ handle, why: "nothing" }];
    return [{ handle, why: counted.has(handle) ? "not-let" : "not-counted" }];
  });
  const bundles = candidates.flatMap((candidate): readonly Stayed[] => {
    const holds = against(candidate, choice);
    const { sender: handle } = candidate;
    return holds.length === 0 || holds.includes(handle)
      ? []
      : [{ handle, why: "holds-others", holds }];
  });
  return [...absent, ...bundles];
};

/**
 * Fails with `handle-unknown` for one whom the committee does not name beside us, with `bundle-empty` where nothing may be passed on
 * at all, and with `bundle-of-nobody` where nothing is left of whom was chosen.
 */
export const chooseParts = (
  vault: Vault,
  inUse: CommitteeInUse,
  choice: PartChoice,
): Result<ChosenParts, CommitteeFailure> => {
  const known = otherMembers(inUse).map(({ handle }) => handle);
  const named = [...(choice.only ?? []), ...(choice.omit ?? [])];
  if (named.some((handle) => !known.includes(handle as Handle)))
    return fail({ type: "handle-unknown", known });
  const found = findCandidates(vault, inUse);
  const { candidates } = found;
  if (candidates.length === 0) return fail({ type: "bundle-empty" });
  const chosen = candidates.filter((one) => against(one, choice).length === 0);
  if (chosen.length === 0) {
    const possible = [...new Set(candidates.flatMap(({ whose }) => whose))].toSorted();
    return fail({ type: "bundle-of-nobody", possible });
  }
  return ok({
    parts: chosen.map(({ part }) => part),
    partial: chosen.length < candidates.length,
    tallies: [
      ...new Set(chosen.flatMap(({ part, sender }) => (part.of === "tally" ? [sender] : []))),
    ].toSorted(),
    bundles: chosen.flatMap(({ part, sender: handle, whose }) =>
      part.of === "bundle" ? [{ handle, holds: whose.filter((one) => one !== handle) }] : [],
    ),
    stayed: stayedOf(found, choice),
  });
};
