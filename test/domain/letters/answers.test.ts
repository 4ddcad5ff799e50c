import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Day } from "../../../src/domain/day.ts";
import {
  announcedSteps,
  deadlinesPassed,
  defaultAnswer,
  readAnswer,
  stepsOf,
  unanswered,
  withAnswers,
} from "../../../src/domain/letters/answers.ts";
import { campaign, template, variable } from "./sample-template.ts";

describe("an answer", () => {
  const read = (name: string, text: string) =>
    readAnswer(
      template.variables.find((one) => one.name === name) ?? variable(name, "line"),
      text,
      campaign,
    );

  it("of white space alone is none, whatever is asked for", () => {
    for (const { name } of template.variables) {
      expect(read(name, " \n\t")).toEqual({ ok: true, value: "" });
    }
  });

  it("for a day is a day", () => {
    expect(read("answerBy", " 2026-12-15 ")).toEqual({ ok: true, value: "2026-12-15" });
    for (const text of ["2026-02-30", "15 December", "2026-12-15T10:00"]) {
      expect(read("answerBy", text)).toEqual({ ok: false, failure: { type: "day-malformed" } });
    }
  });

  it("for a step is an action of the campaign other than the signature", () => {
    expect(stepsOf(campaign)).toEqual(["refuse", "strike"]);
    expect(read("otherwise", "strike")).toEqual({ ok: true, value: "strike" });
    for (const text of ["sign", "riot"]) {
      const failure = { type: "not-one-of", known: ["refuse", "strike"] };
      expect(read("otherwise", text)).toEqual({ ok: false, failure });
    }
  });

  it("keeps its line breaks only where several lines are asked for", () => {
    expect(read("facts", "one\r\n\r\ntwo ")).toEqual({ ok: true, value: "one\n\ntwo" });
    expect(read("contact", "one\r\n\r\ntwo ")).toEqual({ ok: true, value: "one two" });
  });

  it("holds nothing that a terminal would obey", () => {
    for (const name of ["facts", "contact"]) {
      const failure = { type: "text-control", codePoint: 0x1b };
      expect(read(name, "a\u001B[2J")).toEqual({ ok: false, failure });
    }
  });

  it("is the same when it is read a second time", () => {
    const unit = fc.constantFrom(
      "a",
      "\u00E9",
      "-",
      " ",
      "\n",
      "\r",
      "\t",
      "\u0301",
      "\u2028",
      "\uFEFF",
      "\u1FEF",
    );
    fc.assert(
      fc.property(fc.constantFrom(...template.variables), fc.string({ unit }), (one, text) => {
        const first = readAnswer(one, text, campaign);
        if (first.ok) expect(readAnswer(one, first.value, campaign)).toEqual(first);
      }),
    );
  });
});

describe("the answers of a letter", () => {
  it("lose those that are taken away, and keep the others", () => {
    const answers = withAnswers(
      { answerBy: "2026-12-15", otherwise: "refuse" },
      { otherwise: "", contact: "x" },
    );
    expect(answers).toEqual({ answerBy: "2026-12-15", contact: "x" });
    expect(unanswered(template, answers).map(({ name }) => name)).toEqual([
      "otherwise",
      "furtherStep",
      "facts",
      "constructor",
    ]);
  });

  it("announce steps in the order of the questions", () => {
    expect(
      announcedSteps(template, { furtherStep: "strike", otherwise: "refuse", facts: "strike" }),
    ).toEqual([
      { variable: "otherwise", action: "refuse" },
      { variable: "furtherStep", action: "strike" },
    ]);
    expect(announcedSteps(template, {})).toEqual([]);
  });

  it("are guessed only where the template says in how many days", () => {
    const guesses = template.variables.map((one) => defaultAnswer(one, "2026-11-22" as Day));
    expect(guesses.filter((guess) => guess !== undefined)).toEqual(["2026-12-13"]);
  });

  it("are late from the day itself on", () => {
    const late = (today: string) =>
      deadlinesPassed(template, { answerBy: "2026-12-15" }, today as Day).length;
    expect(["2026-12-14", "2026-12-15", "2027-01-01"].map(late)).toEqual([0, 1, 1]);
  });
});
