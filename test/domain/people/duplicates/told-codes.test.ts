/** Two records that become one, as the tallies of a committee tell of them: no count may rise, whatever others say. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ActionKey, TeamKey } from "../../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../../src/domain/day.ts";
import { unitedTold } from "../../../../src/domain/people/duplicates/told-codes.ts";
import type { Told } from "../../../../src/domain/people/duplicates/told-codes.ts";
import { unitePledges } from "../../../../src/domain/people/duplicates/unite-pledges.ts";
import type { PersonId } from "../../../../src/domain/people/person.ts";
import type { PledgeCode } from "../../../../src/domain/pledges/code.ts";
import type { Condition, Pledge, PledgeState } from "../../../../src/domain/pledges/pledge.ts";
import type { Counted } from "../../../../src/domain/pledges/readiness.ts";
import { countUnited } from "../../../../src/domain/tallies/count-united.ts";
import type { Composing } from "../../../../src/domain/tallies/compose-lines.ts";
import type { TallyLine, Token } from "../../../../src/domain/tallies/tally.ts";
import { unite } from "../../../../src/domain/tallies/unite.ts";
import { campaignWith, linesFor } from "../../tallies/any-vault.ts";
import { signer } from "../../tallies/sample-signers.ts";

const unitSize = 60;
const cloud = "cloud" as TeamKey;
const actions = ["sign", "walkout", "strike"] as readonly string[] as readonly ActionKey[];
const codes = ["a", "b", "c", "d", "e"] as readonly string[] as readonly PledgeCode[];

const composing: Composing = {
  campaign: campaignWith([20, 40, 20, 20]),
  turf: [cloud],
  signed: () => undefined,
  tokenOf: (code) => code as string as Token,
  proofOf: () => "",
};

interface Record {
  readonly code: PledgeCode;
  readonly pledges: readonly Pledge[];
  readonly told: readonly Told[];
}

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant({ kind: "none" } as const),
  fc.integer({ min: 2, max: 5 }).map((people) => ({ kind: "at-least", people }) as const),
  fc.constant({ kind: "at-least-in-team", people: 2 } as const),
);

const record = (code: PledgeCode): fc.Arbitrary<Record> =>
  fc
    .uniqueArray(
      fc.record({
        person: fc.constant(code as string as PersonId),
        action: fc.constantFrom(...actions),
        condition,
        display: fc.constant("counted" as const),
        state: fc.constantFrom<PledgeState>("pledged", "confirmed", "lapsed", "withdrawn"),
        since: fc.constantFrom("2026-11-20" as Day, "2026-11-21" as Day),
      }),
      { selector: ({ action }) => action },
    )
    .map((pledges) => ({ code, pledges, told: [] }));

const merged = (kept: Record, other: Record): Record => ({
  code: kept.code,
  pledges: unitePledges(kept.pledges, other.pledges, kept.code as string as PersonId, unitSize),
  told: unitedTold(kept, other),
});

const linesOf = (records: readonly Record[]): readonly TallyLine[] =>
  linesFor(
    records.map(({ code, pledges, told }) => ({
      person: {
        id: code as string as PersonId,
        name: code,
        code,
        team: cloud,
        supervisor: "no",
        supporter: false,
      },
      pledges,
      ...(told.length === 0 ? {} : { told }),
    })),
    composing,
  );

const counted = (ours: readonly Record[], theirs: readonly Record[]): Counted =>
  countUnited(
    unite([signer("1", ["cloud"], linesOf(ours)), signer("2", ["cloud"], linesOf(theirs))]),
    { unit: unitSize, teams: new Map() },
  );

const numbers = (count: Counted): readonly (readonly [string, number])[] => [
  ...actions.flatMap((action) => {
    const { pledged, active } = count.action(action);
    return [
      [`${action} pledged low`, pledged.low],
      [`${action} pledged high`, pledged.high],
      [`${action} active low`, active.low],
      [`${action} active high`, active.high],
    ] as const;
  }),
  ["team low", count.team(cloud).low],
  ["team high", count.team(cloud).high],
];

const all = fc.tuple(
  fc.tuple(record("a" as PledgeCode), record("b" as PledgeCode), record("c" as PledgeCode)),
  fc.tuple(record("d" as PledgeCode), record("e" as PledgeCode)),
  // Whom another organizer has by the same codes, and says something else of.
  fc.tuple(...codes.map(record)).chain((records) => fc.subarray(records)),
);

describe("the codes of somebody who was two records", () => {
  it("raise no count of a committee, whatever another organizer says of either code", () => {
    fc.assert(
      fc.property(all, ([[a, b, c], others, theirs]) => {
        const steps = [
          [a, b, c, ...others],
          [merged(a, b), c, ...others],
          // Who was two records is one of the two.
          [merged(c, merged(a, b)), ...others],
        ];
        const counts = steps.map((ours) => new Map(numbers(counted(ours, theirs))));
        for (const [at, count] of counts.entries())
          for (const [name, number] of count)
            expect(number, name).toBeLessThanOrEqual(counts[at - 1]?.get(name) ?? number);
      }),
      { numRuns: 500 },
    );
  });

  it("go on saying something of every action that they ever spoke of, and of no other", () => {
    fc.assert(
      fc.property(record("a" as PledgeCode), record("b" as PledgeCode), (a, b) => {
        const spoken = (lines: readonly TallyLine[]): readonly string[] =>
          lines
            .flatMap(({ token, actions: said }) => said.map(({ action }) => `${token} ${action}`))
            .toSorted();
        expect(spoken(linesOf([merged(a, b)]))).toEqual(spoken(linesOf([a, b])));
      }),
    );
  });

  it("count her once for an action, and take back what stood under the other code", () => {
    const said = (since: string, code: string): Record => ({
      code: code as PledgeCode,
      pledges: [
        {
          person: code as PersonId,
          action: "sign" as ActionKey,
          condition: { kind: "none" },
          display: "counted",
          state: "pledged",
          since: since as Day,
        },
      ],
      told: [],
    });
    const [line, other] = linesOf([merged(said("2026-11-20", "a"), said("2026-11-21", "b"))]);
    expect([line?.token, line?.actions[0]?.state]).toEqual(["a", "withdrawn"]);
    expect([other?.token, other?.actions[0]?.state]).toEqual(["b", "pledged"]);
  });

  it("need no table where only the one that stays ever spoke", () => {
    const silent: Record = { code: "b" as PledgeCode, pledges: [], told: [] };
    fc.assert(
      fc.property(record("a" as PledgeCode), (a) => {
        expect(unitedTold(a, silent)).toEqual([]);
      }),
    );
  });
});
