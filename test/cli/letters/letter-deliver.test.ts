/** `pledge letter deliver`: what is noted of a letter that went out, and when it may not go out. */
import { beforeEach, describe, expect, it } from "vitest";

import { addDays } from "../../../src/domain/day.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { LetterWorld } from "./letter-world.ts";
import { must, soundLetter } from "./sound-letter.ts";

let world: LetterWorld;

beforeEach(async () => {
  world = await soundLetter();
});

const deliver = (...args: readonly string[]): readonly string[] => ["letter", "deliver", ...args];

const from = (content: unknown): readonly string[] => [
  "--from",
  world.file("delivery.json", JSON.stringify(content)),
];

const kept = (): Promise<unknown> => world.inVault((vault) => vault.deliveries.all());

describe("pledge letter deliver", () => {
  it("asks four things, and Enter takes what the letter says", async () => {
    world.answers(["", "", "", ""]);
    expect(await world.play(...deliver("first"))).toMatchInlineSnapshot(`
      "$ pledge letter deliver first
      Noted as delivery 1: first to Dana Roe, Chief Executive Officer, by hand, on
      2026-11-22; an answer is due by 2027-03-31.
      ! When the answer comes: "pledge letter respond first". "pledge status" says when
      ! it is overdue.
      [exit 0]"
    `);
    expect(world.questions()).toMatchInlineSnapshot(`
      [
        "To whom did it go?",
        "How? (by hand, by post, by e-mail ...)",
        "On which day? (YYYY-MM-DD)",
        "By what day is an answer due? (YYYY-MM-DD, or none)",
      ]
    `);
  });

  it("takes the same from a file, and gives it back as JSON", async () => {
    const given = { addressee: "Dana Roe", way: "by post", on: "2026-11-22" };
    const { stdout } = await world.pledge(...deliver("first", "--json", ...from(given)));
    expect(JSON.parse(stdout)).toMatchObject({
      v: 1,
      delivery: { number: 1, letter: "first", addressee: "Dana Roe", way: "by post" },
      corrected: false,
    });
    expect(stdout).not.toContain("answerBy");
  });

  it("is refused for a draft, without anybody to ask, and for a day that cannot be", async () => {
    await must(world, "letter", "start", "employer-demands", "--name", "second");
    const given = { addressee: "Dana Roe", way: "by post" };
    expect(await world.play(...deliver("second"))).toMatchInlineSnapshot(`
      "$ pledge letter deliver second
      ! pledge: error: the text of second is not fixed yet, so nobody can have signed it
      ! pledge: hint: read it with "pledge letter preview second", then "pledge letter freeze second"
      [exit 1]"
    `);
    expect(await world.play(...deliver("first"))).toMatchInlineSnapshot(`
      "$ pledge letter deliver first
      ! pledge: error: this would ask a question, and there is no terminal to ask it on
      ! pledge: hint: use --from FILE
      [exit 2]"
    `);
    for (const [days, fault] of [
      [{ on: "2026-11-23" }, "a day that has not come yet"],
      [{ on: "2026-11-21" }, "2026-11-22 or later"],
      [{ answerBy: "2026-11-21" }, "2026-11-22 or later"],
      [{ way: 7 }, "text in double quotes"],
      [{ hand: "left" }, "a member that is not known here"],
    ] as const) {
      const ran = await world.pledge(...deliver("first"), ...from({ ...given, ...days }));
      expect(ran.stderr).toContain(fault);
      expect(ran.exitCode).toBe(5);
    }
    expect(await kept()).toEqual([]);
  });

  it("is refused for a letter with faults before a question is asked, unless it went out all the same", async () => {
    await must(world, "letter", "edit", "first", "--yes", "--set", "otherwise=");
    await must(world, "letter", "freeze", "first", "--yes");
    world.answers(["", "", "", ""]);
    expect(await world.play(...deliver("first"))).toMatchInlineSnapshot(`
      "$ pledge letter deliver first
      ! pledge: error: first should not go out with 1 fault: missing-consequence (line 36)
      ! pledge: hint: see what to do about each: "pledge letter lint first"; if it went out as it is, note that with --force
      [exit 1]"
    `);
    expect(world.questions()).toEqual([]);
    await must(world, ...deliver("first", "--force", ...from({ addressee: "D", way: "by hand" })));
    expect(await kept()).toMatchObject([{ number: 1, letter: "first" }]);
  });

  it("looks at the letter as it was on the day on which it went out", async () => {
    // Noted a month after the day by which it wanted an answer.
    world.today("2027-04-30");
    const given = { addressee: "Dana Roe", way: "by hand" };
    const late = await world.pledge(...deliver("first"), ...from(given));
    expect(late.stderr).toContain("answer-date-passed");
    const early = { ...given, on: "2026-12-01", answerBy: "2027-03-31" };
    await must(world, ...deliver("first", ...from(early)));
    expect(await kept()).toMatchObject([{ on: "2026-12-01", answerBy: "2027-03-31" }]);
  });

  it("puts a delivery right in its place, but never one of another letter", async () => {
    const given = { addressee: "Dana Roe", way: "by hand" };
    await must(world, ...deliver("first", ...from(given)));
    world.answers(["The board", "", "", "2027-01-15"]);
    expect(await world.play(...deliver("first", "--correct", "1"))).toMatchInlineSnapshot(`
      "$ pledge letter deliver first --correct 1
      Put right as delivery 1: first to The board, by hand, on 2026-11-22; an answer
      is due by 2027-01-15.
      ! When the answer comes: "pledge letter respond first". "pledge status" says when
      ! it is overdue.
      [exit 0]"
    `);
    expect(await kept()).toMatchObject([
      { number: 1, addressee: "The board", way: "by hand", answerBy: "2027-01-15" },
    ]);
    expect(await world.play(...deliver("first", "--correct", "2"))).toMatchInlineSnapshot(`
      "$ pledge letter deliver first --correct 2
      ! pledge: error: there is no such delivery
      ! pledge: hint: there are 1 (first, 2026-11-22)
      [exit 2]"
    `);
    expect((await world.pledge(...deliver("first", "--correct", "x"))).exitCode).toBe(2);
  });

  it("cannot be moved behind the answer to it", async () => {
    await must(world, ...deliver("first", ...from({ addressee: "D", way: "by hand" })));
    world.today("2026-12-20");
    const answer = world.file("answer.json", JSON.stringify({ on: "2026-12-10", answers: [] }));
    await must(world, "letter", "respond", "first", "--from", answer);
    const moved = from({ addressee: "D", way: "by hand", on: "2026-12-11" });
    const ran = await world.pledge(...deliver("first", "--correct", "1"), ...moved);
    expect(ran.stderr).toContain("2026-12-10 or earlier");
  });
});

describe("an overdue answer", () => {
  const sent = async (answerBy: Day): Promise<void> => {
    const given = { addressee: "Dana Roe", way: "by hand", answerBy };
    await must(world, ...deliver("first", ...from(given)));
  };

  it("is on the screen from the day after it was due until it comes", async () => {
    const due = "2026-12-15" as Day;
    await sent(due);
    const overdue = async (): Promise<unknown> =>
      (JSON.parse((await world.pledge("status", "--json")).stdout) as Record<string, unknown>)[
        "overdue"
      ];
    world.today(due);
    expect(await overdue()).toEqual([]);
    world.today(addDays(due, 3));
    expect(await overdue()).toEqual([{ letter: "first", delivery: 1, answerBy: due, days: 3 }]);
    expect((await world.play("status")).split("\n").slice(-6).join("\n")).toMatchInlineSnapshot(`
      "Assessed 0, 0 of them too long ago; not assessed 20.
      1 supporter from outside the unit, counted apart
      No answer yet, overdue: first (1) 3 days
      ! An answer is overdue. To write again: "pledge letter start employer-follow-up";
      ! if it came: "pledge letter respond NAME".
      [exit 0]"
    `);
    const answer = world.file("answer.json", JSON.stringify({ answers: [] }));
    await must(world, "letter", "respond", "first", "--from", answer);
    expect(await overdue()).toEqual([]);
  });

  it("names nobody to whom a letter went", async () => {
    await sent("2026-11-30" as Day);
    world.today("2026-12-24");
    for (const command of [["status"], ["letter", "list"]])
      expect(await world.play(...command)).not.toContain("Dana");
  });
});
