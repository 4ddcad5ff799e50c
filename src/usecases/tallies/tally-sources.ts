/**
 * Whose tallies are here, how each stands, and what in them contradicts what else is known. Nothing is
 * judged by a clock: a source is old or new to whoever looks, and counts all the same.
 */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Day } from "../../domain/day.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { isLeftOut } from "../../domain/tallies/left-out.ts";
import type { LeftOut } from "../../domain/tallies/left-out.ts";
import type { Held } from "../../domain/tallies/snapshot.ts";
import type { Seen, Source } from "../../domain/tallies/tally.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import type { MergedCounts } from "./merged-counts.ts";
import { agreementRows } from "./agreement-rows.ts";
import type { AgreementRow } from "./agreement-rows.ts";
import { bundleForks, namesBundle } from "../relay/bundle-forks.ts";
import { relayedRows } from "../relay/relayed-rows.ts";
import type { RelayedRow } from "../relay/relayed-rows.ts";
import { doubleLives, forksIn } from "./fork-rows.ts";
import type { ForkDeps, ForkRow } from "./fork-rows.ts";
import { readHead } from "./read-tallies.ts";
import type { TallyHead } from "./read-tallies.ts";

/** `live` and `forked` ones count; a superseded life, a removed member, a key that was taken back and what is left out here do not. */
export type SourceState = "live" | "forked" | "superseded" | "removed" | "revoked" | "left-out";

export interface SourceRow extends Source {
  /** Nothing for somebody whom no committee file here names. */
  readonly handle: Handle | undefined;
  /** Whether it is this vault, in this life. */
  readonly own: boolean;
  /** Of the last snapshot; 0 for a vault that has sent none. */
  readonly seq: number;
  /** Of the last snapshot; for our own vault today. */
  readonly asOf: Day;
  /** Our own: the day of the last snapshot that was sent. */
  readonly sentOn?: Day;
  readonly people: number;
  readonly state: SourceState;
}

/**
 * What has become of this vault: `rolled-back`, when somebody holds tallies of ours that this vault does not know
 * of (an old copy was put back), or `replaced`, when a later life of it says that it takes its place.
 */
export interface OwnFate {
  readonly type: "rolled-back" | "replaced";
  /** Whose tally tells so. */
  readonly by: Handle | undefined;
}

export type LeftOutRow = LeftOut & {
  readonly handle: Handle | undefined;
  /** What one copy is, where one is left out. */
  readonly of: ForkRow["of"];
};

export interface TallySources {
  /** Our own first, then by handle and incarnation. */
  readonly rows: readonly SourceRow[];
  /** Of tallies, then of bundles. */
  readonly forks: readonly ForkRow[];
  /** Members of whom nothing is here, by handle. */
  readonly silent: readonly Handle[];
  readonly fate: OwnFate | undefined;
  /** What is not counted here, the first decision first. */
  readonly leftOut: readonly LeftOutRow[];
  /** What members pass on of those whom our committee file does not name. */
  readonly relayed: readonly RelayedRow[];
  /** Which lists were compared by voice. */
  readonly agreements: readonly AgreementRow[];
}

export interface SourcesDeps {
  readonly vault: Vault;
  /** Today in UTC. */
  readonly universalDay: Day;
}

/** The handle of a key, as the latest committee file that names it has it. */
export const handleOf = (
  { chain }: Pick<CommitteeInUse, "chain">,
  from: Fingerprint,
): Handle | undefined =>
  chain.flatMap(({ members }) => members).findLast(({ fingerprint }) => fingerprint === from)
    ?.handle;

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const isOwnLife = ({ identity }: CommitteeInUse, { from, incarnation }: Source): boolean =>
  from === identity.fingerprint && incarnation === identity.incarnation;

const stateOf = (
  { signers }: MergedCounts,
  { committee, revoked }: CommitteeInUse,
  source: Source,
  { forks, leftOut }: { readonly forks: number; readonly leftOut: boolean },
): SourceState => {
  const isMember = committee.members.some(
    ({ fingerprint, replaces = [] }) =>
      fingerprint === source.from || replaces.includes(source.from),
  );
  if (!isMember) return "removed";
  if (revoked.get(source.from) === "always") return "revoked";
  const copies = signers.find(({ fingerprint }) => fingerprint === source.from)?.copies ?? [];
  if (!copies.some(({ incarnation }) => incarnation === source.incarnation))
    return leftOut ? "left-out" : "superseded";
  return copies.length > 1 || forks > 0 ? "forked" : "live";
};

const ownRow = (
  { vault, universalDay }: SourcesDeps,
  inUse: CommitteeInUse,
  merged: MergedCounts,
): SourceRow => {
  const { fingerprint: from, incarnation, handle } = inUse.identity;
  const sent = vault.tallies.own();
  const last = sent?.incarnation === incarnation ? sent : undefined;
  const state = stateOf(merged, inUse, { from, incarnation }, { forks: 0, leftOut: false });
  return {
    from,
    incarnation,
    state,
    own: true,
    handle: handleOf(inUse, from) ?? handle,
    seq: last?.seq ?? 0,
    asOf: universalDay,
    ...(last === undefined ? {} : { sentOn: readHead(last).asOf }),
    people: merged.own.length,
  };
};

/** Of the copies of a fork the latest day and the most people. */
const heldRow = (
  tallies: readonly TallyHead[],
  state: SourceState,
  handle: Handle | undefined,
): SourceRow => {
  const [newest] = tallies.toSorted((a, b) => byCodeUnits(b.asOf, a.asOf));
  if (newest === undefined) throw new Error("a source without a tally");
  const { from, incarnation, seq, asOf } = newest;
  const people = Math.max(...tallies.map((tally) => tally.people));
  return { from, incarnation, handle, state, own: false, seq, asOf, people };
};

/** What has become of this vault, as far as what is held tells. */
export const ownFate = (
  vault: Vault,
  inUse: CommitteeInUse,
  held: readonly Held[],
): OwnFate | undefined => {
  const { fingerprint, incarnation } = inUse.identity;
  const isUnknown = ({ seq, sha256 }: Pick<Seen, "seq" | "sha256">): boolean =>
    vault.tallies.ownHash(seq) !== sha256;
  const heads = held.flatMap(({ tops }) => tops.map(readHead));
  const successor = heads.find(
    ({ from, supersedes }) => from === fingerprint && supersedes.includes(incarnation),
  );
  if (successor !== undefined) return { type: "replaced", by: handleOf(inUse, fingerprint) };
  const ours = held.filter((one) => isOwnLife(inUse, one));
  if (ours.some(({ links }) => links.some(isUnknown)))
    return { type: "rolled-back", by: handleOf(inUse, fingerprint) };
  const witness = heads.find(({ seen }) =>
    seen.some((one) => isOwnLife(inUse, one) && isUnknown(one)),
  );
  if (witness === undefined) return undefined;
  return { type: "rolled-back", by: handleOf(inUse, witness.from) };
};

export const tallySources = (
  deps: SourcesDeps,
  inUse: CommitteeInUse,
  merged: MergedCounts,
): TallySources => {
  const { vault } = deps;
  const leftOut = vault.leftOut.all();
  const called = (from: Fingerprint): Handle | undefined => handleOf(inUse, from);
  const forking: ForkDeps = { handleOf: called, identity: inUse.identity, leftOut };
  const forksOf = (held: Held): readonly ForkRow[] =>
    forksIn(forking, "tally", held, vault.tallies.ownHash);
  const others = merged.held
    .filter((held) => !isOwnLife(inUse, held))
    .map((held) =>
      heldRow(
        held.tops.map(readHead),
        stateOf(merged, inUse, held, {
          forks: forksOf(held).length,
          leftOut: held.tops.every((top) => isLeftOut(leftOut, top)),
        }),
        called(held.from),
      ),
    )
    .toSorted(
      (a, b) =>
        byCodeUnits(a.handle ?? "", b.handle ?? "") || byCodeUnits(a.incarnation, b.incarnation),
    );
  const here = new Set([inUse.identity.fingerprint, ...others.map(({ from }) => from)]);
  const forks = [...merged.held.flatMap(forksOf), ...doubleLives(forking, "tally", merged.signers)];
  return {
    rows: [ownRow(deps, inUse, merged), ...others],
    forks: [...forks, ...bundleForks(vault, forking, forks)],
    silent: inUse.committee.members
      .filter(
        ({ fingerprint, replaces = [] }) =>
          !here.has(fingerprint) && !replaces.some((key) => here.has(key)),
      )
      .map(({ handle }) => handle),
    fate: ownFate(vault, inUse, merged.held),
    leftOut: leftOut.map((one) => ({
      ...one,
      handle: called(one.from),
      of: namesBundle(vault, one) ? "bundle" : "tally",
    })),
    relayed: relayedRows(merged, called),
    agreements: agreementRows(merged, called, inUse.identity.fingerprint),
  };
};
