/** Tallies for the laws: one by hand, and arbitrary ones with every member that a line can have. */
import * as fc from "fast-check";

import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { SIGN } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import { roundedUp } from "../../../src/domain/pledges/rounding.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type {
  Hash,
  Incarnation,
  Seen,
  TalliedAction,
  TalliedCondition,
  Tally,
  TallyLine,
  Token,
} from "../../../src/domain/tallies/tally.ts";
import { condition, day, key } from "../../support/campaigns.ts";

const hexOf = (bytes: number): fc.Arbitrary<string> =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((some) => Buffer.from(some).toString("hex"));

const sixteenBytes = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((some) => Buffer.from(some).toString("base64url"));

export const fingerprint = hexOf(20) as fc.Arbitrary<Fingerprint>;
export const hash = hexOf(32) as fc.Arbitrary<Hash>;
export const incarnation = fc.uuid({ version: 4 }) as fc.Arbitrary<Incarnation>;
export const seq = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.constantFrom(1, 2, Number.MAX_SAFE_INTEGER),
);

const sortedBy = <T>(list: readonly T[], keyOf: (one: T) => string): readonly T[] =>
  list.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

const talliedCondition: fc.Arbitrary<TalliedCondition> = fc.oneof(
  condition.map(roundedUp),
  fc.constant({ kind: "waits" as const }),
);

const action: fc.Arbitrary<TalliedAction> = fc
  .record({
    action: fc.oneof(fc.constant(SIGN), key(24) as fc.Arbitrary<ActionKey>),
    state: fc.constantFrom("pledged", "confirmed", "done", "withdrawn"),
    condition: talliedCondition,
    text: fc.option(hexOf(8), { nil: undefined }),
  })
  .map(({ text, ...said }) =>
    text === undefined || said.action !== SIGN ? said : { ...said, text },
  );

export const tallyLine: fc.Arbitrary<TallyLine> = fc
  .record({
    token: sixteenBytes as fc.Arbitrary<Token>,
    proof: sixteenBytes,
    team: fc.oneof(
      fc.constantFrom(undefined, "*" as const),
      key(24) as fc.Arbitrary<TeamKey>,
      fc.constant("a-b-1" as TeamKey),
    ),
    actions: fc.uniqueArray(action, {
      minLength: 1,
      maxLength: 30,
      selector: (said) => said.action,
    }),
    supporter: fc.boolean(),
  })
  .map(({ team, actions, ...line }) => {
    const sorted = sortedBy(actions, (said) => said.action);
    if (team !== undefined && team !== "*") return { ...line, team, actions: sorted };
    const told = sorted.map((said) =>
      said.condition.kind === "at-least-in-team"
        ? { ...said, condition: { kind: "waits" as const } }
        : said,
    );
    return { ...line, ...(team === undefined ? {} : { team }), actions: told };
  });

const seen: fc.Arbitrary<Seen> = fc.record({ from: fingerprint, incarnation, seq, sha256: hash });

const uniqueSorted = <T>(
  item: fc.Arbitrary<T>,
  keyOf: (one: T) => string,
  maxLength: number,
): fc.Arbitrary<readonly T[]> =>
  fc.uniqueArray(item, { maxLength, selector: keyOf }).map((list) => sortedBy(list, keyOf));

const itself = (text: string): string => text;

export const tally: fc.Arbitrary<Tally> = fc
  .record({
    campaign: fc.uuid({ version: 4 }),
    committee: fc.record({ number: seq, hash }),
    from: fingerprint,
    others: uniqueSorted(fingerprint, itself, 8),
    incarnation,
    supersedes: uniqueSorted(incarnation, itself, 4),
    seq,
    before: hash,
    asOf: day,
    relay: fc.boolean(),
    seen: uniqueSorted(seen, (one) => `${one.from} ${one.incarnation}`, 8),
    root: hash,
    lines: uniqueSorted(tallyLine, (line) => line.token, 20),
  })
  .map(({ others, before, ...one }) => ({
    ...one,
    to: [...new Set([one.from, ...others])].toSorted(),
    supersedes: one.supersedes.filter((life) => life !== one.incarnation),
    prev: one.seq === 1 ? undefined : before,
  }));

const digits = (digit: string, length: number): never => digit.repeat(length) as never;

/** Two people and one reader beside the writer. */
export const sampleTally: Tally = {
  campaign: "6f1c1f6e-0d5a-4c58-9a57-2f8b5c3a9e01",
  committee: { number: 3, hash: digits("c", 64) },
  from: digits("b", 40),
  to: [digits("a", 40), digits("b", 40)],
  incarnation: "1e8b5f0a-6c2d-4b7e-8f31-9a0c4d5e6f70" as Incarnation,
  supersedes: ["0d7a4e9f-5b1c-4a6d-9e20-8f9b3c4d5e6f" as Incarnation],
  seq: 7,
  prev: digits("d", 64),
  asOf: "2026-11-22" as Day,
  relay: false,
  seen: [
    {
      from: digits("a", 40),
      incarnation: "2f9c6a1b-7d3e-4c8f-8a42-0b1d5e6f7a81" as Incarnation,
      seq: 6,
      sha256: digits("e", 64),
    },
  ],
  root: digits("f", 64),
  lines: [
    {
      token: `${"1".repeat(21)}A` as Token,
      proof: `${"2".repeat(21)}g`,
      team: "cloud" as TeamKey,
      actions: [
        {
          action: "sign" as ActionKey,
          state: "confirmed",
          condition: { kind: "none" },
          text: "0123456789abcdef",
        },
        {
          action: "walkout" as ActionKey,
          state: "pledged",
          condition: { kind: "at-least-in-team", people: 10 },
        },
      ],
      supporter: false,
    },
    {
      token: `${"3".repeat(21)}w` as Token,
      proof: `${"4".repeat(21)}Q`,
      actions: [
        { action: "sign" as ActionKey, state: "withdrawn", condition: { kind: "none" } },
        { action: "strike" as ActionKey, state: "pledged", condition: { kind: "waits" } },
      ],
      supporter: true,
    },
  ],
};
