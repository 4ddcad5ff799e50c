/** The law of published counts: whoever has all of them singles out nobody; and finds people where the rules are worse. */
import { describe, expect, it } from "vitest";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { found } from "./count-attacker.ts";
import type { Reading } from "./count-attacker.ts";
import {
  publishedByUs,
  publishedExactly,
  publishedRounded,
  publishedUnfolded,
} from "./published-by.ts";
import { everybodyIn, simulated } from "./simulated-campaigns.ts";
import type { Simulated } from "./simulated-campaigns.ts";

const campaigns = 1000;

const sizesOf = ({ definition }: Simulated): ReadonlyMap<TeamKey, number> =>
  new Map(definition.teams.flatMap(({ key, size }) => (size === undefined ? [] : [[key, size]])));

/** How many campaigns she finds somebody in, and the first few finds. */
const attack = (
  members: 1 | 2,
  publish: (campaign: Simulated) => readonly Reading[],
): { readonly campaigns: number; readonly finds: readonly string[] } => {
  let hit = 0;
  const finds: string[] = [];
  for (let seed = 1; seed <= campaigns; seed += 1) {
    const campaign = simulated(seed, members);
    const some = found(publish(campaign), campaign.rounds, sizesOf(campaign));
    if (some.length > 0) hit += 1;
    if (finds.length < 5) finds.push(...some.map((one) => `campaign ${seed}: ${one}`).slice(0, 2));
  }
  return { campaigns: hit, finds };
};

const ours = (campaign: Simulated): readonly Reading[] => publishedByUs(campaign).readings;

describe("an attacker with every published count and every size", () => {
  it.each([1, 2] as const)(
    "singles out nobody in 1,000 campaigns of %i who publish in turn",
    (members) => {
      expect(attack(members, ours)).toEqual({ campaigns: 0, finds: [] });
    },
  );

  it.each([
    ["numbers are exact, and only cells under five are left out", publishedExactly],
    ["numbers are rounded, and not held", publishedRounded],
    ["numbers are held, and no team is folded into the whole", publishedUnfolded],
  ])("finds people where %s", (_, publish) => {
    expect(attack(1, publish).campaigns).toBeGreaterThan(10);
  });

  it("meets numbers all the same, none higher than can be shown, and no team's lower than before", () => {
    let [wholes, teams, rounds, changes] = [0, 0, 0, 0];
    for (let seed = 1; seed <= campaigns; seed += 1) {
      const campaign = simulated(seed, 1);
      const { composed } = publishedByUs(campaign);
      for (const [at, { shown }] of composed.entries()) {
        const truth = campaign.rounds[at];
        if (truth === undefined) throw new Error("a count without a round");
        rounds += 1;
        for (const one of shown) {
          wholes += 1;
          teams += one.teams.length;
          expect(one.atLeast % 5).toBe(0);
          expect(one.atLeast).toBeLessThanOrEqual(everybodyIn(truth));
          for (const { team, atLeast } of one.teams) {
            expect(atLeast % 5).toBe(0);
            expect(atLeast).toBeLessThanOrEqual(truth.inTeam.get(team) ?? 0);
          }
        }
        for (const one of shown) {
          const before = composed[at - 1]?.last.find(({ action }) => action === one.action);
          const together = one.teams.reduce((sum, { atLeast }) => sum + atLeast, 0);
          // A team that is shown never goes down: then it would be seen where somebody took it back.
          for (const { team, atLeast } of one.teams) {
            const said = before?.teams.find((last) => last.team === team)?.atLeast ?? 0;
            expect(atLeast).toBeGreaterThanOrEqual(said);
          }
          if (one.teams.length > 0) expect(one.atLeast).toBeGreaterThanOrEqual(together + 5);
        }
        if (at > 0 && JSON.stringify(shown) !== JSON.stringify(composed[at - 1]?.shown))
          changes += 1;
      }
    }
    expect({ rounds, wholes, teams, changes }).toMatchInlineSnapshot(`
      {
        "changes": 1256,
        "rounds": 6000,
        "teams": 7775,
        "wholes": 5525,
      }
    `);
  });
});
