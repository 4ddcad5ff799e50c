/** The counts over everything that was merged, our own people among them as our tally would say them. */
import type { Hashes } from "../../domain/ports.ts";
import type { RelayedClaim } from "../../domain/relay/relayed.ts";
import type { Agreement } from "../../domain/tallies/agreement.ts";
import type { Signer } from "../../domain/tallies/claims.ts";
import { countUnited } from "../../domain/tallies/count-united.ts";
import type { CountedUnited } from "../../domain/tallies/count-united.ts";
import { liveSigners } from "../../domain/tallies/live-sources.ts";
import { linesFrom } from "../../domain/tallies/lines.ts";
import type { CountedTally } from "../../domain/tallies/live-sources.ts";
import { sizesOf } from "../../domain/tallies/sizes.ts";
import type { Held } from "../../domain/tallies/snapshot.ts";
import type { TallyLine } from "../../domain/tallies/tally.ts";
import { unite } from "../../domain/tallies/unite.ts";
import type { Seed } from "../../domain/tallies/token-numbers.ts";
import type { United } from "../../domain/tallies/unite.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../committee/committee-in-use.ts";
import { turfThen } from "../committee/turf-then.ts";
import { allHeld } from "../relay/all-held.ts";
import { ownLines } from "./own-lines.ts";
import type { TallyReader } from "./read-tallies.ts";

export interface CountingDeps {
  readonly vault: Vault;
  readonly hashes: Hashes;
  readonly reader: TallyReader;
  /** Our own lines, where they are known. */
  readonly own?: readonly TallyLine[];
}

/** Everything that counting went by, for those who say where the numbers come from. */
export interface MergedCounts {
  readonly counted: CountedUnited;
  readonly united: United;
  /** Those who count, sorted by fingerprint. */
  readonly signers: readonly Signer[];
  /** What members pass on of others, whom our committee file does not name; counted beside the signers. */
  readonly relayed: readonly RelayedClaim[];
  /** Of everybody, whether they count or not. */
  readonly held: readonly Held[];
  /** Which lists were compared by voice. */
  readonly agreements: readonly Agreement[];
  /** Our own lines as they are now. */
  readonly own: readonly TallyLine[];
}

/** Nobody else has our secret key, so nobody can tell where a token will fall. */
const seedFrom = (
  { sha256 }: Pick<Hashes, "sha256">,
  { secret }: CommitteeInUse["identity"],
): Seed => new Uint32Array(Uint8Array.from(sha256(secret)).buffer);

export const mergedCounts = (
  { vault, hashes, reader, own }: CountingDeps,
  inUse: CommitteeInUse,
): MergedCounts => {
  const { committee, identity, reference } = inUse;
  const lines = own ?? ownLines({ vault, hashes }, inUse, "counted").map(({ line }) => line);
  const statement: CountedTally = {
    from: identity.fingerprint,
    incarnation: identity.incarnation,
    supersedes: identity.supersedes,
    committee: reference,
    lines: linesFrom(lines),
  };
  const { held, members, relayed } = allHeld(vault, inUse, reader);
  const signers = liveSigners({
    held,
    read: reader.counted,
    members,
    leftOut: vault.leftOut.all(),
    turfThen: turfThen(inUse),
    own: { statement, wrote: (seq, sha256) => vault.tallies.ownHash(seq) === sha256 },
  });
  const agreements = vault.agreements.all();
  const all = [...signers, ...relayed.map(({ signer }) => signer)];
  const united = unite(all, agreements, seedFrom(hashes, identity));
  const counted = countUnited(united, sizesOf(committee.definition));
  return { counted, united, signers, relayed, held, agreements, own: lines };
};
