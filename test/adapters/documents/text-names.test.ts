import { describe, expect, it } from "vitest";
import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import { markerOf } from "../../../src/domain/letters/outside.ts";
import { letter, sampleSignatories, signatoryList } from "./sample-letters.ts";

const documents = createDocuments();
const signedBy = (names: readonly string[], width?: number): readonly string[] =>
  documents
    .write(
      letter(markerOf("signatories"), {
        signatories: signatoryList({ named: names.map((name) => ({ name })) }),
      }),
      "txt",
      width,
    )
    .trimEnd()
    .split("\n")
    .slice(3);

describe("names in a letter written as plain text", () => {
  it("are set apart if they run from right to left from the text around it, and not where they stand alone", () => {
    expect(documents.write(letter(markerOf("place-and-date"), { place: "חיפה" }), "txt")).toBe(
      "\u2068חיפה\u2069, 22 November 2026\n",
    );
    expect(signedBy(["דנה לוי", "Ana Gómez"])).toEqual(["דנה לוי", "Ana Gómez"]);
  });

  it("are set apart on each line that they are wrapped over", () => {
    const unit = "הנדסה של מערכות";
    const source = letter(markerOf("signatories"), { unit, signatories: sampleSignatories });
    expect(documents.write(source, "txt", 36)).toContain(
      "from outside \u2068הנדסה של\u2069\n\u2068מערכות\u2069\n",
    );
  });

  it("stand in columns that are read downwards where they fit", () => {
    const names = Array.from(
      { length: 10 },
      (_, index) => `Name ${String(index + 1).padStart(2, "0")}`,
    );
    expect(signedBy(names, 30)).toEqual([
      "Name 01   Name 05   Name 09",
      "Name 02   Name 06   Name 10",
      "Name 03   Name 07",
      "Name 04   Name 08",
    ]);
    expect(
      signedBy(
        names.map((name) => name.padEnd(20, "x")),
        30,
      ),
    ).toHaveLength(10);
    expect(signedBy(names.slice(0, 3), 30)).toEqual(["Name 01", "Name 02", "Name 03"]);
  });
});
