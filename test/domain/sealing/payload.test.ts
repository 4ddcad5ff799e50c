import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  kindOf,
  linesOf,
  sameBytes,
  writeLines,
  writePayload,
} from "../../../src/domain/sealing/payload.ts";
import type { Json } from "../../../src/domain/text/canonical-json.ts";
import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What the lines are until the first fault, and that fault. */
const read = (payload: Uint8Array) => {
  const values: unknown[] = [];
  for (const line of linesOf(payload)) {
    if (!line.ok) return { values, fault: line.failure };
    values.push(line.value.value);
  }
  return { values, fault: undefined };
};

const json = fc.oneof(fc.jsonValue({ stringUnit: "grapheme" }), fc.constant({ pad: "000" }));
const lines: fc.Arbitrary<readonly Json[]> = fc.array(json, { maxLength: 20 });

describe("a payload", () => {
  it("gives back the lines that were written, with their numbers and their text", () => {
    fc.assert(
      fc.property(lines, (written) => {
        const found = [...linesOf(writePayload(written))];
        expect(found).toEqual(
          written.map((value, index) => ({
            ok: true,
            value: {
              number: index + 1,
              value: JSON.parse(canonicalJson(value)),
              text: canonicalJson(value),
            },
          })),
        );
      }),
    );
  });

  it("is lines in canonical form, each ended by LF, and zeros up to its bucket", () => {
    const payload = writePayload([{ v: 1, type: "x" }, { name: "Ana Gómez" }]);
    expect(payload).toHaveLength(4096);
    expect(textOf(payload)).toMatch(
      /^\{"type":"x","v":1\}\n\{"name":"Ana Gómez"\}\n\{"pad":"0+"\}\n$/u,
    );
    expect(payload).toEqual(writeLines(['{"type":"x","v":1}', '{"name":"Ana Gómez"}']));
  });

  it("has an empty pad where the lines fill their bucket, and the next bucket one byte later", () => {
    const filling = (length: number): Uint8Array =>
      // 2 quotes and LF around the text; 11 bytes of `{"pad":""}` and LF behind it.
      writePayload(["x".repeat(length - 3 - 11)]);
    expect(filling(4096)).toHaveLength(4096);
    expect(textOf(filling(4096))).toMatch(/x"\n\{"pad":""\}\n$/u);
    expect(read(filling(4096)).fault).toBeUndefined();
    expect(filling(4097)).toHaveLength(16_384);
  });

  it("is refused when it is cut off anywhere, and with anything behind it", () => {
    const payload = writePayload([{ type: "x", v: 1 }, { name: "é" }]);
    for (let length = 0; length < payload.length; length += length < 60 ? 1 : 67)
      expect(read(payload.subarray(0, length)).fault, `${length}`).toBeDefined();
    for (const more of ["\n", " ", "\0", "{}\n", '{"pad":""}\n'])
      expect(read(bytesOf(textOf(payload) + more)).fault, more).toBeDefined();
  });

  it("has one pad: no other length, no other character, no second one, nowhere else", () => {
    const payload = textOf(writePayload([{ type: "x", v: 1 }]));
    for (const other of [
      payload.replace("00", "0"),
      payload.replace("00", "000"),
      payload.replace("00", "01"),
      payload.replace('"pad":"', '"pad": "').replace("00", "0"),
      payload.replace(/\{"pad".*\n/u, ""),
      payload.replace(/\{"pad".*\n/u, `{"pad":"${"0".repeat(16_384 - 19 - 11)}"}\n`),
    ])
      expect(read(bytesOf(other)).fault?.type).toBe("payload-malformed");
    const twice = read(writePayload([{ type: "x", v: 1 }, { pad: "" }]));
    expect(twice.values).toEqual([{ type: "x", v: 1 }, { pad: "" }]);
  });

  it.each([
    ["no JSON", '{"type":', "it is not JSON"],
    ["a byte order mark", '\uFEFF{"a":1}', "it is not JSON"],
    ["two values", "{} {}", "it is not JSON"],
    ["nothing", "", "it is not JSON"],
    ["depth without end", "[".repeat(1024 * 1024), "it is not JSON"],
    ["more than a mebibyte", `"${"x".repeat(1024 * 1024 - 1)}"`, "it is too long"],
  ])("stops at a line with %s", (_, text, what) => {
    const found = [...linesOf(writeLines(["{}", text, "{}"]))];
    expect(found).toEqual([
      { ok: true, value: { number: 1, value: {}, text: "{}" } },
      { ok: false, failure: { type: "payload-malformed", line: 2, what } },
    ]);
  });

  it("takes a line of a mebibyte, and one as deep as that allows", () => {
    const longest = `"${"x".repeat(1024 * 1024 - 2)}"`;
    const deepest = "[".repeat(512 * 1024) + "]".repeat(512 * 1024);
    expect(read(writeLines([longest, deepest]))).toMatchObject({ fault: undefined });
  });

  it("stops at the line that is not UTF-8, and not before it", () => {
    const payload = writePayload([{}, { name: "é" }, {}]);
    const broken = payload.map((byte) => (byte === 0xc3 ? 0xff : byte));
    expect(read(broken)).toEqual({
      values: [{}],
      fault: { type: "payload-malformed", line: 2, what: "it is not UTF-8" },
    });
  });

  it("never throws, whatever the bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(read(bytes).fault?.type).toBe("payload-malformed");
      }),
    );
  });
});

describe("what a payload says that it is", () => {
  it("stands in its first line, whatever follows", () => {
    expect(kindOf(writePayload([{ type: "x", v: 3, more: [] }, "?"]))).toEqual({
      ok: true,
      value: { type: "x", v: 3 },
    });
    const damaged = writeLines(['{"type":"x","v":1}', "{"]);
    expect(kindOf(damaged).ok).toBe(true);
  });

  it.each([
    null,
    1,
    "x",
    [],
    {},
    { type: "x" },
    { v: 1 },
    { type: 1, v: 1 },
    { type: "x", v: 0 },
    { type: "x", v: 1.5 },
    { type: "x", v: 1e300 },
    { type: "x", v: "1" },
  ])("is nothing for %j", (first) => {
    expect(kindOf(writePayload([first as Json]))).toEqual({
      ok: false,
      failure: {
        type: "payload-malformed",
        line: 1,
        what: "it does not begin as a file of ours does",
      },
    });
  });

  it("is nothing without a line", () => {
    expect(kindOf(writePayload([])).ok).toBe(false);
    expect(kindOf(new Uint8Array()).ok).toBe(false);
  });
});

describe("two payloads", () => {
  it("are the same when every byte is", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        expect(sameBytes(a, Uint8Array.from(a))).toBe(true);
        expect(sameBytes(a, b)).toBe(Buffer.compare(a, b) === 0);
        expect(sameBytes(a, Uint8Array.from([...a, 0]))).toBe(false);
      }),
    );
    expect(sameBytes(new Uint8Array([1, 2]), new Uint8Array([1, 3]))).toBe(false);
  });
});
