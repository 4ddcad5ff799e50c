/** Every template of the package, from a full and from a minimal campaign: as files to read, and against the rules for letters. */
import { describe, expect, it } from "vitest";
import { wordLimits } from "../../src/domain/letters/lint/kinds.ts";
import type { Template } from "../../src/domain/letters/letter.ts";
import { allLetters, templates } from "./all-letters.ts";
import { bareSubpoenas, paragraphsOf, sentencesOf, wordsOf } from "./prose.ts";

/** Words that a letter of the kind may have, those for paper included. */
const most = (kind: string): number => wordLimits[kind] ?? 450;

describe.each(allLetters)("$name", ({ template, name, text }) => {
  it("reads as it is kept for reviewers", async () => {
    await expect(text).toMatchFileSnapshot(`golden/${name}.md`);
  });

  it("stays within the words of its kind", () => {
    expect(wordsOf(paragraphsOf(text).join("\n")).length).toBeLessThan(most(template.kind));
  });

  it("has no sentence over 30 words, and no bare subpoena", () => {
    const sentences = paragraphsOf(text).flatMap(sentencesOf);
    expect(sentences.filter((sentence) => wordsOf(sentence).length > 30)).toEqual([]);
    expect(bareSubpoenas(sentences)).toEqual([]);
  });

  it("leaves no trace of what is missing", () => {
    expect(text).not.toMatch(/undefined|null|\[object|\{\{|\n{3}|^\n/u);
    for (const paragraph of paragraphsOf(text))
      expect(paragraph).not.toMatch(/[.,:;!?]\s+[.,:;!?]|\(\s*\)|\s[.,:;]/u);
  });
});

describe("the catalogue", () => {
  const ids = new Set(templates.list().map(({ id }) => id));
  const inSpanish = new Set(
    templates.list().flatMap(({ id, language }) => (language === "es" ? [id] : [])),
  );

  it("serves every document that the project rests on", () => {
    expect([...ids].toSorted()).toEqual([
      "editor",
      "employer-demands",
      "employer-facial-recognition",
      "employer-follow-up",
      "employer-immigration-enforcement",
      "official-budget",
      "official-legislation",
      "official-partnership-ban",
      "official-surveillance-ban",
      "official-testimony",
      "organizer-script",
      "petition",
      "pledge-card",
      "press-statement",
      "sign-up-sheet",
      "statement-on-response",
    ]);
  });

  it("has letters to an employer, statement, petition, card, sheet and script in Spanish too", () => {
    expect([...inSpanish].toSorted()).toEqual(
      [...ids]
        .filter((id) => /^(?:employer|statement|petition|pledge|sign|organizer)/u.test(id))
        .toSorted(),
    );
  });

  it("asks the same questions in every language, in the same order", () => {
    const shape = ({ variables, demands, about, kind }: Template): unknown => ({
      kind,
      demands,
      about,
      variables: variables.map(({ ask: _ask, example: _example, ...rest }) => rest),
    });
    for (const id of inSpanish) {
      const [english, spanish] = ["en", "es"].map((language) => templates.find(id, language));
      if (!english?.ok || !spanish?.ok) throw new Error(id);
      expect(shape(spanish.value), id).toEqual(shape(english.value));
    }
  });
});
