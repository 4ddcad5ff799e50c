/** Changing and fixing a letter on a terminal: what is asked, what is offered, what is kept. */
import { describe, expect, it } from "vitest";

import { answersOf, letterWorld } from "./letter-world.ts";
import type { LetterWorld } from "./letter-world.ts";

describe("letter edit on a terminal", () => {
  const started = async (answers: object): Promise<LetterWorld> => {
    const world = await letterWorld();
    const file = world.file("answers.json", JSON.stringify(answers));
    await world.pledge("letter", "start", "employer-demands", "--from", file);
    return world;
  };
  const done = "nothing more";

  it("changes one value after the other, offering the present answer", async () => {
    const world = await started({ contact: "us@example.org", copies: "the board" });
    world.answers([
      "answerBy",
      "",
      "contact",
      "you@example.org",
      "copies",
      "-",
      "otherwise",
      "refuse: 1 person has pledged it",
      done,
    ]);
    const edited = await world.play("letter", "edit", "employer-demands");
    expect(edited).toContain("employer-demands is changed.\n");
    expect(world.questions()).toEqual([
      "What should change?",
      "answerBy",
      "What should change?",
      "contact (Enter keeps the answer, - takes it away)",
      "What should change?",
      "copies (Enter keeps the answer, - takes it away)",
      "What should change?",
      "otherwise",
      "What should change?",
    ]);
    expect(await answersOf(world)).toEqual([
      { answerBy: "2026-12-13", contact: "you@example.org", otherwise: "refuse" },
    ]);
  });

  it("keeps, rewrites or takes away an answer of several paragraphs", async () => {
    const world = await started({ companyWords: "One.\n\nTwo." });
    const edit = async (...answers: readonly string[]): Promise<unknown> => {
      world.answers([...answers, done]);
      await world.pledge("letter", "edit", "employer-demands");
      return answersOf(world);
    };
    expect(await edit("companyWords", "keep this")).toMatchObject([
      { companyWords: "One.\n\nTwo." },
    ]);
    expect(await edit("companyWords", "write it anew", "Three.", "")).toMatchObject([
      { companyWords: "Three." },
    ]);
    expect(await edit("companyWords", "Four.")).toMatchObject([{ companyWords: "Four." }]);
    expect(await edit("companyWords", "-")).toEqual([{ answerBy: "2026-12-13" }]);
  });

  it("does not let a value go that the letter needs", async () => {
    const world = await started({});
    world.answers(["answerBy", "-", "2026-12-24", done]);
    await world.pledge("letter", "edit", "employer-demands");
    expect(world.said()).toContain("The letter cannot do without it.");
    expect(await answersOf(world)).toEqual([{ answerBy: "2026-12-24" }]);
  });

  it("asks before it changes a fixed text, and keeps it on a no", async () => {
    const world = await started({});
    await world.pledge("letter", "freeze", "employer-demands", "--yes");
    await world.pledge("confirm", "zoe");
    world.answers(["answerBy", "2026-12-24", done, false]);
    expect(await world.pledge("letter", "edit", "employer-demands")).toMatchObject({
      exitCode: 1,
      stderr: "employer-demands stays as it was.\n",
    });
    expect(world.questions().at(-1)).toBe(
      "This changes the text of employer-demands, which 1 person has signed. Make it a draft again?",
    );
    world.answers(["answerBy", "2026-12-24", done, true]);
    expect(await world.play("letter", "edit", "employer-demands")).toContain("a draft again");
    expect(await answersOf(world)).toEqual([{ answerBy: "2026-12-24" }]);
  });

  it("keeps nothing when it is left with Ctrl-C", async () => {
    const world = await started({});
    world.answers(["answerBy", "2026-12-24", "^C"]);
    expect(await world.pledge("letter", "edit", "employer-demands")).toMatchObject({
      exitCode: 130,
    });
    expect(await answersOf(world)).toEqual([{ answerBy: "2026-12-13" }]);
  });

  it("says when nothing was changed", async () => {
    const world = await started({});
    world.answers([done]);
    expect(await world.pledge("letter", "edit", "employer-demands")).toMatchObject({
      exitCode: 0,
      stdout: "employer-demands stays as it was.\n",
    });
  });
});

describe("letter freeze on a terminal", () => {
  it("fixes the text on a yes and leaves the draft on Enter", async () => {
    const world = await letterWorld();
    await world.pledge("letter", "start", "employer-demands");
    world.answers([""]);
    expect(await world.pledge("letter", "freeze", "employer-demands")).toMatchObject({
      exitCode: 1,
      stdout: "",
      stderr: "employer-demands stays a draft.\n",
    });
    world.answers([true]);
    const { exitCode, stdout } = await world.pledge("letter", "freeze", "employer-demands");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^employer-demands is fixed: text [0-9a-f]{16}\.\nMust be asked about it \(21 people\):\n/u,
    );
  });
});
