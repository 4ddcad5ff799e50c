import { readFileSync } from "node:fs";

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createAddressBooks } from "../../../src/adapters/address-books/address-books.ts";
import { cardToInput } from "../../../src/domain/people/import/card-to-input.ts";
import { sample } from "../../support/campaigns.ts";

const { readCards } = createAddressBooks();

const read = (input: string | Uint8Array) => {
  const cards = readCards(typeof input === "string" ? new TextEncoder().encode(input) : input);
  if (!cards.ok) throw new Error(cards.failure.type);
  return cards.value;
};

const file = (name: string): Uint8Array =>
  readFileSync(new URL(`samples/${name}`, import.meta.url));

const person = (input: string | Uint8Array, at = 0): unknown => {
  const card = read(input).cards[at];
  if (card === undefined) throw new Error("no such card");
  const made = cardToInput(card, sample);
  return made.ok ? made.value : made.failure;
};

const card = (...lines: readonly string[]): string =>
  ["BEGIN:VCARD", "VERSION:4.0", ...lines, "END:VCARD", ""].join("\r\n");

describe("a card of an address book", () => {
  it("is read from vCard 3.0 with its groups, types, folds and escapes", () => {
    expect(read(file("apple-3.0.vcf"))).toMatchObject({
      faults: [],
      cards: [
        {
          line: 1,
          formattedName: "Ana María Gómez",
          name: { first: "Ana", middle: "María", last: "Gómez" },
          nicknames: ["Anita", "Annie"],
          emails: [
            { value: "ana@example.org", types: ["internet", "home"] },
            { value: "ana@corp.example", types: ["internet", "work"] },
          ],
          phones: [{ value: "+15550100", types: ["cell"] }],
          messengers: [{ value: "signal:+15550100", types: [] }],
          organization: ["Example Corp", "Cloud"],
          title: "SRE",
          note: "Works nights; call after 10\nLikes tea, and cake, both",
          categories: ["sample", "myContacts"],
          uid: "sample-1",
        },
      ],
    });
  });

  it("becomes a person by what ours say on it", () => {
    expect(person(file("apple-3.0.vcf"))).toEqual({
      line: 1,
      name: "Ana María Gómez",
      role: "SRE",
      team: "cloud",
      doNotContact: true,
      note: "Works nights; call after 10\nLikes tea, and cake, both",
      contacts: [
        { kind: "email", value: "ana@example.org" },
        { kind: "email", value: "ana@corp.example", atWork: true },
        { kind: "phone", value: "+15550100" },
        { kind: "signal", value: "+15550100" },
        { kind: "signal", value: "+15550102" },
        { kind: "other", value: "a;b" },
      ],
      elsewhere: ["vcard:sample-1"],
    });
  });

  it("becomes a person from vCard 4.0 without the schemes of its addresses", () => {
    expect(person(file("two-4.0.vcf"))).toEqual({
      line: 1,
      name: "Bo Example",
      role: "Designer",
      language: "pt-BR",
      contacts: [
        { kind: "email", value: "bo@example.org" },
        { kind: "phone", value: "+15550103", atWork: true },
        { kind: "signal", value: "+15550104" },
        { kind: "other", value: "xmpp:bo@example.net" },
      ],
      elsewhere: ["vcard:urn:uuid:33333333-3333-4333-8333-333333333333"],
    });
  });

  it("is named by the parts of the name where it has no other", () => {
    expect(person(card("N:Gómez;Ana;;;"))).toEqual({ line: 1, name: "Ana Gómez" });
  });

  it("has each escape undone once, in a name too", () => {
    expect(person(card(String.raw`N:;A\\nb\, c;;;`))).toEqual({
      line: 1,
      name: String.raw`A\nb, c`,
    });
  });

  it("has its faults named by line and property, and nothing repeated", () => {
    const faults = person(
      card("FN:Secret\u0007", "TEL:1", "TEL:secret\u0007", "X-PLEDGE-SECRET:a", "X-PLEDGE-TEAM:b"),
    );
    expect(faults).toMatchObject([
      { line: 1, path: "X-PLEDGE", fault: { type: "member-unknown" } },
      { line: 1, path: "FN" },
      { line: 1, path: "X-PLEDGE-TEAM" },
      { line: 1, path: "TEL 2" },
    ]);
    expect(JSON.stringify(faults)).not.toMatch(/secret/iu);
  });
});

describe("a file of cards", () => {
  it("loses no card to one of an unknown version, which is named by its line", () => {
    const { cards, faults } = read(file("two-4.0.vcf"));
    expect(cards.map(({ formattedName }) => formattedName)).toEqual(["Bo Example", "Cy Example"]);
    expect(faults).toEqual([{ type: "card-version-unknown", line: 14 }]);
  });

  it.each([
    ["a line that is no property", card("FN:a", "nonsense"), 4],
    ["a parameter without its end", card('TEL;TYPE="work:1'), 3],
    ["no end", "BEGIN:VCARD\nVERSION:4.0\nFN:a\n", 1],
    ["a card inside of it", "BEGIN:VCARD\nVERSION:4.0\nFN:a\n", 1],
    ["a line that has no end", card(`NOTE:${"x".repeat(100_000)}`), 3],
  ])("loses one card alone to %s", (_, bad, line) => {
    const { cards, faults } = read(`${bad}${card("FN:Ana")}`);
    expect(cards.map(({ formattedName }) => formattedName)).toEqual(["Ana"]);
    expect(faults).toEqual([{ type: "card-malformed", line }]);
  });

  it("has one fault for what stands outside of its cards", () => {
    expect(read(`nonsense\nnonsense\n${card("FN:Ana")}`).faults).toEqual([
      { type: "card-malformed", line: 1 },
    ]);
  });

  it("is refused where there is none in it", () => {
    expect(readCards(new TextEncoder().encode("name,role\nAna,SRE"))).toEqual({
      ok: false,
      failure: { type: "cards-missing" },
    });
  });

  it("is a value, whatever stands in it", () => {
    const line = fc.string({
      unit: fc.constantFrom(..."abN;:=,\\\"^' \n", "TEL", "TYPE=", "BEGIN:VCARD\n", "__proto__"),
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        expect(read(card(...lines, "FN:a")).cards.length).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
