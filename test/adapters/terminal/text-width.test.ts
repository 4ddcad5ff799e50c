import stringWidth from "string-width";
import { describe, expect, it } from "vitest";

import { loadTextWidth } from "../../../src/adapters/terminal/text-width.ts";

/** Every character that is measured without the library: what makes the quick measure's loader take it. */
const ranges = [
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x24f],
  [0x370, 0x482],
  [0x48a, 0x52f],
  [0x2026, 0x2026],
] as const;

const characters = ranges.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, offset) => String.fromCodePoint(from + offset)),
);

describe("the width of a text", () => {
  it("is the library's for every character that is measured without it", async () => {
    const width = await loadTextWidth(characters);
    const assigned = characters.filter((character) => /\P{Cn}/u.test(character));
    expect(assigned.length).toBeGreaterThan(900);
    expect(assigned.filter((character) => width(character) !== stringWidth(character))).toEqual([]);
  });

  it("counts a wide character twice and a mark not at all", async () => {
    const width = await loadTextWidth(["山田", "e\u0301", "👩‍💻"]);
    expect(["山田", "e\u0301", "👩‍💻", "फलाना"].map(width)).toEqual(
      ["山田", "e\u0301", "👩‍💻", "फलाना"].map((text) => stringWidth(text)),
    );
    expect(width("山田")).toBe(4);
    expect(width("e\u0301")).toBe(1);
  });

  it("is the library's for any text when none is named", async () => {
    const width = await loadTextWidth();
    expect(width("한국어")).toBe(6);
  });
});
