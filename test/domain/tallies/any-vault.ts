/** What a vault may hold of people, as far as tallies and counts go, and the counts of it as its store makes them. */
import * as fc from "fast-check";

import type { ActionKey, Campaign, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { PersonId, Supervisor } from "../../../src/domain/people/person.ts";
import type { PledgingPerson } from "../../../src/domain/people/store.ts";
import type { PledgeGroup } from "../../../src/domain/pledges/active-set.ts";
import type { PledgeCode } from "../../../src/domain/pledges/code.ts";
import { isLive } from "../../../src/domain/pledges/pledge.ts";
import type { Condition } from "../../../src/domain/pledges/pledge.ts";
import type { Counts } from "../../../src/domain/pledges/readiness.ts";
import { composeLines, inSendingOrder } from "../../../src/domain/tallies/compose-lines.ts";
import type { Composing } from "../../../src/domain/tallies/compose-lines.ts";
import type { TallyLine } from "../../../src/domain/tallies/tally.ts";
import { sample } from "../../support/campaigns.ts";

const keys = ["ads", "cloud", "labs", "maps"] as readonly string[] as readonly TeamKey[];

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant({ kind: "none" as const }),
  fc.integer({ min: 2, max: 30 }).map((people) => ({ kind: "at-least" as const, people })),
  fc.integer({ min: 2, max: 8 }).map((people) => ({ kind: "at-least-in-team" as const, people })),
  fc
    .integer({ min: 1, max: 100 })
    .map((percent) => ({ kind: "at-least-percent" as const, percent })),
);

const pledge: fc.Arbitrary<PledgingPerson["pledges"][number]> = fc.record({
  action: fc.constantFrom(
    ...(["walkout", "sign", "refuse"] as readonly string[] as readonly ActionKey[]),
  ),
  condition,
  state: fc.constantFrom("pledged", "confirmed", "done", "withdrawn"),
});

/** People with codes and ids of their own; some are supervisors or supporters, some have pledged nothing. */
export const anyPeople: fc.Arbitrary<readonly PledgingPerson[]> = fc
  .array(
    fc.record({
      team: fc.constantFrom(undefined, ...keys, ...keys),
      supervisor: fc.constantFrom<Supervisor>("no", "no", "no", "no", "no", "yes", "unsure"),
      supporter: fc.constantFrom(false, false, false, false, true),
      pledges: fc.uniqueArray(pledge, { maxLength: 3, selector: ({ action }) => action }),
    }),
    { maxLength: 40, size: "max" },
  )
  .map((all) =>
    all.map(({ team, supervisor, supporter, pledges }, place) => {
      const id = `person ${place}` as PersonId;
      return {
        person: {
          id,
          name: `person ${place}`,
          code: `code ${place}` as PledgeCode,
          ...(team === undefined ? {} : { team }),
          supervisor,
          supporter,
        },
        pledges,
      };
    }),
  );

/** A campaign whose teams have these sizes, or none. */
export const campaignWith = (
  sizes: readonly (number | undefined)[],
  smallestTeam = 5,
): Campaign => ({
  ...sample,
  teams: keys.map((key, place) => {
    const size = sizes[place];
    return { key, name: key, ...(size === undefined ? {} : { size }) };
  }),
  settings: { smallestTeam, oldAfterDays: 14 },
});

export const anyCampaign: fc.Arbitrary<Campaign> = fc
  .tuple(
    fc.tuple(...keys.map(() => fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }))),
    fc.constantFrom(5, 8, 10),
  )
  .map(([sizes, smallest]) => campaignWith(sizes, smallest));

export const anyTurf: fc.Arbitrary<readonly TeamKey[]> = fc.subarray([...keys]);

const byTeam = (people: readonly PledgingPerson[]): ReadonlyMap<TeamKey, number> => {
  const found = new Map<TeamKey, number>();
  for (const { person } of people) {
    if (person.team !== undefined) found.set(person.team, (found.get(person.team) ?? 0) + 1);
  }
  return found;
};

/** Counts as the vault's store gives them. */
export const countsOf = (people: readonly PledgingPerson[]): Counts => {
  const told = people.filter(({ person }) => person.supervisor === "no");
  const live = told.filter(({ pledges }) => pledges.some(({ state }) => isLive(state)));
  const counted = live.filter(({ person }) => !person.supporter);
  const groups = new Map<ActionKey, PledgeGroup[]>();
  for (const { person, pledges } of counted) {
    for (const { action, condition: wanted, state } of pledges) {
      if (!isLive(state)) continue;
      const { team } = person;
      const group = { condition: wanted, people: 1, ...(team === undefined ? {} : { team }) };
      groups.set(action, [...(groups.get(action) ?? []), group]);
    }
  }
  return {
    groups,
    peopleByTeam: byTeam(counted),
    supporters: live.length - counted.length,
  };
};

/** The lines of these people as their tally has them. */
export const linesFor = (
  people: readonly PledgingPerson[],
  composing: Composing,
): readonly TallyLine[] => inSendingOrder(composeLines(people, composing)).map(({ line }) => line);
