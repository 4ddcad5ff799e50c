/** Answers that come with a command: from a file, and from --set. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { answersFromAssignments, answersFromJson } from "../../../src/domain/letters/answers.ts";
import { campaign, template } from "./sample-template.ts";

const refused = (path: string, fault: object) => ({
  ok: false,
  failure: { type: "input-refused", source: "answers", faults: [{ path, fault }] },
});

describe("answers from a file", () => {
  it("are a flat object of strings", () => {
    const value = { answerBy: "2026-12-15", facts: " One. ", constructor: "x" };
    expect(answersFromJson(template, value, campaign)).toEqual({
      ok: true,
      value: { answerBy: "2026-12-15", facts: "One.", constructor: "x" },
    });
  });

  it("name every value that is wrong", () => {
    const result = answersFromJson(template, { answerBy: "soon", otherwise: "riot" }, campaign);
    expect(result).toMatchObject({
      ok: false,
      failure: { faults: [{ path: "answerBy" }, { path: "otherwise" }] },
    });
  });

  it("have no member that the template does not ask for, and it is not repeated", () => {
    const result = answersFromJson(template, { "Ana Gomez": "x" }, campaign);
    expect(result).toMatchObject({
      ok: false,
      failure: { faults: [{ path: "", fault: { type: "member-unknown" } }] },
    });
    expect(JSON.stringify(result)).not.toContain("Gomez");
  });

  it.each([[[]], ["text"], [null], [{ contact: 3 }], [{ contact: { name: "x" } }], [7]])(
    "are refused when they are %j",
    (value) => {
      expect(answersFromJson(template, value, campaign)).toMatchObject({
        ok: false,
        failure: { type: "input-refused", source: "answers" },
      });
    },
  );

  it("never make it throw", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(answersFromJson(template, value, campaign).ok).toBeTypeOf("boolean");
      }),
    );
  });
});

describe("answers on the command line", () => {
  const read = (...assignments: readonly string[]) =>
    answersFromAssignments(template, assignments, campaign);

  it("are a name, an equals sign and a value; the later of two holds", () => {
    expect(read("answerBy=2026-12-15", "otherwise=refuse", "otherwise=strike")).toEqual({
      ok: true,
      value: { answerBy: "2026-12-15", otherwise: "strike" },
    });
    expect(read("constructor=a=b")).toEqual({ ok: true, value: { constructor: "a=b" } });
  });

  it("may be empty, which takes the answer away", () => {
    expect(read("otherwise=")).toEqual({ ok: true, value: { otherwise: "" } });
  });

  it("are refused where they may hold somebody's name", () => {
    expect(read("contact=Ana")).toEqual({
      ok: false,
      failure: { type: "variable-personal", name: "contact" },
    });
  });

  it("are refused without repeating what was typed when the template has no such value", () => {
    const failure = {
      type: "variable-unknown",
      known: ["answerBy", "otherwise", "furtherStep", "constructor"],
    };
    for (const typed of ["Ana=x", "toString=x", "__proto__=x"])
      expect(read(typed)).toEqual({ ok: false, failure });
  });

  it("are refused without a name or a sign", () => {
    for (const typed of ["answerBy", "=x", ""]) {
      expect(read(typed)).toEqual({ ok: false, failure: { type: "assignment-malformed" } });
    }
  });

  it("are read by the kind of the value", () => {
    expect(read("answerBy=soon")).toEqual(refused("answerBy", { type: "day-malformed" }));
  });
});
