/** One organizer of a hidden world who is no honest one: who invents people, or writes about those in others' tallies. */
import * as fc from "fast-check";

import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Signer, Statement } from "../../../src/domain/tallies/claims.ts";
import type { CountedUnited } from "../../../src/domain/tallies/count-united.ts";
import type {
  Incarnation,
  TalliedAction,
  TalliedCondition,
  TallyLine,
  Token,
} from "../../../src/domain/tallies/tally.ts";
import { counted, filesOf, signersFrom } from "./hidden-files.ts";
import { actions, teams } from "./hidden-people.ts";
import type { World } from "./hidden-people.ts";
import { honestWorld } from "./honest-world.ts";
import { linesFrom } from "../../../src/domain/tallies/lines.ts";
import { listed } from "./listed-lines.ts";

/** How many worlds a law about rogues is held against: in `npm run test:faults` 2,000. */
export const simulations = (usual: number): { readonly numRuns: number } => ({
  numRuns: Number(process.env["PLEDGE_SIMULATIONS"] ?? usual),
});

export const keys = teams.map(({ key }) => key);

export const said = (
  state: TalliedAction["state"],
  condition: TalliedCondition,
): readonly TalliedAction[] => actions.map((action) => ({ action, state, condition }));

const claim = (
  token: string,
  team: TallyLine["team"],
  does = said("pledged", { kind: "none" }),
): TallyLine => ({
  token: token as Token,
  proof: "",
  ...(team === undefined ? {} : { team }),
  actions: does,
  supporter: false,
});

const where = fc.constantFrom<TallyLine["team"]>(undefined, "*", ...keys);

const turf = fc.subarray(keys, { maxLength: 2 });

const rogueWith = (of: Signer["turf"], copies: readonly (readonly TallyLine[])[]): Signer => ({
  fingerprint: "rogue" as Fingerprint,
  turf: of,
  copies: copies.map((lines, life): Statement => ({
    incarnation: `life ${life}` as Incarnation,
    lines: linesFrom(lines),
    turf: of,
  })),
});

/** People who are not there: so many in each life, wherever she says. */
export const inventor = (lives: number): fc.Arbitrary<Signer> =>
  fc
    .tuple(
      turf,
      fc.array(fc.array(where, { maxLength: 80, size: "max" }), {
        minLength: lives,
        maxLength: lives,
      }),
    )
    .map(([of, all]) =>
      rogueWith(
        of,
        all.map((places, life) => places.map((team, n) => claim(`invented ${life} ${n}`, team))),
      ),
    );

export const honest = (world: World): readonly Signer[] => signersFrom(world, filesOf(world));

const tokensOf = (signers: readonly Signer[]): readonly Token[] => [
  ...new Set(
    signers.flatMap(({ copies }) =>
      copies.flatMap(({ lines }) => listed(lines).map(({ token }) => token)),
    ),
  ),
];

/** The numbers without her, and with her. */
export const both = (
  world: World,
  rogue: Signer,
): { readonly before: CountedUnited; readonly after: CountedUnited } => ({
  before: counted(world, honest(world)),
  after: counted(world, [...honest(world), rogue]),
});

export const huge: TalliedCondition = { kind: "at-least", people: 10_000_000 };

export interface Copying {
  readonly world: World;
  readonly tokens: readonly Token[];
  readonly rogue: Signer;
}

/** Somebody who has read all tallies, and writes about some of the people in them. */
export const copying = (does: readonly TalliedAction[]): fc.Arbitrary<Copying> =>
  honestWorld(true).chain((world) =>
    fc
      .tuple(fc.subarray([...tokensOf(honest(world))]), turf, fc.array(where, { minLength: 1 }))
      .map(([tokens, of, places]) => ({
        world,
        tokens,
        rogue: rogueWith(of, [
          tokens.map((token, n) => claim(token, places[n % places.length], does)),
        ]),
      })),
  );
