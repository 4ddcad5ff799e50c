import { describe, expect, it } from "vitest";

import { counted, listed } from "../../../src/domain/text/words.ts";

describe("a number with its noun", () => {
  it.each([
    [0, "0 people"],
    [1, "1 person"],
    [2, "2 people"],
    [1200, "1,200 people"],
  ])("is, for %i, %j", (n, text) => {
    expect(counted(n, "person", "people")).toBe(text);
  });
});

describe("a list of words", () => {
  it.each([
    [[], ""],
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b and c"],
  ])("is, for %j, %j", (words, text) => {
    expect(listed(words)).toBe(text);
  });
});
