/** What one vault hands over, another one has, byte for byte; and nothing of what an organizer wrote goes along. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import type { PersonId } from "../../../src/domain/people/person.ts";
import { ok } from "../../../src/domain/result.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { wholes } from "../../domain/handovers/any-handover.ts";
import type { Whole } from "../../domain/handovers/any-handover.ts";
import { committeeOf } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { empty, fill, handoverFrom, linesFrom, mark, planIn, takeIn } from "./two-vaults.ts";

let rowan: TestWorld;
let heron: TestWorld;

beforeAll(async () => {
  ({ rowan, heron } = (await committeeOf({ founder: "rowan", joiners: ["heron"] })) as Record<
    "rowan" | "heron",
    TestWorld
  >);
});

const law = async (
  check: (giver: Vault, taker: Vault, all: readonly Whole[]) => void,
  numRuns = 40,
): Promise<void> =>
  rowan.inVault((giver) =>
    heron.inVault((taker) => {
      fc.assert(
        fc.property(wholes, (all) => {
          fill(giver, all);
          try {
            check(giver, taker, all);
          } finally {
            empty(giver);
            empty(taker);
          }
        }),
        { numRuns },
      );
    }),
  );

describe("whoever is handed over", () => {
  it("has the same record, codes, history and days at the receiver's, byte for byte", () =>
    law((giver, taker) => {
      const handover = handoverFrom(giver, "heron");
      takeIn(taker, handover);
      expect(linesFrom(handoverFrom(taker, "rowan"))).toEqual(linesFrom(handover));
    }));

  it("is the same once more when the same comes in another file, and counts once", () =>
    law((giver, taker) => {
      const handover = handoverFrom(giver, "heron");
      takeIn(taker, handover);
      const before = linesFrom(handoverFrom(taker, "rowan"));
      const plan = takeIn(taker, handoverFrom(giver, "heron"));
      expect(plan).toMatchObject({ newcomers: 0, known: handover.people.length });
      expect(linesFrom(handoverFrom(taker, "rowan"))).toEqual(before);
    }));

  it("comes back as she went, where nothing was noted meanwhile, and is the giver's again", () =>
    law((giver, taker) => {
      const handover = handoverFrom(giver, "heron");
      const before = linesFrom(handover);
      mark(giver, handover);
      expect(giver.people.pledging()).toEqual([]);
      takeIn(taker, handover);
      const plan = takeIn(giver, handoverFrom(taker, "rowan"));
      expect(plan.comingBack).toBe(handover.people.length);
      expect(linesFrom(handoverFrom(giver, "heron"))).toEqual(before);
      giver.transaction(() => ok(giver.handovers.drop(handover.number)));
    }));

  it("keeps out of another's way: an id that somebody has becomes another one", () =>
    law((giver, taker, all) => {
      const handover = handoverFrom(giver, "heron");
      // Somebody else there has each of the ids, and another code.
      const others = all.map(({ exported: { person } }, at) => ({
        ...person,
        code: `other-${at}` as never,
        alias: undefined,
        team: undefined,
        coveredBy: undefined,
      }));
      taker.transaction(() =>
        ok(
          taker.people.addAll(
            others.map(({ alias: _a, team: _t, coveredBy: _c, ...person }) => person),
            1,
          ),
        ),
      );
      expect(planIn(taker, handover).newcomers).toBe(all.length);
      takeIn(taker, handover, 7);
      const ids = taker.people.summaries().map(({ person }) => person.id);
      expect(new Set<PersonId>(ids).size).toBe(2 * all.length);
    }));
});
