import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createStrictJson } from "../../../src/adapters/system/strict-json.ts";
import { nearlyJson, toldBy, values } from "./json-texts.ts";

const json = createStrictJson();

const told = (text: string): string => toldBy(json.parse, text);

const toldOfMany = (text: string): string => toldBy(json.parseMany, text);

describe("reading one JSON value", () => {
  it("gives back whatever JSON.stringify wrote, indented or not", () => {
    fc.assert(
      fc.property(values, fc.constantFrom(0, 2, "\t", "\r\n "), (value, indent) => {
        expect(json.parse(JSON.stringify(value, null, indent))).toEqual({ ok: true, value });
      }),
    );
  });

  it("accepts nothing that JSON.parse refuses, and reads the same from the rest", () => {
    fc.assert(
      fc.property(nearlyJson, (text) => {
        const read = json.parse(text);
        if (read.ok) expect(read.value).toEqual(JSON.parse(text));
        else if (!/twice|__proto__|too large/u.test(read.failure.what)) {
          expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("gives objects on which nothing but the data answers", () => {
    const read = json.parse('{"a":{"toString":1}}');
    const outer = (read.ok ? read.value : {}) as { a: object; constructor?: unknown };
    expect(Object.getPrototypeOf(outer)).toBeNull();
    expect(Object.getPrototypeOf(outer.a)).toBeNull();
    expect(outer.constructor).toBeUndefined();
    expect(outer.a).toEqual({ toString: 1 });
  });

  it("lets a lone surrogate through to those who can name its member", () => {
    expect(json.parse('{"name":"\\ud800"}')).toEqual({ ok: true, value: { name: "\ud800" } });
    expect(json.parse('"\\ud83d\\udc26"')).toEqual({ ok: true, value: "🐦" });
  });

  it("keeps minus zero and the smallest and largest numbers", () => {
    expect(json.parse("-0")).toEqual({ ok: true, value: -0 });
    expect(json.parse("[5e-324,1.7976931348623157e308,1e-400]")).toEqual({
      ok: true,
      value: [5e-324, 1.7976931348623157e308, 0],
    });
  });
});

describe("refusing JSON that another reader would read otherwise", () => {
  it("refuses a member that stands twice, also in another spelling", () => {
    expect(told('{"name":"a","name":"b"}')).toBe('1:13 the member "name" stands twice');
    expect(told('{"name":1,\n "n\\u0061me":2}')).toBe('2:2 the member "name" stands twice');
    expect(told('{"":1,"":2}')).toBe("1:7 a member stands twice");
    expect(json.parse('{"a":{"b":1},"b":{"a":1}}')).toMatchObject({ ok: true });
    expect(json.parse('{"constructor":1,"toString":2}')).toMatchObject({ ok: true });
  });

  it("does not repeat a member's name that is none of ours: it may be a person's", () => {
    expect(told('{"Ana Gómez":1,"Ana Gómez":2}')).toBe("1:16 a member stands twice");
  });

  it("finds a member that stands twice at any depth, on its line", () => {
    fc.assert(
      fc.property(
        values,
        fc.array(fc.constantFrom("array", "object"), { maxLength: 60 }),
        fc.string().filter((name) => name !== "__proto__"),
        (filler, around, name) => {
          const key = JSON.stringify(name);
          let text = `{\n${key}: ${JSON.stringify(filler)},\n${key}: 1\n}`;
          let line = 3;
          for (const kind of around) {
            text = kind === "array" ? `[0,\n${text}]` : `{"a": 0,\n"b": ${text}}`;
            line += 1;
          }
          expect(told(text)).toMatch(new RegExp(`^${line}:1 .*twice$`, "u"));
        },
      ),
    );
  });

  it("refuses __proto__ as a member's name in every spelling, and not as a text", () => {
    const what = 'a member may not be called "__proto__"';
    expect(told('{"__proto__":{"admin":true}}')).toBe(`1:2 ${what}`);
    expect(told('[{"a":{"\\u005f_proto__":1}}]')).toBe(`1:8 ${what}`);
    expect(json.parse('["__proto__"]')).toEqual({ ok: true, value: ["__proto__"] });
  });

  it("refuses a number that JavaScript would make infinite", () => {
    expect(told('{"size":1e400}')).toBe("1:9 a number is too large");
    expect(told("[-1e999]")).toBe("1:2 a number is too large");
  });
});

describe("refusing JSON that would exhaust the machine", () => {
  const nested = (depth: number, open: string, close: string): string =>
    `${open.repeat(depth)}0${close.repeat(depth)}`;

  it("reads 64 levels and refuses 65, of arrays, objects and both", () => {
    for (const [open, close, width] of [
      ["[", "]", 1],
      ['{"a":', "}", 5],
    ] as const) {
      expect(json.parse(nested(64, open, close))).toMatchObject({ ok: true });
      expect(json.parseMany(nested(64, open, close))).toMatchObject({ ok: true });
      const told65 = `1:${64 * width + 1} it is nested more than 64 levels deep`;
      expect(told(nested(65, open, close))).toBe(told65);
      expect(toldOfMany(nested(65, open, close))).toBe(told65);
    }
    expect(json.parse(nested(32, '[{"a":', "}]"))).toMatchObject({ ok: true });
    expect(told(nested(33, '[{"a":', "}]"))).toContain("nested");
  });

  it("refuses a million levels without a stack to overflow, closed or not, on lines or not", () => {
    const deep = "[".repeat(1_000_000);
    const broken = ["{}\n", "[", "1,", "}", ""].map((before) => before + deep);
    for (const text of [...broken, '{"a":'.repeat(1_000_000), nested(1_000_000, "[", "]")]) {
      expect(json.parse(text)).toMatchObject({ ok: false });
      expect(json.parseMany(text)).toMatchObject({ ok: false });
    }
  });

  it("does not count brackets inside texts", () => {
    const text = "[{".repeat(100);
    expect(json.parse(JSON.stringify([text, '"\\'.repeat(50) + text]))).toMatchObject({ ok: true });
  });

  it("refuses one value of more than a million characters, and reads many that are longer together", () => {
    const long = `"${"x".repeat(1024 * 1024)}"`;
    expect(told(`\n ${long}`)).toBe("2:2 one value is longer than a million characters");
    expect(toldOfMany(`[1,\n${long}]`)).toBe("2:1 one value is longer than a million characters");
    const shorter = `"${"x".repeat(600_000)}"`;
    expect(json.parseMany(`[${shorter},${shorter}]`)).toMatchObject({ ok: true });
    expect(json.parseMany(`${shorter}\n${shorter}`)).toMatchObject({ ok: true });
  });
});
