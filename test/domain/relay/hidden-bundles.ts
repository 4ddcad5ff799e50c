/** What reaches a reader of a hidden world when some organizers are in no committee that she knows, and others pass their tallies on. */
import * as fc from "fast-check";

import { heldWithRelayed, relayedClaims } from "../../../src/domain/relay/relayed.ts";
import type { RelayedTally, Trust } from "../../../src/domain/relay/relayed.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Signer } from "../../../src/domain/tallies/claims.ts";
import { countUnited } from "../../../src/domain/tallies/count-united.ts";
import type { CountedUnited } from "../../../src/domain/tallies/count-united.ts";
import type { Selection } from "../../../src/domain/tallies/left-out.ts";
import { liveSigners } from "../../../src/domain/tallies/live-sources.ts";
import type { Hash, Incarnation } from "../../../src/domain/tallies/tally.ts";
import { unite } from "../../../src/domain/tallies/unite.ts";
import { campaignOf, filesOf, fingerprintOf, sourcesFrom } from "../tallies/hidden-files.ts";
import type { File } from "../tallies/hidden-files.ts";
import type { World } from "../tallies/hidden-people.ts";
import { honestWorld } from "../tallies/honest-world.ts";
import { sizesOf } from "../../../src/domain/tallies/sizes.ts";
import { linesFrom } from "../../../src/domain/tallies/lines.ts";

export interface Passing {
  readonly world: World;
  /** Members of the world whom the reader's committee does not name, by their places. */
  readonly strangers: readonly number[];
  /** The others of the members. */
  readonly friends: readonly number[];
  /** What came from the writers themselves; of strangers nothing. */
  readonly direct: readonly File[];
  readonly relayed: readonly RelayedTally[];
}

const membersOf = ({ signers }: World): readonly number[] =>
  [...signers.keys()].filter((place) => signers[place]?.member === true);

const signerOf = ({ tally }: File): number => Number(tally.from.slice("signer ".length));

/** A file inside bundles of these, the innermost first. */
const passedOn = ({ snapshot, tally }: File, path: readonly number[]): RelayedTally => ({
  ...snapshot,
  supersedes: tally.supersedes,
  lines: linesFrom(tally.lines),
  asOf: tally.asOf,
  standing: true,
  layers: path.map((place) => ({
    from: fingerprintOf(place),
    incarnation: `of ${place}` as Incarnation,
    sha256: `bundle of ${place}` as Hash,
  })),
});

/** Up to three layers, of which the outermost is by somebody whom the reader knows, as every bundle that she takes in is. */
const paths = (friends: readonly number[], all: number): fc.Arbitrary<readonly number[]> =>
  fc
    .tuple(fc.array(fc.nat(all - 1), { maxLength: 2 }), fc.constantFrom(...friends))
    .map(([inner, outer]) => [...inner, outer]);

const newest = (files: readonly File[]): readonly File[] =>
  files.filter(({ tally }) => tally.seq === 3);

/** Everything of the strangers comes in bundles; of the others anything comes directly, in bundles, or both. */
export const passing: fc.Arbitrary<Passing> = honestWorld(true)
  .filter((world) => membersOf(world).length > 1)
  .chain((world) => {
    const members = membersOf(world);
    const files = filesOf(world);
    return fc.subarray([...members], { maxLength: members.length - 1 }).chain((strangers) => {
      const friends = members.filter((place) => !strangers.includes(place));
      const path = paths(friends, world.signers.length);
      const ways = fc.array(
        fc.record({ path, again: path, how: fc.constantFrom("direct", "bundle", "both") }),
        { minLength: 1, maxLength: 20 },
      );
      return fc.tuple(ways, fc.subarray([...files])).map(([all, older]): Passing => {
        const sent = [...newest(files), ...older.filter(({ tally }) => tally.seq < 3)];
        const direct: File[] = [];
        const relayed: RelayedTally[] = [];
        for (const [place, file] of sent.entries()) {
          const way = all[place % all.length];
          if (way === undefined) continue;
          const isStranger = strangers.includes(signerOf(file));
          if (!isStranger && way.how !== "bundle") direct.push(file);
          if (isStranger || way.how !== "direct")
            relayed.push(passedOn(file, way.path), passedOn(file, way.again));
        }
        return { world, strangers, friends, direct, relayed };
      });
    });
  });

const trustIn = (
  world: World,
  strangers: readonly number[],
  leftOut: readonly Selection[],
): Trust => {
  const named = [...world.signers.keys()].filter((place) => !strangers.includes(place));
  const members = named.filter((place) => world.signers[place]?.member === true);
  return {
    members: new Set(members.map(fingerprintOf)),
    // Whoever is no member here was one: so her word counts neither directly nor through somebody else.
    known: new Set(named.map(fingerprintOf)),
    leftOut,
  };
};

/** Everybody who counts for the reader, what others passed on among them. */
export const signersThrough = (
  { world, strangers, direct, relayed }: Passing,
  leftOut: readonly Selection[] = [],
): readonly Signer[] => {
  const trust = trustIn(world, strangers, leftOut);
  const every = filesOf(world);
  const sources = sourcesFrom(world, every, leftOut);
  const held = heldWithRelayed(sourcesFrom(world, direct, leftOut).held, relayed, trust);
  const members = new Map([...sources.members].filter(([from]) => trust.members.has(from)));
  return [
    ...liveSigners({ ...sources, held, members }),
    ...relayedClaims(relayed, trust).map(({ signer }) => signer),
  ];
};

export const countThrough = (one: Passing, leftOut: readonly Selection[] = []): CountedUnited =>
  countUnited(unite(signersThrough(one, leftOut)), sizesOf(campaignOf(one.world)));

export const bearer = (place: number): Fingerprint => fingerprintOf(place);
