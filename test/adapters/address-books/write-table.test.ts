import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { writeTable } from "../../../src/adapters/address-books/write-table.ts";
import { neutralised, restored } from "../../../src/domain/people/import/neutralised.ts";
import { cleanText } from "../../support/campaigns.ts";

/** The records of RFC 4180 §2, read by its grammar. */
const recordsOf = (text: string): readonly (readonly string[])[] => {
  const records: string[][] = [];
  let record: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/uy;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (found === null) throw new Error("no CSV");
    record.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
};

const cell = fc.oneof(
  fc.constant(""),
  cleanText(10),
  fc
    .tuple(fc.constantFrom("=", "+", "-", "@", "'", '"', "＝", ",", ";"), cleanText(8))
    .map((parts) => parts.join("")),
  fc.tuple(cleanText(6), cleanText(6)).map((parts) => parts.join("\n")),
);

describe("a table", () => {
  it("is read by the grammar of CSV as what was written, once what was neutralised is restored", () => {
    const row = fc.array(cell, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const text = writeTable(rows.map((cells) => cells.map(neutralised)));
        expect(text.startsWith("\uFEFF")).toBe(true);
        expect(recordsOf(text.slice(1)).map((cells) => cells.map(restored))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it("ends its lines with CRLF and quotes what needs it", () => {
    expect(
      writeTable([
        ["name", "note"],
        ["Sample, Ana", 'says "no"\nand no'],
        ["", "x\ry"],
      ]),
    ).toBe('\uFEFFname,note\r\n"Sample, Ana","says ""no""\nand no"\r\n,"x\ry"\r\n');
  });
});
