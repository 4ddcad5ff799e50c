import { describe, expect, it } from "vitest";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import { areTooMany } from "../../../src/domain/tallies/agreement.ts";
import type { Agreement } from "../../../src/domain/tallies/agreement.ts";
import type { Signer } from "../../../src/domain/tallies/claims.ts";
import { countUnited } from "../../../src/domain/tallies/count-united.ts";
import type { CountedUnited } from "../../../src/domain/tallies/count-united.ts";
import { listsToCompare } from "../../../src/domain/tallies/lists-to-compare.ts";
import type { Token } from "../../../src/domain/tallies/tally.ts";
import { unite } from "../../../src/domain/tallies/unite.ts";
import { line, lines, said, sign, signer, sizes } from "./sample-signers.ts";

const tokens = (who: string, from: number, to: number): readonly Token[] =>
  lines(who, from, to).map(({ token }) => token);

const agreed = (
  one: readonly [string, readonly Token[]],
  other: readonly [string, readonly Token[]],
  team = "cloud",
): Agreement => ({
  team: team as TeamKey,
  signers: [one[0], other[0]] as readonly string[] as Agreement["signers"],
  on: "2026-11-20" as Day,
  tokens: [one[1], other[1]],
});

const by = sizes(100, { cloud: 40 });

const count = (signers: readonly Signer[], agreements: readonly Agreement[] = []): CountedUnited =>
  countUnited(unite(signers, agreements), by);

const low = (signers: readonly Signer[], agreements: readonly Agreement[] = []): number =>
  count(signers, agreements).action(sign).pledged.low;

const heron = signer("heron", [], lines("h", 1, 10, "cloud"));
const wren = signer("wren", [], lines("w", 1, 8, "cloud"));
const herons = ["heron", tokens("h", 1, 10)] as const;
const wrens = ["wren", tokens("w", 1, 8)] as const;

describe("lists that were compared", () => {
  it("add up in low, in the team and in all, for everybody who was in them", () => {
    expect(low([heron, wren])).toBe(10);
    expect(low([heron, wren], [agreed(herons, wrens)])).toBe(18);
    expect(count([heron, wren], [agreed(herons, wrens)]).team("cloud" as TeamKey)).toEqual({
      low: 18,
      high: 18,
    });
    expect(low([heron, wren], [agreed(herons, ["wren", tokens("w", 1, 5)])])).toBe(15);
  });

  it("count who stands in both under one code once", () => {
    const both = signer("wren", [], lines("w", 1, 8, "cloud"), lines("h", 1, 3, "cloud"));
    const list = [...tokens("w", 1, 8), ...tokens("h", 1, 3)];
    expect(low([heron, both], [agreed(herons, ["wren", list])])).toBe(18);
  });

  it("say nothing of another team, of who took it back, or of who is not claimed any more", () => {
    expect(low([heron, wren], [agreed(herons, wrens, "ads")])).toBe(10);
    const later = signer(
      "wren",
      [],
      lines("w", 1, 4, "cloud"),
      lines("w", 5, 6, "cloud").map((one) => ({ ...one, actions: [said("withdrawn")] })),
    );
    expect(low([heron, later], [agreed(herons, wrens)])).toBe(14);
    const moved = signer("wren", [], lines("w", 1, 8, "ads"));
    expect(low([heron, moved], [agreed(herons, wrens)])).toBe(18);
    expect(count([heron, moved], [agreed(herons, wrens)]).team("cloud" as TeamKey).low).toBe(10);
  });

  it("never count more than the team has", () => {
    const many = [1, 2].map((n) =>
      signer(["heron", "wren"][n - 1] ?? "", [], lines(`m${n}`, 1, 30, "cloud")),
    );
    const compared = agreed(["heron", tokens("m1", 1, 30)], ["wren", tokens("m2", 1, 30)]);
    expect(low(many, [compared])).toBe(40);
  });

  it("add up over three only where each two compared, and only for whom all of them had", () => {
    const robin = signer("robin", [], lines("r", 1, 6, "cloud"));
    const robins = ["robin", tokens("r", 1, 6)] as const;
    const all = [heron, wren, robin];
    const [first, second, third] = [
      agreed(herons, wrens),
      agreed(["heron", tokens("h", 1, 7)], robins),
      agreed(robins, wrens),
    ];
    expect(low(all, [first, second])).toBe(18);
    expect(low(all, [first, second, third])).toBe(7 + 8 + 6);
    // Of robin nobody has compared those who came since; of heron three were not in the second.
    const grown = signer("robin", [], lines("r", 1, 20, "cloud"));
    expect(low([heron, wren, grown], [first, second, third])).toBe(21);
  });

  it("let conditions be met by those who are shown together", () => {
    const waiting = signer(
      "wren",
      [],
      Array.from({ length: 8 }, (_, n) =>
        line(`w ${n + 1}`, "cloud", [said("pledged", { kind: "at-least-in-team", people: 15 })]),
      ),
    );
    const active = (agreements: readonly Agreement[]): number =>
      count([heron, waiting], agreements).action(sign).active.low;
    expect(active([])).toBe(10);
    expect(active([agreed(herons, wrens)])).toBe(18);
  });

  it("are in no use while one of the two does not count", () => {
    expect(low([heron], [agreed(herons, wrens)])).toBe(10);
  });

  it("are not asked for again, save for who came since", () => {
    const ask = (signers: readonly Signer[], agreements: readonly Agreement[]): unknown => {
      const united = unite(signers, agreements);
      return listsToCompare(united, countUnited(united, by), [sign]);
    };
    // Far apart for another reason: somebody without a team.
    const far = signer("robin", [], lines("r", 1, 9));
    const robin = [
      { signers: ["heron", "robin"], people: 9 },
      { signers: ["robin", "wren"], people: 8 },
    ];
    expect(ask([heron, wren, far], [])).toEqual([
      robin[0],
      { signers: ["heron", "wren"], team: "cloud", people: 8 },
      robin[1],
    ]);
    expect(ask([heron, wren, far], [agreed(herons, wrens)])).toEqual(robin);
    const since = [agreed(["heron", tokens("h", 1, 9)], ["wren", tokens("w", 1, 7)])];
    expect(ask([heron, wren, far], since)).toEqual([
      ...robin,
      { signers: ["heron", "wren"], team: "cloud", people: 2 },
    ]);
  });

  it("are too many where seven have all compared theirs, and not where six have", () => {
    const among = (n: number): readonly Agreement[] =>
      Array.from({ length: n }, (_, one) =>
        Array.from({ length: n - one - 1 }, (__, more) =>
          agreed([`s${one}`, []], [`s${one + more + 1}`, []]),
        ),
      ).flat();
    expect(areTooMany(among(6), "cloud" as TeamKey)).toBe(false);
    expect(areTooMany(among(7), "cloud" as TeamKey)).toBe(true);
    expect(areTooMany(among(7), "ads" as TeamKey)).toBe(false);
  });
});
