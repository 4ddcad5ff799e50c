/** Texts that somebody made to overflow a reader of Markdown or to keep it busy, small ones and whole ones of 64 KiB. */
import * as fc from "fast-check";

const longest = 64 * 1024;

/** As much of the text as may be, whole characters. */
const cutToSize = (text: string): string => {
  let cut = text
    .slice(0, longest)
    .toWellFormed()
    .replace(/\uFFFD$/u, "");
  while (new TextEncoder().encode(cut).length > longest)
    cut = cut.slice(0, Math.floor(cut.length * 0.9));
  return cut;
};

/** The unit over and over, up to 64 KiB. */
export const over = (unit: string, length = longest): string =>
  unit.repeat(Math.floor(length / unit.length));

/** What opens or closes something, alone or with something in it. */
const fragments = [
  [..."*_[]()`<>\\&|-=~#!\"':.@a"],
  ["**", "***", "__", "](b)", "[a]", "![", "``", "<a", "<a>", "</a>", "<!--", "-->", "~~"],
  ["\\*", "\\[", "&amp;", "&#", "http://", "www.", "a@b.c", "b c", "a_b", "*a", "a*", "[ ] "],
  ["- ", "+ ", "1. ", "2) ", "> ", "# ", "  ", "    ", "---", "===", "```\n", "\n", "\n\n"],
  ["[a]: b\n", "[a]: ", "|a|b|\n|-|-|\n", "|-|", "<div>", "<pre>", "<script>", "a\\\n", "a  \n"],
].flat();

const unit = fc
  .array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(""));

/** What takes up room between the signs. */
const filler = fc.constantFrom(
  "a",
  "a ",
  "word ",
  "]",
  "(",
  ")",
  "'",
  "|",
  "a.",
  "&amp;",
  "b\n",
  "- a\n",
  "=",
);

const within = (text: string): string => text.replaceAll(/ {65,}/gu, "    ");

/** Paragraphs of 64 KiB in all, each with about as many signs as a paragraph may have. */
export const fullText: fc.Arbitrary<string> = fc
  .record({
    open: unit,
    middle: fc.option(unit, { nil: "" }),
    close: unit,
    signs: fc.integer({ min: 20, max: 250 }),
    shape: fc.constantFrom("nested", "pairs", "openings"),
    filler,
    fillerFirst: fc.boolean(),
    paragraphs: fc.integer({ min: 8, max: 200 }),
    gap: fc.constantFrom("\n\n", "\n\n", "\n\n- ", "\n\n> ", "\n\n    "),
  })
  .map(({ open, middle, close, signs, shape, filler, fillerFirst, paragraphs, gap }) => {
    const count = Math.max(1, Math.floor(signs / (open + close).length));
    const core = {
      nested: open.repeat(count) + middle + close.repeat(count),
      pairs: (open + close).repeat(count),
      openings: open.repeat(2 * count),
    }[shape];
    const room = Math.max(0, Math.floor(longest / paragraphs) - core.length - gap.length);
    const rest = over(filler, Math.min(room, 900)) + over(" word", Math.max(0, room - 900));
    const paragraph = fillerFirst ? rest + core : core + rest;
    return cutToSize(within(`${paragraph}${gap}`.repeat(paragraphs)));
  });

const marks = ["> ", ">", "- ", "* ", "+ ", "1. ", "2) ", "1.", "  ", "   ", "    ", " "];

const contents = [
  ["a", "b", "", "---", "```", "<!--", "-->", "<div>", "|a|b|", "|-|-|", "a|b", "-|-", ":-"],
  ["[a]: b", "[a]", "=", "-", "# h", "*", "**a", "x\\", "[ ] x", "2)", "1.", "+", ">", "a@b.c"],
].flat();

const some = <T>(values: readonly T[], most: number): fc.Arbitrary<readonly T[]> =>
  fc.array(fc.constantFrom(...values), { maxLength: most });

/** How a line begins: as the others do, with what is left of it when the marks became spaces, or by itself. */
const startOf = (base: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(base.join("")) },
    fc
      .array(fc.boolean(), { minLength: base.length, maxLength: base.length })
      .map((kept) =>
        base.map((mark, at) => (kept[at] === true ? mark : " ".repeat(mark.length))).join(""),
      ),
    some(marks, 3).map((own) => own.join("")),
  );

/** A few lines with quotes and lists in one another, which go on in odd ways. */
export const smallText: fc.Arbitrary<string> = some(marks, 6)
  .chain((base) =>
    fc.array(fc.tuple(startOf(base), fc.constantFrom(...contents)), { minLength: 2, maxLength: 9 }),
  )
  .map((lines) => lines.map((parts) => parts.join("")).join("\n"));

/** The same over and over, a line each, up to the bounds. */
export const repeatedLines: fc.Arbitrary<string> = smallText.map((text) =>
  cutToSize(over(`${text}\n\n`).split("\n").slice(0, 1000).join("\n")),
);
