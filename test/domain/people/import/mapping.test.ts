import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { mappingFor } from "../../../../src/domain/people/import/mapping-for.ts";
import { fitsHeader, parseMapping } from "../../../../src/domain/people/import/mapping.ts";
import { headerOfOurs } from "../../../../src/domain/people/import/our-table.ts";
import { sampleTable } from "./samples.ts";

const faultsOf = (input: unknown): unknown => {
  const read = parseMapping(input);
  return read.ok ? "taken" : read.failure;
};

const mapping = (...columns: readonly object[]): object => ({ v: 1, kind: "unknown", columns });

describe("a mapping in a file", () => {
  it("comes back as what it was, whatever the header", () => {
    const headers = [
      headerOfOurs,
      ...["action-network", "google-current", "google-older", "zetkin", "linkedin", "employer"].map(
        (name) => sampleTable(`${name}.csv`).header,
      ),
    ];
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...headers), fc.array(fc.string(), { maxLength: 5 })),
        (header) => {
          const made = mappingFor(header);
          expect(parseMapping(JSON.parse(JSON.stringify(made)))).toEqual({ ok: true, value: made });
          expect(fitsHeader(made, header)).toBe(true);
        },
      ),
    );
  });

  it("is refused with every fault, and nothing in it repeated", () => {
    expect(faultsOf(mapping({ header: "a", fills: "secret", more: 1 }))).toMatchObject([
      { path: "columns.0.fills", fault: { type: "not-one-of" } },
      { path: "columns.0", fault: { type: "member-unknown" } },
    ]);
    expect(
      faultsOf(mapping({ header: "a", fills: "name" }, { header: "b", fills: "name" })),
    ).toEqual([{ path: "columns.1.fills", fault: { type: "key-twice" } }]);
    expect(faultsOf([])).toMatchObject([{ path: "", fault: { type: "value-wrong" } }]);
    expect(faultsOf({ kind: "unknown", columns: [] })).toMatchObject([
      { path: "v", fault: { type: "member-missing" } },
    ]);
  });

  it("fits no table with other columns, or as many in another order", () => {
    const made = mappingFor(["First name", "Team"]);
    expect(fitsHeader(made, ["first_name", "TEAM"])).toBe(true);
    expect(fitsHeader(made, ["Team", "First name"])).toBe(false);
    expect(fitsHeader(made, ["First name", "Team", ""])).toBe(false);
  });
});
