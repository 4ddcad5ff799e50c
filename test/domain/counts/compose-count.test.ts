/** What a count shows, by examples: who is folded into whom, and what waits. */
import { describe, expect, it } from "vitest";

import { SIGN } from "../../../src/domain/campaign/campaign.ts";
import type { ActionKey } from "../../../src/domain/campaign/campaign.ts";
import { composeCount } from "../../../src/domain/counts/compose-count.ts";
import type { Counting } from "../../../src/domain/counts/compose-count.ts";
import { counting, definition, lowOf } from "./sample-counts.ts";

/** "walkout 105: ads 35, cloud 40", the teams by key. */
const shownBy = (input: Counting): string =>
  composeCount(input)
    .shown.map(
      ({ action, atLeast, teams }) =>
        `${action} ${atLeast}: ${teams.map((one) => `${one.team} ${one.atLeast}`).join(", ")}`,
    )
    .join("; ");

const first = lowOf({ cloud: 44, ads: 37, qa: 11, ops: 4, legal: 3 }, 12);

/** The count after the first one, with so many in the teams. */
const second = (low: Counting["low"] extends (action: ActionKey) => infer Low ? Low : never) =>
  counting(low, { earlier: composeCount(counting(first)) });

describe("the first count", () => {
  it("shows teams that are large enough and have five, beside everybody", () => {
    expect(shownBy(counting(first))).toBe("walkout 110: ads 35, cloud 40, qa 10");
  });

  it("names no team that is too small, or whose size is not known", () => {
    const low = lowOf({ cloud: 44, legal: 6, field: 30 });
    expect(shownBy(counting(low))).toBe("walkout 80: cloud 40");
  });

  it("shows at most 80 % of a team, and of the unit", () => {
    const unit = { ...definition.unit, size: 100 };
    const low = lowOf({ cloud: 50, qa: 25 }, 20);
    expect(shownBy(counting(low, { definition: { ...definition, unit } }))).toBe(
      "walkout 80: cloud 50, qa 20",
    );
  });

  it("folds the smallest team where a number could be worked out", () => {
    // "At least 50", with 50 in the two teams: neither could have more than 44 and 14.
    const teams = definition.teams.filter(({ key }) => ["cloud", "ads", "qa"].includes(key));
    const low = lowOf({ cloud: 40, ads: 12 });
    const input = counting(low, { definition: { ...definition, teams } });
    expect(composeCount(input)).toMatchObject({
      shown: [{ atLeast: 50, teams: [{ team: "cloud", atLeast: 40 }] }],
      folded: [{ action: "walkout", teams: ["Ads"] }],
    });
  });

  it("says less of everybody where the whole would show that a small team has people", () => {
    const teams = definition.teams.filter(({ key }) => key === "qa" || key === "ops");
    const input = (qa: number, ops: number) =>
      counting(lowOf({ qa, ops }), { definition: { ...definition, teams } });
    expect(shownBy(input(4, 4))).toBe("");
    expect(shownBy(input(4, 0))).toBe("");
    expect(shownBy(input(14, 12))).not.toBe("");
  });

  it("shows nothing that fewer than five stand behind, and names no such action", () => {
    expect(composeCount(counting(lowOf({ cloud: 4 })))).toEqual({
      shown: [],
      last: [],
      folded: [],
    });
  });

  it("shows nothing of a unit that is smaller than a team that may be named", () => {
    const unit = { ...definition.unit, size: 9 };
    const input = counting(lowOf({}, 9), { definition: { ...definition, unit } });
    expect(shownBy(input)).toBe("");
  });
});

describe("a count after another", () => {
  it("says the same until ten more are there than a number says", () => {
    const low = lowOf({ cloud: 49, ads: 44, qa: 12, ops: 9, legal: 3 }, 2);
    expect(shownBy(second(low))).toBe("walkout 110: ads 35, cloud 40, qa 10");
    const more = lowOf({ cloud: 50, ads: 44, qa: 12, ops: 10, legal: 3 }, 12);
    expect(shownBy(second(more))).toBe("walkout 130: ads 35, cloud 50, ops 10, qa 10");
  });

  it("shows no team once one has fewer people than it said, and lets everybody go down at once", () => {
    const low = lowOf({ cloud: 39, ads: 37, qa: 11, ops: 4, legal: 3 }, 12);
    expect(shownBy(second(low))).toBe("walkout 105: ");
  });

  it("shows them again, none with less, once each has as many as it said", () => {
    const gone = composeCount(second(lowOf({ cloud: 39, ads: 37, qa: 11 }, 19)));
    const back = counting(lowOf({ cloud: 41, ads: 47, qa: 11 }, 19), { earlier: gone });
    expect(shownBy(back)).toBe("walkout 115: ads 45, cloud 40, qa 10");
  });

  it("keeps what is not asked for as it was published last", () => {
    const earlier = composeCount(counting(first));
    const input = counting(lowOf({ cloud: 200 }), { earlier, only: [SIGN] });
    expect(composeCount(input)).toMatchObject({ shown: [], last: earlier.last });
  });

  it("keeps the last number of a team that the campaign has no more, and is not held up by it", () => {
    const earlier = composeCount(counting(first));
    const teams = definition.teams.filter(({ key }) => key !== "qa");
    const input = counting(first, { earlier, definition: { ...definition, teams } });
    expect(shownBy(input)).toBe("walkout 110: ads 35, cloud 40");
    expect(composeCount(input).last).toEqual(earlier.last);
  });
});

describe("the signatures, once a letter has gone out", () => {
  const signing = (n: number, more: Partial<Counting>): Counting => ({
    ...counting(lowOf({}), more),
    low: () => lowOf({ cloud: n }),
    only: [SIGN],
  });

  it("are those of the letter, rounded down, without teams", () => {
    expect(shownBy(signing(44, {}))).toBe("sign 40: ");
    expect(shownBy(signing(44, { letter: 33 }))).toBe("sign 30: ");
  });

  it("are never more than can be shown now", () => {
    expect(shownBy(signing(24, { letter: 33 }))).toBe("sign 20: ");
  });

  it("stay, for a member who has not written the letter, or go down", () => {
    const earlier = composeCount(signing(44, { letter: 33 }));
    expect(shownBy(signing(80, { earlier }))).toBe("sign 30: ");
    expect(shownBy(signing(29, { earlier }))).toBe("sign 25: ");
    expect(shownBy(signing(80, { earlier, letter: 61 }))).toBe("sign 60: ");
  });
});
