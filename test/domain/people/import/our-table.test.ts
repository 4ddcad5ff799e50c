import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readTable } from "../../../../src/adapters/address-books/read-table.ts";
import type { ActionKey } from "../../../../src/domain/campaign/campaign.ts";
import { mappingFor } from "../../../../src/domain/people/import/mapping-for.ts";
import { headerOfOurs, rowOf } from "../../../../src/domain/people/import/our-table.ts";
import { rowToInput } from "../../../../src/domain/people/import/row-to-input.ts";
import { sample } from "../../../support/campaigns.ts";
import { person } from "./told-person.ts";

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** As a writer of CSV has it that quotes every cell. */
const written = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(rows.map((cells) => cells.map(quoted).join(",")).join("\r\n"));

describe("people in a table of ours", () => {
  it("come back as what they were, on the lines that they stand on", () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 3 }), (people) => {
        const table = readTable(written([headerOfOurs, ...people.map(rowOf)]));
        if (!table.ok) throw new Error(table.failure.type);
        const mapping = mappingFor(table.value.header);
        expect(mapping.kind).toBe("pledge");
        const read = table.value.rows.map((row) => {
          const one = rowToInput(mapping, sample)(row);
          if (!one.ok) return one.failure;
          const { line, ...members } = one.value;
          expect(line).toBe(row.line);
          return members;
        });
        expect(read).toEqual(people);
      }),
      { numRuns: 300 },
    );
  });

  it("are written as the documentation of the table says", () => {
    const row = rowOf({
      name: "=Ana",
      contacts: [
        { kind: "signal", value: "+15550100" },
        { kind: "email", value: "a;b\\c@example.org", atWork: true },
      ],
      actions: [
        { action: "sign" as ActionKey, condition: { kind: "none" } },
        { action: "strike" as ActionKey, condition: { kind: "at-least-percent", percent: 30 } },
      ],
      doNotContact: false,
      role: null,
    });
    expect(row.filter((cell) => cell !== "")).toEqual([
      "'=Ana",
      String.raw`signal:+15550100; email/work:a\;b\\c@example.org`,
      "no",
      "sign; strike:30%",
    ]);
    expect(row).toHaveLength(headerOfOurs.length);
  });

  it("have their faults named by line and column, all at once, and nothing repeated", () => {
    const header = ["Name", "team", "contacts", "assessment", "do not contact", "actions"];
    const cells = ["Secret\u0007Name", "SecretTeam", "secret", "9", "secret", "sign:secret"];
    const read = rowToInput(mappingFor(header), sample)({ line: 7, cells });
    if (read.ok) throw new Error("was taken");
    expect(read.failure.map(({ line, path }) => [line, path])).toEqual([
      [7, "column 3"],
      [7, "column 5"],
      [7, "column 6"],
      [7, "column 4"],
      [7, "column 1"],
      [7, "column 2"],
    ]);
    expect(JSON.stringify(read.failure)).not.toMatch(/secret/iu);
  });

  it("say nothing by an empty cell", () => {
    const cells = headerOfOurs.map((member) => (member === "name" ? "Ana" : " \u200E"));
    expect(rowToInput(mappingFor(headerOfOurs), sample)({ line: 2, cells })).toEqual({
      ok: true,
      value: { line: 2, name: "Ana" },
    });
  });
});
