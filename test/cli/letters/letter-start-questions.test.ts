/** Starting a letter on a terminal: what is asked, what is offered, what is kept. */
import { describe, expect, it } from "vitest";

import { answersOf, letterWorld } from "./letter-world.ts";

const enter = (n: number): readonly string[] => Array.from({ length: n }, () => "");

describe("letter start on a terminal", () => {
  it("asks for each value in turn, and Enter all along gives a letter", async () => {
    const world = await letterWorld();
    world.answers(enter(8));
    const started = await world.pledge("letter", "start", "employer-demands");
    expect(started.exitCode).toBe(0);
    expect(world.questions()).toMatchInlineSnapshot(`
      [
        "answerBy",
        "respondent (Enter leaves it out)",
        "otherwise",
        "companyWords (Enter leaves it out)",
        "workingConditions (Enter leaves it out)",
        "contact (Enter leaves it out)",
        "copies (Enter leaves it out)",
        "place (Enter leaves it out)",
      ]
    `);
    expect(world.said().slice(0, 3)).toMatchInlineSnapshot(`
      [
        "Demands of workers to their employer: at most 9 questions.
      Enter takes what is offered, or leaves it out. All can be changed later.",
        "
      By what day must the company answer? Two to four weeks is usual; a letter
      without a date is easy to put off.
      For example: 2027-03-31",
        "
      Who should answer, if it is somebody other than the person you are writing to?
      For example: the head of Engineering",
      ]
    `);
    expect(await answersOf(world)).toEqual([{ answerBy: "2026-12-13" }]);
  });

  it("keeps what was answered, several paragraphs and a ladder of steps among it", async () => {
    const world = await letterWorld();
    await world.pledge(
      "edit",
      "quiet-1",
      "--from",
      world.file("more.json", '{"actions":["sign","strike"]}'),
    );
    const steps = ["refuse: 1 person has pledged it", "strike: 1 person has pledged it"];
    const companyWords = ["First fact.", "Second fact.", ""];
    world.answers([
      "2027-01-31",
      "the head of Engineering",
      ...steps,
      ...companyWords,
      "",
      "us@example.org",
      "",
      "Riverton",
    ]);
    await world.pledge("letter", "start", "employer-demands");
    expect(await answersOf(world)).toEqual([
      {
        answerBy: "2027-01-31",
        respondent: "the head of Engineering",
        otherwise: "refuse",
        furtherStep: "strike",
        companyWords: "First fact.\n\nSecond fact.",
        contact: "us@example.org",
        place: "Riverton",
      },
    ]);
  });

  it("does not ask again for what was given", async () => {
    const world = await letterWorld();
    world.answers(enter(4));
    const file = world.file(
      "answers.json",
      JSON.stringify({ companyWords: "One.", contact: "", answerBy: "2027-02-01" }),
    );
    const set = ["--set", "otherwise=refuse", "--set", "answerBy=2027-03-01"];
    await world.pledge("letter", "start", "employer-demands", "--from", file, ...set);
    expect(world.questions()).toEqual([
      "respondent (Enter leaves it out)",
      "workingConditions (Enter leaves it out)",
      "copies (Enter leaves it out)",
      "place (Enter leaves it out)",
    ]);
    expect(await answersOf(world)).toEqual([
      { companyWords: "One.", answerBy: "2027-03-01", otherwise: "refuse" },
    ]);
  });

  it("says what is wrong with an answer and asks again", async () => {
    const world = await letterWorld();
    world.answers(["tomorrow", "2026-11-22", "2026-12-01", "\u001B[2J", ...enter(7)]);
    await world.pledge("letter", "start", "employer-demands");
    expect(world.said()).toContain("It should be a day such as 2026-11-22.");
    expect(world.said()).toContain("That day has come already; choose a later one.");
    expect(world.said()).toContain(
      "It holds U+001B, which a screen would obey instead of showing it.",
    );
    expect(await answersOf(world)).toEqual([{ answerBy: "2026-12-01" }]);
  });

  it("offers only steps that people have pledged, and none twice", async () => {
    const world = await letterWorld();
    world.answers(["", "", "strike"]);
    // The scripted terminal throws at an answer that is not among the choices.
    const refused = await world.pledge("letter", "start", "employer-demands", "--debug");
    expect(refused.stderr).toContain(
      '"otherwise" offers refuse: 1 person has pledged it | none, not strike',
    );
    world.answers(["", "", "refuse", ...enter(6)]);
    await world.pledge("letter", "start", "employer-demands");
    expect(world.questions()).not.toContain("furtherStep");
    expect(world.said()).toContain(
      "Nobody has pledged such a step yet, so the letter announces none.",
    );
    expect(await answersOf(world)).toEqual([{ answerBy: "2026-12-13", otherwise: "refuse" }]);
  });

  it("keeps nothing when it is left with Ctrl-C", async () => {
    const world = await letterWorld();
    world.answers(["2027-01-31", "somebody", "^C"]);
    expect(await world.pledge("letter", "start", "employer-demands")).toMatchObject({
      exitCode: 130,
      stdout: "",
    });
    expect(await answersOf(world)).toEqual([]);
  });

  it("asks nothing under --no-input, and takes the defaults", async () => {
    const world = await letterWorld();
    world.answers(["2027-01-31"]);
    const started = await world.pledge("letter", "start", "employer-demands", "--no-input");
    expect(started).toMatchObject({
      exitCode: 0,
      stdout: "employer-demands is started, with 4 demands.\n",
    });
    expect(world.questions()).toEqual([]);
    expect(await answersOf(world)).toEqual([{ answerBy: "2026-12-13" }]);
  });
});
