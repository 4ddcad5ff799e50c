import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readCards } from "../../../../src/adapters/address-books/read-cards.ts";
import { cardToInput, propertyOfOurs } from "../../../../src/domain/people/import/card-to-input.ts";
import { headerOfOurs, textsOf } from "../../../../src/domain/people/import/our-table.ts";
import { sample } from "../../../support/campaigns.ts";
import { person } from "./told-person.ts";

const escaped = (text: string): string =>
  text.replaceAll(/[\\,;]/gu, String.raw`\$&`).replaceAll("\n", String.raw`\n`);

describe("people on cards of ours", () => {
  it("come back as what they were", () => {
    fc.assert(
      fc.property(person, fc.constantFrom("3.0", "4.0"), (one, version) => {
        const texts = textsOf(one);
        const said = headerOfOurs
          .filter((member) => (texts[member] ?? "") !== "")
          .map((member) => `${propertyOfOurs(member)}:${escaped(texts[member] ?? "")}`);
        const lines = ["BEGIN:VCARD", `VERSION:${version}`, "FN:Sample", ...said, "END:VCARD"];
        const read = readCards(new TextEncoder().encode(lines.join("\r\n")));
        const [card] = read.ok ? read.value.cards : [];
        if (card === undefined) throw new Error("no card");
        expect(cardToInput(card, sample)).toEqual({ ok: true, value: { line: 1, ...one } });
      }),
      { numRuns: 200 },
    );
  });
});
