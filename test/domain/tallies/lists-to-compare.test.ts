import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ActionKey } from "../../../src/domain/campaign/campaign.ts";
import type { Signer } from "../../../src/domain/tallies/claims.ts";
import { countUnited } from "../../../src/domain/tallies/count-united.ts";
import { listsToCompare } from "../../../src/domain/tallies/lists-to-compare.ts";
import type { ListsToCompare } from "../../../src/domain/tallies/lists-to-compare.ts";
import type { TallyLine } from "../../../src/domain/tallies/tally.ts";
import { unite } from "../../../src/domain/tallies/unite.ts";
import { actions, signers, teams } from "./any-signers.ts";
import { line, lines, said, sign, signer, sizes, walkout } from "./sample-signers.ts";
import { linesFrom } from "../../../src/domain/tallies/lines.ts";
import { listed } from "./listed-lines.ts";

const compare = (
  all: readonly Signer[],
  on: readonly ActionKey[] = [sign],
): readonly ListsToCompare[] => {
  const united = unite(all);
  return listsToCompare(united, countUnited(united, sizes(100)), on);
};

describe("the lists to compare", () => {
  it("are those of two signers in the team where both have most people of their own", () => {
    const heron = signer("heron", [], lines("h", 1, 9, "ads"), lines("h", 10, 29, "cloud"));
    const wren = signer("wren", [], lines("w", 1, 12, "ads"), lines("w", 13, 18, "cloud"));
    expect(compare([wren, heron])).toEqual([
      { signers: ["heron", "wren"], team: "ads", people: 9 },
      { signers: ["heron", "wren"], team: "cloud", people: 6 },
    ]);
  });

  it("are without people of whom both have a line, since they know one code", () => {
    const heron = signer("heron", [], lines("both", 1, 9, "ads"), lines("h", 1, 4, "ads"));
    const wren = signer("wren", [], lines("both", 1, 9, "ads"), lines("w", 1, 6, "ads"));
    expect(compare([heron, wren])).toEqual([
      { signers: ["heron", "wren"], team: "ads", people: 4 },
    ]);
    const silent = lines("h", 1, 4, "ads").map((one) => ({
      ...one,
      actions: [said("pledged", { kind: "none" }, walkout)],
    }));
    expect(compare([heron, signer("wren", [], lines("w", 1, 6, "ads"), silent)])).toEqual([
      { signers: ["heron", "wren"], team: "ads", people: 6 },
    ]);
  });

  it("name no team for people who are placed by one of the two only", () => {
    const heron = signer("heron", [], lines("h", 1, 9, "ads"));
    expect(compare([heron, signer("wren", [], lines("w", 1, 6))])).toEqual([
      { signers: ["heron", "wren"], people: 6 },
    ]);
  });

  it("are none of two signers whose people lie in turfs apart, save for those outside", () => {
    const heron = signer("heron", ["ads"], lines("h", 1, 9, "ads"), lines("h", 10, 13));
    const wren = signer("wren", ["labs"], lines("w", 1, 9, "*"));
    expect(compare([heron, wren])).toEqual([{ signers: ["heron", "wren"], people: 4 }]);
  });

  it("are none where low and high are close, and some from more than a fifth on", () => {
    const heron = signer("heron", [], lines("h", 1, 10, "ads"));
    expect(compare([heron, signer("wren", [], lines("w", 1, 2, "ads"))])).toEqual([]);
    expect(compare([heron, signer("wren", [], lines("w", 1, 3, "ads"))])).toHaveLength(1);
  });

  it("are named once for all actions, with the most people", () => {
    const both = (who: string): Signer =>
      signer(
        who,
        [],
        Array.from({ length: 5 }, (_, n) =>
          line(`${who} ${n}`, "ads", [
            ...(n < 2 ? [said()] : []),
            said("pledged", { kind: "none" }, walkout),
          ]),
        ),
      );
    for (const on of [
      [sign, walkout],
      [walkout, sign],
    ]) {
      expect(compare([both("heron"), both("wren")], on)).toEqual([
        { signers: ["heron", "wren"], team: "ads", people: 5 },
      ]);
    }
  });

  it("are without supporters", () => {
    const helpers = (who: string): readonly TallyLine[] =>
      lines(`${who} helps`, 1, 9, "ads").map((one) => ({ ...one, supporter: true }));
    const both = (who: string): Signer => signer(who, [], lines(who, 1, 3, "ads"), helpers(who));
    expect(compare([both("heron"), both("wren")])).toEqual([
      { signers: ["heron", "wren"], team: "ads", people: 3 },
    ]);
  });

  it("are at most three, each with people, the largest first, whatever anybody says", () => {
    fc.assert(
      fc.property(signers(), (all) => {
        const found = compare(all, actions);
        expect(found.length).toBeLessThanOrEqual(3);
        const people = found.map((one) => one.people);
        expect(people).toEqual(people.toSorted((a, b) => b - a));
        expect(Math.min(1, ...people)).toBe(1);
        for (const { signers: pair } of found) expect(pair.toSorted()).toEqual(pair);
        expect(compare(all.toReversed(), actions)).toEqual(found);
      }),
    );
  });

  it("are there whenever everybody is placed, all have signed, and low and high are far apart", () => {
    const placed = (one: Signer): Signer => ({
      ...one,
      copies: one.copies.slice(0, 1).map((only) => ({
        ...only,
        lines: linesFrom(
          listed(only.lines).map(({ token }) =>
            line(token, teams[Number(token.slice("token ".length)) % teams.length]),
          ),
        ),
      })),
    });
    fc.assert(
      fc.property(signers(false), (all) => {
        const plain = all.map((one) => placed(one));
        const { low, high } = countUnited(unite(plain), sizes(100)).action(sign).pledged;
        expect(compare(plain).length > 0).toBe(5 * high > 6 * low);
      }),
    );
  });
});
