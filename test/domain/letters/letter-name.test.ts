import { describe, expect, it } from "vitest";

import { freeLetterName, parseLetterName } from "../../../src/domain/letters/letter-name.ts";
import type { LetterName } from "../../../src/domain/letters/letter.ts";

describe("the name of a letter", () => {
  it.each(["a", "first-letter", "2026-11", "a".repeat(40)])("may be %s", (name) => {
    expect(parseLetterName(name)).toEqual({ ok: true, value: name });
  });

  it.each(["", "A", "first letter", "-a", "a-", "a--b", "a/b", "..", "ä", "a".repeat(41)])(
    "may not be %j",
    (name) => {
      expect(parseLetterName(name)).toEqual({
        ok: false,
        failure: { type: "letter-name-malformed" },
      });
    },
  );

  it("is the template's where that is free, and else has the first free number", () => {
    const taken = (...names: readonly string[]) =>
      freeLetterName("petition", names as readonly LetterName[]);
    expect(taken()).toBe("petition");
    expect(taken("petition-2", "other")).toBe("petition");
    expect(taken("petition")).toBe("petition-2");
    expect(taken("petition", "petition-2", "petition-4")).toBe("petition-3");
  });
});
