/** What the organizers of a hidden world send each other, and what whoever takes it in counts. */
import * as fc from "fast-check";

import { defaultSettings } from "../../../src/domain/campaign/campaign.ts";
import type { Campaign, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { PersonId } from "../../../src/domain/people/person.ts";
import type { PledgeCode } from "../../../src/domain/pledges/code.ts";
import { readinessOf } from "../../../src/domain/pledges/readiness.ts";
import type { Readiness } from "../../../src/domain/pledges/readiness.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Agreement } from "../../../src/domain/tallies/agreement.ts";
import type { Signer } from "../../../src/domain/tallies/claims.ts";
import { countUnited } from "../../../src/domain/tallies/count-united.ts";
import type { CountedUnited } from "../../../src/domain/tallies/count-united.ts";
import type { Selection } from "../../../src/domain/tallies/left-out.ts";
import { liveSigners } from "../../../src/domain/tallies/live-sources.ts";
import type { CountedTally, Sources } from "../../../src/domain/tallies/live-sources.ts";
import type { Held, Snapshot } from "../../../src/domain/tallies/snapshot.ts";
import { sizesOf } from "../../../src/domain/tallies/sizes.ts";
import { takeIn } from "../../../src/domain/tallies/take-in.ts";
import type {
  Hash,
  Incarnation,
  Tally,
  TallyLine,
  Token,
} from "../../../src/domain/tallies/tally.ts";
import { unite } from "../../../src/domain/tallies/unite.ts";
import { sample } from "../../support/campaigns.ts";
import { linesFor } from "./any-vault.ts";
import { actions } from "./hidden-people.ts";
import type { World } from "./hidden-people.ts";
import { linesFrom } from "../../../src/domain/tallies/lines.ts";

export const campaignOf = ({ unit, teams }: World): Campaign => ({
  ...sample,
  unit: { ...sample.unit, size: unit },
  teams,
  actions,
  settings: { ...defaultSettings, smallestTeam: 5 },
});

const turfThen = (world: World, life: number): readonly TeamKey[] => {
  const { turf, signer } = world.lives[life] ?? { turf: [], signer: -1 };
  return turf ?? world.signers[signer]?.turf ?? [];
};

/** The lines that the copy of a life sends out, made as our own are. */
export const linesOf = (world: World, life: number, copy: number): readonly TallyLine[] =>
  linesFor(
    world.meetings
      .filter((meeting) => meeting.life === life && meeting.copy === copy)
      .map(({ person, code, knowsTeam, supporter, said }) => {
        const id = `person ${person}` as PersonId;
        const team = knowsTeam ? world.people[person]?.team : undefined;
        return {
          person: {
            id,
            name: id,
            code: `${person} ${code}` as PledgeCode,
            ...(team === undefined ? {} : { team }),
            supervisor: "no" as const,
            supporter,
          },
          pledges: said.flatMap((one, at) => {
            const action = actions[at];
            if (one === undefined || action === undefined) return [];
            return [
              {
                action,
                condition: one.condition,
                state: one.live ? ("pledged" as const) : ("withdrawn" as const),
              },
            ];
          }),
        };
      }),
    {
      campaign: campaignOf(world),
      turf: turfThen(world, life),
      signed: () => undefined,
      tokenOf: (code) => `token ${code}` as unknown as Token,
      proofOf: () => "",
    },
  );

/** A snapshot and the tally in it. */
export interface File {
  readonly snapshot: Snapshot;
  readonly tally: Tally;
}

export const fingerprintOf = (signer: number): Fingerprint => `signer ${signer}` as Fingerprint;

/** The number under which a life writes last; earlier ones are noise. */
const last = 3;

const fileOf = (world: World, life: number, copy: number, seq: number): File => {
  const { signer = -1, supersedes = [] } = world.lives[life] ?? {};
  const sha256 = `life ${life} copy ${copy} number ${seq}` as Hash;
  const from = fingerprintOf(signer);
  const incarnation = `life ${life}` as Incarnation;
  // The copies of a fork have parted at the last number or before it.
  const prev = seq > 1 ? (`life ${life} copy ${copy % 2} number ${seq - 1}` as Hash) : undefined;
  const bytes = new TextEncoder().encode(sha256);
  return {
    snapshot: { from, incarnation, seq, sha256, prev, payload: bytes, signature: bytes },
    tally: {
      campaign: sample.id,
      committee: { number: life, hash: "" as Hash },
      from,
      to: [from],
      incarnation,
      supersedes: supersedes.map((earlier) => `life ${earlier}` as Incarnation),
      seq,
      prev,
      asOf: "2026-11-22" as Day,
      relay: false,
      seen: [],
      root: "" as Hash,
      // What was sent out before says something else.
      lines: linesOf(world, seq === last ? life : 0, copy),
    },
  };
};

/** Everything that was ever sent, the latest number of each copy last. */
export const filesOf = (world: World): readonly File[] =>
  [1, 2, last].flatMap((seq) =>
    world.lives.flatMap(({ copies }, life) =>
      Array.from({ length: copies }, (_, copy) => fileOf(world, life, copy, seq)),
    ),
  );

/** In any order, some of them several times, the old ones perhaps not at all. */
export const delivery = (files: readonly File[]): fc.Arbitrary<readonly File[]> => {
  const newest = files.filter(({ tally }) => tally.seq === last);
  const older = files.filter(({ tally }) => tally.seq < last);
  return fc.tuple(fc.subarray(older), fc.subarray([...files])).chain(([some, again]) =>
    fc.shuffledSubarray([...newest, ...some, ...again], {
      minLength: newest.length + some.length + again.length,
    }),
  );
};

export const sourcesFrom = (
  world: World,
  files: readonly File[],
  leftOut: readonly Selection[],
): Sources => {
  const held = new Map<string, Held>();
  for (const { snapshot } of files) {
    const key = `${snapshot.from} ${snapshot.incarnation}`;
    held.set(key, takeIn(held.get(key), snapshot).held);
  }
  const byHash = new Map(files.map(({ snapshot, tally }) => [snapshot.sha256, tally]));
  return {
    held: [...held.values()],
    read: ({ sha256 }) => {
      const tally = byHash.get(sha256);
      if (tally === undefined) throw new Error("read what was never taken in");
      return { ...tally, lines: linesFrom(tally.lines) };
    },
    members: new Map(
      world.signers.flatMap(({ member, turf }, place) =>
        member ? [[fingerprintOf(place), { turf }] as const] : [],
      ),
    ),
    leftOut,
    // Every life wrote under a committee file of its own.
    turfThen: (_, { number }) => turfThen(world, number),
  };
};

/** The signers that count for somebody outside, or for the copy whose file is given, who wrote it herself. */
export const signersFrom = (
  world: World,
  files: readonly File[],
  own?: File,
  leftOut: readonly Selection[] = [],
): readonly Signer[] => {
  const sources = sourcesFrom(world, files, leftOut);
  if (own === undefined) return liveSigners(sources);
  const statement: CountedTally = { ...own.tally, lines: linesFrom(own.tally.lines) };
  const wrote = (_: number, sha256: Hash): boolean => sha256 === own.snapshot.sha256;
  return liveSigners({ ...sources, own: { statement, wrote } });
};

export const counted = (
  world: World,
  signers: readonly Signer[],
  agreements: readonly Agreement[] = [],
): CountedUnited => countUnited(unite(signers, agreements), sizesOf(campaignOf(world)));

export const readinessFrom = (world: World, signers: readonly Signer[]): Readiness =>
  readinessOf(campaignOf(world), counted(world, signers), "2026-11-22" as Day);
