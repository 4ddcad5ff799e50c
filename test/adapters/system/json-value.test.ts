import { describe, expect, it } from "vitest";

import { createReadValue } from "../../../src/adapters/system/json-value.ts";

describe("reading the values of one file", () => {
  it("counts small values, large ones and those inside others, and stops at the most", () => {
    const read = createReadValue(5);
    const text = '[1,{"a":null}] "x" 2';
    expect(read(text, 0, 14)).toEqual({ ok: true, value: [1, { a: null }] });
    expect(read(text, 15, 18)).toEqual({ ok: true, value: "x" });
    expect(read(text, 19, 20)).toEqual({
      ok: false,
      failure: { offset: 19, what: "there are too many values (split it into several files)" },
    });
  });

  it("stops inside a value too", () => {
    expect(createReadValue(3)("[0,0,0,0]", 0, 9)).toMatchObject({ failure: { offset: 5 } });
  });

  it("counts each file for itself", () => {
    expect(createReadValue(1)("1", 0, 1).ok).toBe(true);
    expect(createReadValue(1)("1", 0, 1).ok).toBe(true);
  });
});
