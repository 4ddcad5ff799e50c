/** Sample letters: the people, the company and the figures in them are made up. */
import * as fc from "fast-check";
import type { Day } from "../../../src/domain/day.ts";
import { endMarkerOf, markerOf, outsideBlocks } from "../../../src/domain/letters/outside.ts";
import type { LetterSource, OutsideContent } from "../../../src/domain/letters/ports.ts";
import type {
  Others,
  SignatoryLine,
  SignatoryList,
} from "../../../src/domain/letters/signatories.ts";
import { hostileValue } from "./hostile-values.ts";

export const nobody: Others = { people: 0, moreThan: false };

export const signatoryList = (list: Partial<SignatoryList> = {}): SignatoryList => ({
  named: [],
  roles: [],
  others: nobody,
  supporters: { named: [], others: nobody },
  ...list,
});

export const letter = (
  markdown: string,
  outside: Partial<OutsideContent> = {},
  source: Partial<LetterSource> = {},
): LetterSource => ({
  markdown,
  title: "No contracts with the police",
  language: "en",
  outside: {
    place: "Oakland",
    day: "2026-11-22" as Day,
    unit: "Engineering",
    signatories: signatoryList(),
    ...outside,
  },
  shown: outsideBlocks,
  ...source,
});

export const sampleText = `${markerOf("place-and-date")}

Dana Roe\\
Chief Executive Officer\\
Example Corp

Dear Dana Roe,

We build the search that the county bought ([register](https://example.org/r/14), 14 March 2026), and we demand that Example Corp end the contract.

${markerOf("how-many")}

We demand:

1. **End the contracts.** End every contract with a law-enforcement agency by 1 March 2027.
2. **Say so in public.** Publish a policy, and bind resellers by it, by 1 February 2027.

${markerOf("signatories")}

Write to us: <workers@example.org>
`;

export const sampleSignatories = signatoryList({
  named: [
    { name: "Ana Gómez", role: "Site Reliability Engineer" },
    { name: "Jean-Luc O'Neil, Jr." },
    { name: "![x](http://t/p.gif)" },
    { name: "محمد العربي", role: "Designer" },
    { name: "山田太郎" },
  ],
  roles: Array.from({ length: 7 }, () => "Software Engineer, Cloud"),
  others: { people: 140, moreThan: true },
  supporters: { named: [{ name: "דנה לוי" }], others: { people: 5, moreThan: false } },
});

const signatoryLine: fc.Arbitrary<SignatoryLine> = fc.oneof(
  fc.record({ name: hostileValue }),
  fc.record({ name: hostileValue, role: hostileValue }),
);

const others: fc.Arbitrary<Others> = fc.record({
  people: fc.nat(40).map((fives) => fives * 5),
  moreThan: fc.boolean(),
});

type Values = Required<Pick<OutsideContent, "place" | "unit" | "signatories">>;

/** Outside content in which every value is hostile. */
export const hostileOutside: fc.Arbitrary<Values> = fc.record({
  place: hostileValue,
  unit: hostileValue,
  signatories: fc.record({
    named: fc.array(signatoryLine, { minLength: 1, maxLength: 12 }),
    roles: fc.array(hostileValue, { maxLength: 6 }),
    others,
    supporters: fc.record({ named: fc.array(signatoryLine, { maxLength: 3 }), others }),
  }),
});

/**
 * The same content with each value replaced by a few letters that no format could take for markup,
 * and the way back, for a text that was read from a file made with it.
 */
export const harmless = (
  outside: Values,
): { readonly outside: Values; readonly originals: (text: string) => string } => {
  const standIns = new Map<string, string>();
  const letterOf = (index: number): string => String.fromCodePoint(97 + index);
  const standIn = (value: string): string => {
    const index = standIns.size;
    const name = `Q${letterOf(Math.floor(index / 26))}${letterOf(index % 26)}q`;
    standIns.set(value, standIns.get(value) ?? name);
    return standIns.get(value) ?? name;
  };
  const line = ({ name, role }: SignatoryLine): SignatoryLine => ({
    name: standIn(name),
    ...(role === undefined ? {} : { role: standIn(role) }),
  });
  const { named, roles, supporters } = outside.signatories;
  const replaced = {
    place: standIn(outside.place),
    unit: standIn(outside.unit),
    signatories: {
      ...outside.signatories,
      named: named.map(line),
      roles: roles.map(standIn),
      supporters: { ...supporters, named: supporters.named.map(line) },
    },
  };
  const values = new Map([...standIns].map(([value, name]) => [name, value]));
  return {
    outside: replaced,
    originals: (text) => text.replaceAll(/Q[a-z]{2}q/gu, (name) => values.get(name) ?? name),
  };
};

/** Texts put together from whole lines, among them markers in odd places, twice, or with an end of their own. */
export const oddText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "",
        "",
        "A paragraph of *some* length, [linked](https://example.org/a).",
        "- item",
        "1. item",
        "  continued",
        "> quote",
        "```",
        "# Heading",
        "| a | b |",
        "| - | - |",
        "a hard\\",
        "<div>",
        "<!--",
        "-->",
        "[r]: https://example.org/r",
        "see [r]",
        "***",
      ),
      fc.constantFrom(...outsideBlocks).map(markerOf),
      fc.constantFrom(...outsideBlocks).map((block) => `  ${markerOf(block)} `),
      fc.constantFrom(...outsideBlocks).map((block) => `x ${markerOf(block)}`),
      fc.constantFrom(...outsideBlocks).map(endMarkerOf),
      hostileValue,
    ),
    { maxLength: 14 },
  )
  .map((lines) => `${lines.join("\n")}\n`);
