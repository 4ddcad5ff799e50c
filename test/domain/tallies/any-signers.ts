/** Signers who say anything at all, honest or not, for the laws of counting. */
import * as fc from "fast-check";

import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Agreement } from "../../../src/domain/tallies/agreement.ts";
import type { Signer, Statement } from "../../../src/domain/tallies/claims.ts";
import type { Sizes } from "../../../src/domain/tallies/sizes.ts";
import type {
  Incarnation,
  TalliedAction,
  TalliedCondition,
  TallyLine,
  Token,
} from "../../../src/domain/tallies/tally.ts";
import { linesFrom } from "../../../src/domain/tallies/lines.ts";
import { listed } from "./listed-lines.ts";

export const teams = ["ads", "cloud", "maps"] as readonly string[] as readonly TeamKey[];
export const actions = ["sign", "walkout"] as readonly string[] as readonly ActionKey[];

const condition: fc.Arbitrary<TalliedCondition> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: "none" as const }) },
  {
    weight: 3,
    arbitrary: fc
      .integer({ min: 2, max: 12 })
      .map((people) => ({ kind: "at-least" as const, people })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(5, 10, 20, 35, 60)
      .map((percent) => ({ kind: "at-least-percent" as const, percent })),
  },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 2, max: 5 })
      .map((people) => ({ kind: "at-least-in-team" as const, people })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "waits" as const }) },
);

const action: fc.Arbitrary<TalliedAction> = fc.record({
  action: fc.constantFrom(...actions),
  state: fc.constantFrom("pledged", "pledged", "confirmed", "done", "withdrawn"),
  condition,
});

/** Which people may be spoken of: the fewer, the more signers speak of one. */
interface Crowd {
  readonly tokens: number;
  readonly supporters: boolean;
}

const line = ({ tokens, supporters }: Crowd): fc.Arbitrary<TallyLine> =>
  fc
    .record({
      token: fc.nat(tokens - 1).map((n) => `token ${n}` as Token),
      proof: fc.constant(""),
      team: fc.oneof(
        { weight: 4, arbitrary: fc.constant("*" as const) },
        { weight: 4, arbitrary: fc.constantFrom(...teams) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
      actions: fc.uniqueArray(action, { minLength: 1, selector: (said) => said.action }),
      supporter: supporters ? fc.constantFrom(false, false, false, true) : fc.constant(false),
    })
    .map(({ team, ...said }) => (team === undefined ? said : { ...said, team }));

const turf: fc.Arbitrary<readonly TeamKey[]> = fc.constantFrom(
  [],
  ...teams.map((team) => [team]),
  ...teams.map((team) => teams.filter((other) => other !== team)),
);

const statement = (crowd: Crowd): fc.Arbitrary<Statement> =>
  fc.record({
    incarnation: fc.constant("" as Incarnation),
    lines: fc
      .uniqueArray(line(crowd), { maxLength: 10, selector: ({ token }) => token })
      .map(linesFrom),
    turf,
  });

/** A signer with one copy, seldom more, and a turf that is mostly the one it wrote by. */
const signer = (crowd: Crowd): fc.Arbitrary<Signer> =>
  fc
    .record({
      fingerprint: fc.nat(999).map((n) => String(n).padStart(40, "0") as Fingerprint),
      copies: fc.oneof(
        { weight: 4, arbitrary: statement(crowd).map((one) => [one]) },
        { weight: 1, arbitrary: fc.array(statement(crowd), { maxLength: 3 }) },
      ),
      moved: fc.oneof(fc.constant(undefined), turf),
    })
    .map(({ fingerprint, copies, moved }) => ({
      fingerprint,
      copies,
      turf: moved ?? copies[0]?.turf ?? [],
    }));

/** Signers, one signer more, and one copy more, who speak of one crowd. */
export interface Bag {
  readonly signers: readonly Signer[];
  readonly other: Signer;
  readonly copy: Statement;
}

export const bag = (supporters = true): fc.Arbitrary<Bag> =>
  fc.constantFrom(4, 15, 999).chain((tokens) => {
    const one = signer({ tokens, supporters });
    return fc.record({
      signers: fc.uniqueArray(one, {
        maxLength: 5,
        size: "max",
        selector: ({ fingerprint }) => fingerprint,
      }),
      other: one,
      copy: statement({ tokens, supporters }),
    });
  });

export const signers = (supporters = true): fc.Arbitrary<readonly Signer[]> =>
  bag(supporters).map((one) => one.signers);

/** Often more than enough, often so few that claims are above them. */
export const anySizes: fc.Arbitrary<Sizes> = fc
  .record({
    unit: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 })),
    of: fc.tuple(...teams.map(() => fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }))),
  })
  .map(({ unit, of }) => ({
    unit,
    teams: new Map(
      teams.flatMap((team, place) => (of[place] === undefined ? [] : [[team, of[place]] as const])),
    ),
  }));

/** Lists that any two of them compared, honestly or not: their own tokens of any team, some of them, and others. */
export const agreementsOf = (all: readonly Signer[]): fc.Arbitrary<readonly Agreement[]> => {
  const sorted = all.toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
  const pairs = sorted.flatMap((one, place) =>
    sorted.slice(place + 1).flatMap((other) => teams.map((team) => ({ one, other, team }))),
  );
  const tokensOf = ({ copies }: Signer): readonly Token[] => [
    ...new Set(copies.flatMap(({ lines }) => listed(lines).map(({ token }) => token))),
  ];
  const some = (one: Signer): fc.Arbitrary<readonly Token[]> =>
    fc.oneof(fc.constant(tokensOf(one)), fc.subarray([...tokensOf(one), "token 0" as Token]));
  return fc.subarray(pairs).chain((chosen) =>
    fc.tuple(
      ...chosen.map(({ one, other, team }) =>
        fc.tuple(some(one), some(other)).map((tokens): Agreement => ({
          team,
          signers: [one.fingerprint, other.fingerprint],
          on: "2026-11-22" as Day,
          tokens,
        })),
      ),
    ),
  );
};
