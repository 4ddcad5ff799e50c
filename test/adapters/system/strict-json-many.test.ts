import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createStrictJson } from "../../../src/adapters/system/strict-json.ts";
import { nearlyJson, values } from "./json-texts.ts";

const json = createStrictJson();

describe("reading many values", () => {
  it("takes one value, lines of values and an array for the same thing", () => {
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 5 }), (all) => {
        const lines = all.map((value) => JSON.stringify(value));
        const onLines = json.parseMany(lines.join("\n"));
        const inArray = json.parseMany(`[${lines.join(",\n")}]`);
        expect(inArray).toEqual({
          ok: true,
          value: all.map((value, index) => ({ value, line: index + 1 })),
        });
        // A first line that is an array is the array.
        if (Array.isArray(all[0])) expect(onLines.ok).toBe(all.length === 1);
        else expect(onLines).toEqual(inArray);
      }),
    );
  });

  it("gives nothing for nothing", () => {
    for (const text of ["", " \r\n\t\n", "[]", " [ \n ] \n"]) {
      expect(json.parseMany(text)).toEqual({ ok: true, value: [] });
    }
  });

  it("passes over empty lines, Windows ones too, and counts them", () => {
    expect(json.parseMany('\r\n{"a":1}\r\n\r\n  {"a":2}\r\n\n')).toEqual({
      ok: true,
      value: [
        { value: { a: 1 }, line: 2 },
        { value: { a: 2 }, line: 4 },
      ],
    });
  });

  it("reads one value that goes over several lines", () => {
    expect(json.parseMany('\n{\n "a": [1,\n 2]\n}\n')).toEqual({
      ok: true,
      value: [{ value: { a: [1, 2] }, line: 2 }],
    });
  });

  it("says on which line each element of an array begins", () => {
    expect(json.parseMany('[{"a":\n1}, {"a":2},\n\n [1,2] ]')).toEqual({
      ok: true,
      value: [
        { value: { a: 1 }, line: 1 },
        { value: { a: 2 }, line: 2 },
        { value: [1, 2], line: 4 },
      ],
    });
  });

  it("accepts as an array only what JSON.parse accepts", () => {
    fc.assert(
      fc.property(nearlyJson, (inner) => {
        const text = `[${inner}]`;
        const read = json.parseMany(text);
        if (read.ok) expect(read.value.map(({ value }) => value)).toEqual(JSON.parse(text));
        else if (!/twice|__proto__|too large/u.test(read.failure.what)) {
          expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("ends with a value or a fault inside the text, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(nearlyJson, fc.string({ unit: "binary", maxLength: 60 })), (text) => {
        for (const read of [json.parse(text), json.parseMany(text)]) {
          if (read.ok) continue;
          const { line, column } = read.failure;
          const found = text.split("\n")[line - 1];
          expect(found).toBeDefined();
          expect(column).toBeGreaterThan(0);
          expect(column).toBeLessThanOrEqual((found ?? "").length + 1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("reads thousands of people on lines and in an array", () => {
    const people = Array.from({ length: 3000 }, (_, index) => ({
      name: `Person ${index}`,
      team: "cloud",
      contacts: [{ kind: "signal", value: `+1555${index}` }],
      actions: ["sign", { action: "walkout", atLeast: 300 }],
      note: "x".repeat(120),
    }));
    const lines = people.map((person) => JSON.stringify(person));
    for (const text of [lines.join("\n"), `[${lines.join(",")}]`]) {
      const read = json.parseMany(text);
      expect(read.ok && read.value.length).toBe(3000);
      expect(read.ok && read.value[2999]?.value).toEqual(people[2999]);
    }
  });
});
