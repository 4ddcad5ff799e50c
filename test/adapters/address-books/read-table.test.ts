import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readTable } from "../../../src/adapters/address-books/read-table.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const table = (text: string) => {
  const read = readTable(bytes(text));
  if (!read.ok) throw new Error(read.failure.type);
  return read.value;
};

const refusal = (input: Uint8Array | string): unknown => {
  const read = readTable(typeof input === "string" ? bytes(input) : input);
  return read.ok ? read.value : read.failure;
};

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe("a table of another program", () => {
  it.each([
    [",", "commas"],
    [";", "semicolons"],
    ["\t", "tabs"],
  ])("is read with %j between the cells", (separator) => {
    const text = ["name", '"role, level; or\trank"', "team"].join(separator);
    expect(table(`${text}\nAna${separator}b${separator}c`)).toEqual({
      separator,
      header: ["name", "role, level; or\trank", "team"],
      rows: [{ line: 2, cells: ["Ana", "b", "c"] }],
      faults: [],
    });
  });

  it.each(["\r\n", "\n", "\r"])("is read with %j between the lines", (end) => {
    const text = ["name,note", `Ana,"two${end}lines"`, "", ",", "Bo,x"].join(end);
    expect(table(text).rows).toEqual([
      { line: 2, cells: ["Ana", `two${end}lines`] },
      { line: 6, cells: ["Bo", "x"] },
    ]);
  });

  it("counts its lines right where the kinds of line break are mixed", () => {
    expect(table('a,b\r\n1,"x\ry\r\nz"\n2,2\r\n3,3').rows).toEqual([
      { line: 2, cells: ["1", "x\ry\r\nz"] },
      { line: 5, cells: ["2", "2"] },
      { line: 6, cells: ["3", "3"] },
    ]);
  });

  it("loses its byte order mark and the line that names the separator to a spreadsheet", () => {
    expect(table("\uFEFFname;role\nAna;SRE").header).toEqual(["name", "role"]);
    expect(table('\uFEFFsep=;\r\n"a,b,c";role\nAna;SRE')).toMatchObject({
      separator: ";",
      header: ["a,b,c", "role"],
      rows: [{ line: 3, cells: ["Ana", "SRE"] }],
    });
  });

  it("keeps quotation marks inside of a cell", () => {
    expect(table('name,role\nAna "Heron" Gómez,"the ""boss"""').rows[0]?.cells).toEqual([
      'Ana "Heron" Gómez',
      'the "boss"',
    ]);
  });

  it("loses no row to one that has too few or too many cells", () => {
    expect(table("a,b,c\n1,2,3\n4,5\n6,7,8,9\n0,0,0")).toMatchObject({
      rows: [
        { line: 2, cells: ["1", "2", "3"] },
        { line: 5, cells: ["0", "0", "0"] },
      ],
      faults: [
        { type: "cells-missing", line: 3, cells: 2, columns: 3 },
        { type: "cells-extra", line: 4, cells: 4, columns: 3 },
      ],
    });
  });

  it("has its header below notes and an empty line, and nowhere else below the first line", () => {
    expect(table('Notes:\n"one, two"\n\nFirst Name,Position\nAna,SRE')).toMatchObject({
      header: ["First Name", "Position"],
      rows: [{ line: 5, cells: ["Ana", "SRE"] }],
    });
    expect(table("name\nAna\nBo, the second").faults).toMatchObject([{ line: 3 }]);
  });
});

describe("a file that is no table", () => {
  it.each([
    ["book-empty", ""],
    ["book-empty", "\uFEFF \r\n\n"],
    ["table-header-missing", ",,\nAna,b,c"],
    ["table-header-missing", "Ana,ana@example.org\nBo,bo@example.org"],
    ["book-nul", "name,role\nAna,S\u0000RE"],
    ["table-too-wide", "c,".repeat(10_000)],
    ["table-too-long", "c\n".repeat(120_001)],
  ])("is refused as %s", (type, text) => {
    expect(refusal(text)).toMatchObject({ type });
  });

  it("is refused as UTF-16 with and without a byte order mark, in both orders", () => {
    const little = Buffer.from("name,role\nAna,SRE", "utf16le");
    const big = Buffer.from(little).swap16();
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), little]);
    const han = Buffer.from("\uFEFF李小龙", "utf16le");
    const all = [little, big, marked, Buffer.from(marked).swap16(), han, Buffer.from(han).swap16()];
    for (const text of all) expect(refusal(text)).toEqual({ type: "book-utf16" });
  });

  it("is refused where its bytes are no UTF-8", () => {
    expect(refusal(Buffer.from("name\nG\u00f3mez", "latin1"))).toEqual({ type: "book-not-utf8" });
  });

  it("is refused with the line on which a quotation mark stays open", () => {
    expect(refusal('a,b\n1,"x\ny"\n2,"z\n3,3\n')).toEqual({ type: "table-quote-open", line: 4 });
    expect(refusal('"a,b\n1,2')).toEqual({ type: "table-quote-open", line: 1 });
  });

  it.each([
    ["a megabyte without a line break", "x".repeat(1_000_000), true],
    ["a million quotation marks", '"'.repeat(1_000_000), true],
    ["a million and one", '"'.repeat(1_000_001), false],
    ["a line of separators", ",".repeat(1_000_000), false],
    ["a thousand empty lines", "a,b" + "\r".repeat(1000), true],
  ])("ends with a value for %s", (_, text, ok) => {
    expect(readTable(bytes(text)).ok).toBe(ok);
  });
});

describe("any table", () => {
  const cell = fc
    .string({ unit: fc.constantFrom(..."ab,;\t\"\n é'\\:"), maxLength: 8 })
    .map((text) => `${text}x`);
  const grid = fc
    .integer({ min: 2, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 5 }),
    );

  it("comes back from any separator and line break, with the lines that it stands on", () => {
    fc.assert(
      fc.property(
        grid,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n", "\r"),
        (rows, separator, end) => {
          const header = (rows[0] ?? ["", ""]).map((_, at) => `column ${at}`);
          const lines = [header, ...rows].map((cells) => cells.map(quoted).join(separator));
          const read = table(lines.join(end));
          expect(read.separator).toBe(separator);
          expect(read.rows.map(({ cells }) => cells)).toEqual(rows);
          const before = (at: number): number =>
            lines
              .slice(0, at + 1)
              .join("\n")
              .split("\n").length;
          expect(read.rows.map(({ line }) => line)).toEqual(rows.map((_, at) => before(at) + 1));
        },
      ),
    );
  });

  it("is a value, whatever the bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (any) => {
        expect(typeof readTable(any).ok).toBe("boolean");
      }),
    );
  });
});
