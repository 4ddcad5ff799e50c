import * as fc from "fast-check";
import { expect, it } from "vitest";

import { folded } from "../../../src/domain/text/folded.ts";

/** Step by step, whatever the text is. */
const reference = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/\s+/gu, " ")
    .toLowerCase();

const ascii = fc.string({ unit: "grapheme-ascii" });
const spaced = fc
  .array(fc.constantFrom("Ana", " ", "\t", "GÓMEZ", "’", "~"))
  .map((parts) => parts.join(""));

it("is the same by the short way and by the long one", () => {
  fc.assert(
    fc.property(fc.oneof(ascii, fc.string({ unit: "grapheme" }), spaced), (text) => {
      expect(folded(text)).toBe(reference(text));
    }),
  );
});
