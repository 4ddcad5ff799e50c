import canonicalizer from "canonicalize";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";
import type { Json } from "../../../src/domain/text/canonical-json.ts";

// Its types promise a module with a default export, where there is the function itself.
const canonicalize = canonicalizer as unknown as (value: unknown) => string | undefined;

const codePoint = fc
  .oneof(fc.nat(0xff), fc.nat(0xd7_ff), fc.integer({ min: 0xe0_00, max: 0x10_ff_ff }))
  .map((point) => String.fromCodePoint(point));

const value = fc.jsonValue({ stringUnit: codePoint });

describe("canonical JSON", () => {
  it("is what another implementation of RFC 8785 writes", () => {
    fc.assert(
      fc.property(value, (written) => {
        expect(canonicalJson(written as Json)).toBe(canonicalize(written));
      }),
    );
  });

  it("sorts members by UTF-16 code units, where a surrogate comes before U+FB33", () => {
    expect(canonicalJson({ "\uFB33": 1, "\u{1F600}": 2, "\u20AC": 3 })).toBe(
      '{"\u20AC":3,"\u{1F600}":2,"\uFB33":1}',
    );
  });

  it("parses to the value that was written", () => {
    fc.assert(
      fc.property(value, (written) => {
        expect(JSON.parse(canonicalJson(written as Json))).toEqual(
          JSON.parse(JSON.stringify(written)),
        );
      }),
    );
  });

  it("leaves out members that are not there, and throws for what JSON cannot carry", () => {
    expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}');
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
    expect(() => canonicalJson({ "\uD800": 1 })).toThrow(TypeError);
  });
});
