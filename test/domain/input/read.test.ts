import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createReader, isKey } from "../../../src/domain/input/read.ts";
import { anyText, key } from "../../support/campaigns.ts";

describe("a key", () => {
  it("is lower-case letters and digits with single hyphens inside", () => {
    fc.assert(
      fc.property(fc.array(key(4), { minLength: 1, maxLength: 5 }), (parts) => {
        const text = parts.join("-");
        expect(isKey(text, 24)).toBe(text.length <= 24);
      }),
    );
  });

  it.each(["", "-", "a-", "-a", "a--b", "A", "a b", "ä", "a_b", "a\n", "a".repeat(25)])(
    "is not %j",
    (text) => {
      expect(isKey(text, 24)).toBe(false);
    },
  );

  it("is never anything that could be markup, a path or an option", () => {
    fc.assert(
      fc.property(anyText(20), (text) => {
        if (isKey(text, 24)) expect(text).toMatch(/^[a-z0-9][a-z0-9-]*$/u);
      }),
    );
  });
});

describe("a reader", () => {
  it("notes every fault with its line and goes on", () => {
    const reader = createReader(4);
    expect(reader.line("name", "\u0007")).toBeUndefined();
    expect(reader.line("role", " SRE ")).toBe("SRE");
    expect(reader.lines("note", "a\r\nb")).toBe("a\nb");
    expect(reader.key("alias", "Heron", 24)).toBeUndefined();
    expect(reader.day("date", "soon")).toBeUndefined();
    expect(reader.faults).toEqual([
      { line: 4, path: "name", fault: { type: "text-control", codePoint: 7 } },
      { line: 4, path: "alias", fault: { type: "key-malformed" } },
      { line: 4, path: "date", fault: { type: "day-malformed" } },
    ]);
  });

  it("leaves out the line where there is none", () => {
    const reader = createReader();
    reader.refuse("name", { type: "text-empty" });
    expect(reader.faults).toEqual([{ path: "name", fault: { type: "text-empty" } }]);
  });
});
