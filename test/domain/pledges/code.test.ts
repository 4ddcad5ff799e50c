import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { newPledgeCode, parsePledgeCode } from "../../../src/domain/pledges/code.ts";
import { anyText } from "../../support/campaigns.ts";

const alphabet = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];

const code = fc
  .uint8Array({ minLength: 15, maxLength: 15 })
  .map((bytes) => newPledgeCode({ bytes: () => bytes }));

const charactersOf = (text: string): string[] => [...text.replaceAll("-", "")];

describe("a pledge code", () => {
  it("is sixteen characters in four groups, and reads back as itself", () => {
    fc.assert(
      fc.property(code, (written) => {
        expect(written).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/u);
        expect(parsePledgeCode(written)).toBe(written);
      }),
    );
  });

  it("is the one that the documentation shows", () => {
    expect(parsePledgeCode("K7QF-2M9T-XR4D-8WNA")).toBe("K7QF-2M9T-XR4D-8WNA");
    expect(newPledgeCode({ bytes: (length) => new Uint8Array(length).fill(0xff) })).toBe(
      "ZZZZ-ZZZZ-ZZZZ-ZZZ2",
    );
  });

  it("carries 75 random bits: other bytes give another code", () => {
    fc.assert(
      fc.property(code, code, (one, other) => {
        const [a, b] = [charactersOf(one), charactersOf(other)];
        expect(one === other).toBe(a.slice(0, 15).join("") === b.slice(0, 15).join(""));
      }),
    );
  });

  it("is noticed to be wrong when any one character is another one", () => {
    fc.assert(
      fc.property(code, fc.nat(15), fc.integer({ min: 1, max: 31 }), (written, at, step) => {
        const characters = charactersOf(written);
        const value = alphabet.indexOf(characters[at] ?? "");
        characters[at] = alphabet[(value + step) % 32] ?? "";
        expect(parsePledgeCode(characters.join(""))).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it("is noticed to be wrong when any two characters changed places", () => {
    fc.assert(
      fc.property(code, fc.nat(15), fc.nat(15), (written, one, other) => {
        const characters = charactersOf(written);
        const [a, b] = [characters[one] ?? "", characters[other] ?? ""];
        characters[one] = b;
        characters[other] = a;
        expect(parsePledgeCode(characters.join(""))).toBe(a === b ? written : undefined);
      }),
      { numRuns: 2000 },
    );
  });

  it("is read however it was typed: small letters, spaces, and I, L, O for the digits they look like", () => {
    fc.assert(
      fc.property(
        code,
        fc.infiniteStream(fc.constantFrom("I", "i", "l", "L", "1")),
        (written, ones) => {
          const typed = charactersOf(written).map((character) => {
            if (character === "0") return "o";
            return character === "1" ? ones.next().value : character.toLowerCase();
          });
          expect(parsePledgeCode(` ${typed.join(" ")}\t`)).toBe(written);
        },
      ),
    );
  });

  it("is nothing else, and nothing else makes the reader throw", () => {
    fc.assert(
      fc.property(anyText(80), (text) => {
        const read = parsePledgeCode(text);
        if (read !== undefined) expect(parsePledgeCode(read)).toBe(read);
      }),
    );
    expect(parsePledgeCode("U".repeat(16))).toBeUndefined();
    expect(parsePledgeCode(" ".repeat(10_000_000))).toBeUndefined();
    expect(parsePledgeCode("")).toBeUndefined();
  });
});
