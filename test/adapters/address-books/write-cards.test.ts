import * as fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";

import { writeCards } from "../../../src/adapters/address-books/write-cards.ts";
import type { OutgoingCard } from "../../../src/domain/people/export/address-book-writer.ts";
import type { Contact } from "../../../src/domain/people/person.ts";
import { cleanText } from "../../support/campaigns.ts";

const full: OutgoingCard = {
  name: "Ana Sample",
  contacts: [
    { kind: "signal", value: "+1 (555) 0100" },
    { kind: "signal", value: "ana, näh.01" },
    { kind: "phone", value: "+15550101", atWork: true },
    { kind: "email", value: "ana@example.org" },
    { kind: "other", value: "xmpp:ana@example.org" },
  ],
  role: "SRE, nights; and more",
  language: "pt-BR",
};

/** A card by the letter of RFC 6350: unfolded (§3.2), parameters apart, values split and unescaped (§3.4). */
const propertiesOf = (text: string): readonly (readonly [string, readonly string[]])[] =>
  text
    .replaceAll(/\r\n[ \t]/gu, "")
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [, name = "", value = ""] = /^([^:]*):(.*)$/su.exec(line) ?? [];
      const separator = /^(?:N|ORG)$/u.test(name)
        ? ";"
        : /^(?:NICKNAME|CAT)/u.test(name)
          ? ","
          : "";
      const parts: string[] = [""];
      for (const [piece, escaped] of value.matchAll(/\\(.)|[^\\]/gsu)) {
        if (piece === separator) parts.push("");
        else parts.push(`${parts.pop()}${escaped === "n" ? "\n" : (escaped ?? piece)}`);
      }
      return [name, parts];
    });

const card: fc.Arbitrary<OutgoingCard> = fc.record(
  {
    name: cleanText(120),
    contacts: fc.array(
      fc.record({ kind: fc.constantFrom<Contact["kind"]>("phone", "email"), value: cleanText(90) }),
      { maxLength: 2 },
    ),
    role: cleanText(90),
    language: fc.constantFrom("en", "pt-BR"),
  },
  { requiredKeys: ["name", "contacts"] },
);

const expected = (one: OutgoingCard): readonly (readonly [string, readonly string[]])[] => [
  ["BEGIN", ["VCARD"]],
  ["VERSION", ["4.0"]],
  ["FN", [one.name]],
  ["N", ["", one.name, "", "", ""]],
  ...one.contacts.map(
    ({ kind, value }) => [kind === "email" ? "EMAIL" : "TEL;VALUE=TEXT", [value]] as const,
  ),
  ...(one.role === undefined ? [] : [["TITLE", [one.role]] as const]),
  ...(one.language === undefined ? [] : [["LANG", [one.language]] as const]),
  ["END", ["VCARD"]],
];

describe("cards", () => {
  it("have a property for everything that they say", () => {
    expect(writeCards([full]).split("\r\n")).toEqual([
      "BEGIN:VCARD",
      "VERSION:4.0",
      "FN:Ana Sample",
      "N:;Ana Sample;;;",
      "IMPP:signal:+15550100",
      "IMPP:signal:ana%2C%20n%C3%A4h.01",
      "TEL;TYPE=work;VALUE=TEXT:+15550101",
      "EMAIL:ana@example.org",
      "IMPP:xmpp:ana@example.org",
      String.raw`TITLE:SRE\, nights; and more`,
      "LANG:pt-BR",
      "END:VCARD",
      "",
    ]);
  });

  it("are read by the letter of RFC 6350 as what was written", () => {
    fc.assert(
      fc.property(fc.array(card, { maxLength: 3 }), (cards) => {
        expect(propertiesOf(writeCards(cards))).toEqual(cards.flatMap(expected));
      }),
      { numRuns: 300 },
    );
  });

  it("have no line longer than 75 octets, and none that breaks a character", () => {
    fc.assert(
      fc.property(card, (one) => {
        const lines = Buffer.from(writeCards([one]))
          .toString("latin1")
          .split("\r\n");
        for (const line of lines) {
          const octets = Buffer.from(line, "latin1");
          expect(octets.length).toBeLessThanOrEqual(75);
          expect(octets.toString("utf8")).not.toContain("\uFFFD");
        }
      }),
      { numRuns: 300 },
    );
  });

  it("are read by the library too", () => {
    const [name, properties] = ICAL.parse(writeCards([full])) as [string, readonly unknown[]];
    expect(name).toBe("vcard");
    expect(properties).toContainEqual(["fn", {}, "text", "Ana Sample"]);
    expect(properties).toContainEqual(["tel", { type: "work" }, "text", "+15550101"]);
  });
});
