import { describe, expect, it } from "vitest";
import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import { markerOf } from "../../../src/domain/letters/outside.ts";
import { letter, nobody, sampleSignatories, signatoryList } from "./sample-letters.ts";

const documents = createDocuments();

describe("place and date", () => {
  it("are the date alone where no place is given", () => {
    const { place: _, ...outside } = letter("").outside;
    const source = { ...letter(markerOf("place-and-date")), outside };
    expect(documents.write(source, "txt")).toBe("22 November 2026\n");
    expect(documents.write(letter(markerOf("place-and-date")), "txt")).toBe(
      "Oakland, 22 November 2026\n",
    );
  });
});

describe("how many have signed", () => {
  const howMany = (signatories: Parameters<typeof signatoryList>[0]): string =>
    documents
      .write(letter(markerOf("how-many"), { signatories: signatoryList(signatories) }), "txt", 200)
      .trimEnd();
  const ana = { name: "Ana Gómez" };

  it("adds up the people who are shown by name, by role and as a number", () => {
    expect(
      howMany({
        named: [ana, ana],
        roles: ["A", "A", "A", "A", "A"],
        others: { people: 1195, moreThan: false },
      }),
    ).toBe("As of 22 November 2026, 1,202 workers in Engineering have signed this letter.");
  });

  it("says more than the number where some were cut from it", () => {
    expect(howMany({ named: [ana], others: { people: 5, moreThan: true } })).toBe(
      "As of 22 November 2026, more than 6 workers in Engineering have signed this letter.",
    );
  });

  it("speaks of one worker in the singular", () => {
    expect(howMany({ named: [ana] })).toBe(
      "As of 22 November 2026, 1 worker in Engineering has signed this letter.",
    );
  });

  it("does not count supporters, and says nothing when nobody can be shown", () => {
    expect(howMany({ supporters: { named: [ana], others: { people: 5, moreThan: true } } })).toBe(
      "",
    );
    expect(howMany({ others: { people: 0, moreThan: true } })).toBe("");
  });
});

describe("the signatories", () => {
  const signatories = (list: Parameters<typeof signatoryList>[0]): string =>
    documents
      .write(letter(markerOf("signatories"), { signatories: signatoryList(list) }), "txt")
      .trimEnd();

  it("are nothing at all when nobody signed", () => {
    expect(signatories({})).toBe("");
  });

  it("may be a number alone", () => {
    expect(signatories({ others: { people: 140, moreThan: true } })).toBe(
      "Signatories\n-----------\n\nMore than 140 people who sign without their names",
    );
    expect(signatories({ others: { people: 5, moreThan: false } })).toContain(
      "\n5 people who sign",
    );
  });

  it("say that there are more where fewer than five have no name, and no number", () => {
    expect(
      signatories({ named: [{ name: "Ana" }], others: { people: 0, moreThan: true } }),
    ).toContain("\n\nand at least one more who signs without a name");
  });

  it("carry the note on affiliations only when one is printed", () => {
    const note = "Affiliations are given for identification only.";
    const line = { name: "Ana Gómez", role: "Teacher" };
    expect(signatories({ named: [{ name: "Ana Gómez" }] })).not.toContain(note);
    expect(signatories({ named: [line] })).toContain(note);
    expect(signatories({ roles: Array.from({ length: 5 }, () => "Designer") })).toContain(note);
    expect(signatories({ supporters: { named: [line], others: nobody } })).toContain(note);
  });

  it("leave out the workers' part where only supporters signed", () => {
    const written = signatories({ supporters: { named: [{ name: "Ana" }], others: nobody } });
    expect(written).toMatch(/^Supporters from outside Engineering\n-+\n\nAna$/u);
  });
});

describe("a text in a language without words for what stands outside it", () => {
  const source = letter(
    `A\n\n${markerOf("how-many")}\n\nB\n`,
    { signatories: sampleSignatories },
    { language: "pt" },
  );

  it("stands alone: words of another language around it would be wrong", () => {
    expect(documents.hasWordsIn("pt-BR")).toBe(false);
    expect(documents.hasWordsIn("en-US")).toBe(true);
    expect(documents.hasWordsIn("es-MX")).toBe(true);
    expect(documents.write(source, "txt")).toBe("A\n\nB\n");
    expect(documents.write(source, "md")).toBe("A\n\nB\n");
    expect(documents.write(source, "html")).toContain("<main>\n<p>A</p>\n<p>B</p>\n</main>");
  });
});
