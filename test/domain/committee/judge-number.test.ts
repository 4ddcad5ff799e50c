import { describe, expect, it } from "vitest";

import { chainOf, judgeNumber, mostWaiting } from "../../../src/domain/committee/chain.ts";
import type { Numbered } from "../../../src/domain/committee/chain.ts";
import { numbered, otherCampaign } from "./numbers.ts";

const judged = (kept: readonly Numbered[], arriving: Numbered): unknown => {
  const chain = chainOf(kept);
  if (chain === undefined) throw new Error("nothing was adopted");
  const verdict = judgeNumber(kept, chain, arriving);
  return verdict.outcome === "refused" ? verdict.failure : verdict.outcome;
};

const one = numbered("one", { number: 1 });
/** Adopted. Number 1 was never seen by us, or is kept from before. */
const two = numbered("two", { number: 2, after: "one", anchor: true });
const three = numbered("three", { number: 3, after: "two", members: "12", needs: 2 });
const four = numbered("four", { number: 4, after: "three", by: "12", members: "1234" });
const chain = [one, two, three, four];
const five = numbered("five", { number: 5, after: "four" });

const left = numbered("left", { number: 4, after: "three", by: "12" });
const forked = [two, three, four, left];

describe("a number that arrives", () => {
  it("is taken in when it goes on from the one in use", () => {
    expect(judged(chain, five)).toBe("merged");
    expect(judged([two], three)).toBe("merged");
    expect(judged([two, three], four)).toBe("merged");
  });

  it("is a duplicate when it is in use already, or on a side of a fork", () => {
    expect(judged(chain, four)).toBe("duplicate");
    expect(judged([two], two)).toBe("duplicate");
    expect(judged(forked, left)).toBe("duplicate");
    expect(judged(forked, four)).toBe("duplicate");
  });

  it("is stale when it was in use before, or lies before what was adopted", () => {
    expect(judged(chain, three)).toBe("stale");
    expect(judged(chain, two)).toBe("stale");
    expect(judged(chain, one)).toBe("stale");
    expect(judged([two], one)).toBe("stale");
    expect(judged([two], numbered("other one", { number: 1, by: "" }))).toBe("stale");
  });

  it("is a fork when it contradicts one that is kept, at whatever number", () => {
    expect(judged([two, three, four], left)).toBe("fork");
    expect(judged(chain, numbered("other three", { number: 3, after: "two", by: "3" }))).toBe(
      "fork",
    );
    expect(judged(forked, numbered("middle", { number: 4, after: "three", by: "12" }))).toBe(
      "fork",
    );
  });

  it("is kept with the side of the fork from which it goes on", () => {
    expect(judged(forked, five)).toBe("fork");
    expect(judged([...forked, five], numbered("six", { number: 6, after: "five" }))).toBe("fork");
    const late = [two, three, four, five];
    expect(judged(late, left)).toBe("fork");
  });

  it("is refused when a number between is missing", () => {
    const six = numbered("six", { number: 6, after: "five" });
    expect(judged(chain, six)).toEqual({ type: "committee-gap", number: 6, have: 4 });
    expect(judged([two], four)).toEqual({ type: "committee-gap", number: 4, have: 2 });
  });

  it("is refused when it goes on from another number than ours", () => {
    for (const stranger of [
      numbered("x", { number: 5, after: "left" }),
      numbered("x", { number: 4, after: "two", by: "12" }),
      numbered("x", { number: 3, after: "one" }),
      numbered("x", { number: 2, after: "one" }),
      numbered("x", { number: 6, after: "four" }),
      numbered("x", { number: 2, after: "two" }),
    ]) {
      const { number } = stranger.committee;
      expect(judged([...chain, five], stranger)).toEqual({
        type: "committee-other-branch",
        number,
      });
    }
  });

  it("is refused when no member of the number before signed it", () => {
    for (const by of ["", "34", "345"])
      expect(judged([two, three], numbered("x", { number: 4, after: "three", by })), by).toEqual({
        type: "committee-unsigned",
        number: 4,
        needs: 2,
      });
  });

  it("waits while too few have signed it, and is in use once enough have, one after the other", () => {
    for (const by of ["1", "11", "13"])
      expect(judged([two, three], numbered("x", { number: 4, after: "three", by })), by).toBe(
        "waiting",
      );
    const first = numbered("x", { number: 4, after: "three", by: "1" });
    expect(judged([two, three, first], first)).toBe("waiting");
    const second = numbered("x", { number: 4, after: "three", by: "2" });
    expect(judged([two, three, first], second)).toBe("merged");
    expect(judged([two, three, first, left], second)).toBe("fork");
    expect(judged([two, three], numbered("x", { number: 4, after: "three", by: "215" }))).toBe(
      "merged",
    );
  });

  it("waits behind one that is in use too, and contradicts it with the last signature", () => {
    const rival = numbered("x", { number: 4, after: "three", by: "1" });
    expect(judged(chain, rival)).toBe("waiting");
    expect(judged([...chain, rival], numbered("x", { number: 4, after: "three", by: "2" }))).toBe(
      "fork",
    );
  });

  it("is refused beside as many as a vault keeps, unless it is there or signed by enough", () => {
    const many = Array.from({ length: mostWaiting }, (_, n) =>
      numbered(`w${n}`, { number: 4, after: "three", by: "1" }),
    );
    const more = numbered("x", { number: 4, after: "three", by: "1" });
    expect(judged([two, three, ...many], more)).toEqual({
      type: "proposals-too-many",
      most: mostWaiting,
    });
    expect(
      judged([two, three, ...many], numbered("w3", { number: 4, after: "three", by: "2" })),
    ).toBe("merged");
    expect(judged([two, three, ...many], four)).toBe("merged");
  });

  it("is refused when only those signed it whom it names itself", () => {
    const coup = numbered("coup", { number: 5, after: "four", members: "67", by: "67" });
    expect(judged(chain, coup)).toEqual({ type: "committee-unsigned", number: 5, needs: 1 });
  });

  it("is refused when it is of another campaign, whatever else it is", () => {
    const campaign = otherCampaign;
    for (const stranger of [
      numbered("five", { number: 5, after: "four", campaign }),
      numbered("x", { number: 1, campaign }),
      numbered("x", { number: 9, after: "eight", campaign }),
    ])
      expect(judged(chain, stranger)).toEqual({ type: "campaign-other" });
  });
});
