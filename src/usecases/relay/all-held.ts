/** Everything that others have sent, by their own hand or passed on, as far as it counts by the committee file of now. */
import type { Member } from "../../domain/committee/committee.ts";
import { countingKeys, keysIn } from "../../domain/committee/counting-keys.ts";
import { heldWithRelayed, relayedClaims } from "../../domain/relay/relayed.ts";
import type { RelayedClaim } from "../../domain/relay/relayed.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import type { Held } from "../../domain/tallies/snapshot.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import type { TallyReader } from "../tallies/read-tallies.ts";
import { relayedTallies } from "./read-bundle.ts";

export interface AllHeld {
  /** Of those whom our committee file names or named. */
  readonly held: readonly Held[];
  /** Of those whom it never named. */
  readonly relayed: readonly RelayedClaim[];
  /** Whose word counts, by key. */
  readonly members: ReadonlyMap<Fingerprint, Member>;
}

export const allHeld = (
  vault: Vault,
  { committee, chain, identity, revoked }: CommitteeInUse,
  reader: Pick<TallyReader, "read">,
): AllHeld => {
  const direct = vault.tallies.sources();
  const tallies = relayedTallies(vault, reader);
  const known = new Set(
    [committee, ...chain].flatMap((number) =>
      number.members.flatMap(({ fingerprint, replaces = [] }) => [fingerprint, ...replaces]),
    ),
  );
  const held = tallies.length === 0 ? direct : heldWithRelayed(direct, tallies, { known });
  const members = countingKeys(committee.members, keysIn(held, identity), revoked);
  const leftOut = vault.leftOut.all();
  const trust = { members: new Set(members.keys()), known, leftOut };
  return { held, members, relayed: relayedClaims(tallies, trust) };
};
