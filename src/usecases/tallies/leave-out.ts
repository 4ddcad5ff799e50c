/** Decisions not to count something of another organizer's here: made, and taken back. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { CommitteeFailure } from "../../domain/committee/failures.ts";
import type { Day } from "../../domain/day.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { sameSelection } from "../../domain/tallies/left-out.ts";
import type { Selection } from "../../domain/tallies/left-out.ts";
import type { Held } from "../../domain/tallies/snapshot.ts";
import { hashesIn } from "../../domain/tallies/take-in.ts";
import type { Hash, Incarnation } from "../../domain/tallies/tally.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { allHeld } from "../relay/all-held.ts";
import { createTallyReader } from "./read-tallies.ts";

/** As it was typed: first characters of a life or of the hash of a tally or bundle, the key of a team. */
export interface Wanted {
  readonly handle: string;
  readonly life?: string;
  readonly copy?: string;
  readonly team?: string;
}

/** Her keys, the one of now and those that she had, as any number here names them. */
const keysOf = ({ chain }: CommitteeInUse, handle: string): readonly Fingerprint[] => [
  ...new Set(
    chain
      .flatMap(({ members }) => members)
      .filter((member) => member.handle === handle)
      .map(({ fingerprint }) => fingerprint),
  ),
];

/** The only one that begins so. */
const begunBy = <T extends string>(all: readonly T[], digits: string): T | undefined => {
  const [found, ...others] = new Set(all.filter((one) => one.startsWith(digits.toLowerCase())));
  return others.length === 0 ? found : undefined;
};

/** All that has come, by whatever way: tallies, those in bundles too, and bundles. */
const heldOf = (vault: Vault, inUse: CommitteeInUse): readonly Held[] => [
  ...allHeld(vault, inUse, createTallyReader(vault)).held,
  ...vault.bundles.sources(),
];

const eitherOf = (
  vault: Vault,
  inUse: CommitteeInUse,
  keys: readonly Fingerprint[],
  { life, copy }: Wanted,
): Result<readonly Selection[], CommitteeFailure> => {
  const held = heldOf(vault, inUse).filter(({ from }) => keys.includes(from));
  if (copy !== undefined) {
    // Also what nobody has here and a later one names: whoever decides between two may leave that one out.
    const links = held.flatMap(({ from, incarnation, links: all }) =>
      hashesIn(all).map((sha256) => ({ from, incarnation, sha256 })),
    );
    const hash = begunBy(
      links.map(({ sha256 }): Hash => sha256),
      copy,
    );
    const found = links.find(({ sha256 }) => sha256 === hash);
    return found === undefined ? fail({ type: "source-unknown" }) : ok([found]);
  }
  if (life === undefined) return ok(keys.map((from) => ({ from })));
  const incarnation = begunBy(
    held.map((one): Incarnation => one.incarnation),
    life,
  );
  const found = held.find((one) => one.incarnation === incarnation);
  return found === undefined
    ? fail({ type: "source-unknown" })
    : ok([{ from: found.from, incarnation: found.incarnation }]);
};

/** What is meant; one for each key of hers where she had several. Fails for our own, and for what is not here. */
export const selectionsFor = (
  vault: Vault,
  inUse: CommitteeInUse,
  wanted: Wanted,
): Result<readonly Selection[], CommitteeFailure> => {
  const { committee, identity } = inUse;
  const keys = keysOf(inUse, wanted.handle);
  const known: readonly Handle[] = committee.members.map(({ handle }) => handle);
  if (keys.length === 0) return fail({ type: "handle-unknown", known });
  if (keys.includes(identity.fingerprint)) return fail({ type: "source-own" });
  const { teams } = committee.definition;
  const team = teams.find(({ key }) => key === wanted.team)?.key;
  if (wanted.team !== undefined && team === undefined)
    return fail({ type: "turf-unknown", known: teams.map(({ key }) => key) });
  const selections = eitherOf(vault, inUse, keys, wanted);
  if (!selections.ok || team === undefined) return selections;
  return ok(selections.value.map((one) => ({ ...one, team })));
};

export const leaveOut = (
  vault: Vault,
  selections: readonly Selection[],
  { reason, on }: { readonly reason: string; readonly on: Day },
): void => {
  vault.transaction(() => {
    for (const one of selections) vault.leftOut.add({ ...one, reason, on });
    return ok(undefined);
  });
};

/** Counts them again; fails where none of them was left out. */
export const countAgain = (
  vault: Vault,
  selections: readonly Selection[],
): Result<void, CommitteeFailure> =>
  vault.transaction((): Result<void, CommitteeFailure> => {
    const there = selections.filter((one) =>
      vault.leftOut.all().some((other) => sameSelection(one, other)),
    );
    for (const one of there) vault.leftOut.remove(one);
    return there.length === 0 ? fail({ type: "source-counted" }) : ok(undefined);
  });
