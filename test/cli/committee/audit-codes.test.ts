/** Whom an auditor is to ask, and the codes that she brings back in a file. Sample people. */
import { beforeEach, describe, expect, it } from "vitest";

import { done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { carryOpening, draw, open, plan, sendTally } from "./auditing.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee(plan, async (worlds) =>
  sendTally((handle) => worlds[handle] as TestWorld, 12),
);

let rowan: TestWorld;
beforeEach(async () => {
  rowan = member("rowan");
  await draw(member);
  await open(member);
});

const flat = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

/** What is kept of heron's audit. */
const kept = async (): Promise<string> => {
  const text = flat(await done(rowan, "tally", "show"));
  return /audit of heron, number 1, drawn on 2026-11-22: (.*)$/u.exec(text)?.[1] ?? "";
};

describe("whom to ask", () => {
  it("is said without a code, for the screen and as JSON", async () => {
    const file = carryOpening(member, "rowan");
    const text = await done(rowan, "tally", "audit", "check", file, "--show");
    expect(text.split("\n").slice(0, 2)).toEqual([
      "To ask of heron's people:",
      expect.stringMatching(/^ {2}line \d+: Sample Name \d+, sign$/u),
    ]);
    const { ask } = JSON.parse(
      await done(rowan, "tally", "audit", "check", file, "--show", "--json"),
    ) as { readonly ask: readonly object[] };
    expect(ask).toHaveLength(10);
    expect(ask[0]).toStrictEqual({
      line: expect.any(Number),
      name: expect.stringMatching(/^Sample Name \d+$/u),
      reach: null,
      said: "sign",
    });
    expect(await kept()).toBe("0 of 10 shown, 10 not opened");
  });

  it("cannot be asked for codes where there is no terminal, and changes nothing", async () => {
    const ran = await rowan.pledge("tally", "audit", "check", carryOpening(member, "rowan"));
    expect([ran.exitCode, flat(ran.stderr)]).toEqual([2, expect.stringContaining("--from FILE")]);
    expect(await kept()).toBe("0 of 10 shown, 10 not opened");
  });

  it.each([
    [
      '[{"line":0,"code":"K7QF-2M9T-XR4D-8WNA"}]',
      '"line" in entry 1 should be a line that was opened',
    ],
    ['[{"line":1,"code":"K7QF-2M9T-XR4D-8WNB"}]', "is not a pledge code"],
    ['[{"line":"1","code":"K7QF-2M9T-XR4D-8WNA"}]', '"line" in entry 1 should be a whole number'],
    ['{"line":1}', "should be a list in square brackets"],
  ])("is refused codes that cannot be read, without repeating one: %s", async (text, said) => {
    const from = rowan.file("codes.json", text);
    const file = carryOpening(member, "rowan");
    const ran = await rowan.pledge("tally", "audit", "check", file, "--from", from);
    expect([ran.exitCode, flat(ran.stderr)]).toEqual([5, expect.stringContaining(said)]);
    expect(ran.stderr).not.toContain("8WNB");
  });
});
