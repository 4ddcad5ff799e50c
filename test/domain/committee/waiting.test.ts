/** Numbers whose signatures come one by one: whoever has the same ones goes by the same number, in whatever order they came. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  chainOf,
  judgeNumber,
  outdatedIn,
  waitingIn,
} from "../../../src/domain/committee/chain.ts";
import type { Chain, Numbered } from "../../../src/domain/committee/chain.ts";
import { anyNumbers, nameOf, numbered } from "./numbers.ts";

const chain = (kept: readonly Numbered[]): Chain => {
  const found = chainOf(kept);
  if (found === undefined) throw new Error("nothing was adopted");
  return found;
};

/** Takes in what comes as `merge` does, again and again until nothing changes. */
const takenIn = (anchor: Numbered, arriving: readonly Numbered[]): readonly Numbered[] => {
  let kept: readonly Numbered[] = [anchor];
  for (let changed = true; changed;) {
    changed = false;
    for (const one of arriving) {
      const verdict = judgeNumber(kept, chain(kept), { ...one, anchor: false });
      if (!("signers" in verdict)) continue;
      const there = kept.find(({ sha256 }) => sha256 === one.sha256);
      if (there?.signers.length === verdict.signers.length) continue;
      const others = kept.filter((other) => other !== there);
      kept = [...others, { ...one, anchor: false, signers: verdict.signers }];
      changed = true;
    }
  }
  return kept;
};

const shown = (kept: readonly Numbered[]) => {
  const found = chain(kept);
  return {
    used: found.used.map(nameOf),
    forks: found.forks.map(nameOf),
    waiting: waitingIn(kept, found).map(({ proposed, missing }) => [nameOf(proposed), missing]),
  };
};

/** The same numbers, each with one signature at a time. */
const inPieces = (numbers: readonly Numbered[]): readonly Numbered[] =>
  numbers.flatMap((one) => one.signers.map((signer) => ({ ...one, signers: [signer] })));

describe("numbers that wait for signatures", () => {
  it("are the same whether the signatures come together or one by one, in any order", () => {
    let [waited, forked] = [0, 0];
    fc.assert(
      fc.property(
        anyNumbers.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([...inPieces(all)], { minLength: inPieces(all).length }),
          ),
        ),
        ([all, pieces]) => {
          const anchor = chain(all).used[0];
          const whole = shown(takenIn(anchor, all));
          expect(shown(takenIn(anchor, pieces))).toEqual(whole);
          waited += whole.waiting.length > 0 ? 1 : 0;
          forked += whole.forks.length > 0 ? 1 : 0;
        },
      ),
      { numRuns: 500 },
    );
    expect(waited).toBeGreaterThan(10);
    expect(forked).toBeGreaterThan(5);
  });

  it("are those that can come into use next; one that came too late is outdated", () => {
    const one = numbered("one", { number: 1, needs: 2, anchor: true });
    const late = numbered("late", { number: 2, after: "one", by: "3" });
    const two = numbered("two", { number: 2, after: "one", by: "12", needs: 2 });
    const next = numbered("next", { number: 3, after: "two", by: "1" });
    const kept = [one, late, two, next];
    expect(shown(kept)).toMatchObject({ used: ["one", "two"], waiting: [["next", 1]] });
    expect(outdatedIn(kept, chain(kept)).map(nameOf)).toEqual(["late"]);
    expect(shown([one, late]).waiting).toEqual([["late", 1]]);
  });
});
