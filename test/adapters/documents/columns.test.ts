import * as fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";

import { inColumns } from "../../../src/adapters/documents/columns.ts";
import { naughtySignatories } from "../../support/naughty-names.ts";

/** Names made up of words that no two entries share, so that each is found where it stands. */
const entries = fc
  .array(fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 1, maxLength: 4 }), {
    minLength: 8,
    maxLength: 60,
  })
  .map((all) =>
    all.map((words, entry) =>
      words.map((length, word) => `${entry}.${word}.`.padEnd(length, "x")).join(" "),
    ),
  );

const words = (text: string): readonly string[] => text.match(/\S+/gu) ?? [];

/** Cuts lines into columns at these places, and reads them downwards. */
const readDownwards = (lines: readonly string[], starts: readonly number[]): readonly string[] =>
  starts.flatMap((start, column) =>
    lines.flatMap((line) => {
      const cell = line.slice(start, starts[column + 1]);
      return cell.trim() === "" ? [] : [cell.trimEnd()];
    }),
  );

describe("names in columns", () => {
  it("have every entry, in order, whole in one column, and no line that is too wide", () => {
    let laidOut = 0;
    fc.assert(
      fc.property(entries, fc.integer({ min: 30, max: 90 }), (all, width) => {
        const lines = inColumns(all, width);
        if (lines === undefined) return;
        laidOut += 1;
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        const starts = [...(lines[0] ?? "").matchAll(/\d+\.0\./gu)].map(({ index }) => index);
        expect([2, 3]).toContain(starts.length);
        const cells = readDownwards(lines, starts);
        expect(cells.flatMap(words)).toEqual(all.flatMap(words));
        // Entry by entry: what goes on below is in the column of its first line.
        const begun = cells.filter((cell) => /^\d+\.0\./u.test(cell));
        expect(begun).toHaveLength(all.length);
        for (const cell of cells) expect(cell).toMatch(/^(?:\d+\.0\.| {2}\d)/u);
      }),
    );
    expect(laidOut).toBeGreaterThan(10);
  });

  it("are as many as there is room for, and none where too many would go on below", () => {
    const names = (length: number): readonly string[] =>
      Array.from({ length: 12 }, (_, index) => `${index} x`.padEnd(length, "x"));
    const rows = (all: readonly string[]): number | undefined => inColumns(all, 72)?.length;
    expect(rows(names(22))).toBe(4);
    expect(rows(names(23))).toBe(6);
    expect(rows(names(34))).toBe(6);
    expect(rows(names(35))).toBeUndefined();
    expect(rows(names(22).slice(0, 7))).toBeUndefined();
    const wide = (n: number): readonly string[] =>
      names(10).map((name, index) => (index < n ? `${name} ${"word ".repeat(6)}` : name));
    expect(rows(wide(3))).toBe(6);
    expect(rows(wide(4))).toBeUndefined();
  });

  it("let a few wide entries go on below", () => {
    const all = Array.from({ length: 10 }, (_, index) => `Sample ${index}`);
    const wide = all.with(3, "Sample 3, Site Reliability Engineer");
    expect(`\n${inColumns(wide, 72)?.join("\n")}\n`).toMatchInlineSnapshot(`
      "
      Sample 0                 Sample 3, Site           Sample 6
      Sample 1                   Reliability Engineer   Sample 7
      Sample 2                 Sample 4                 Sample 8
                               Sample 5                 Sample 9
      "
    `);
  });

  it("hold names of every script in line", () => {
    const short = naughtySignatories
      .map(({ name }) => name)
      .filter((name) => stringWidth(name) < 23);
    const lines = inColumns(short, 72) ?? expect.fail("no columns");
    expect(lines).toHaveLength(Math.ceil(short.length / 3));
    const first = Math.max(...short.map((name) => stringWidth(name))) + 3;
    for (const [row, line] of lines.entries()) {
      const name = short[row] ?? "";
      expect(line.startsWith(name)).toBe(true);
      const next = short[row + lines.length] ?? "";
      expect(line.slice(name.length + first - stringWidth(name)).startsWith(next)).toBe(true);
    }
  });
});
