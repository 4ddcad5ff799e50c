/** The demand library: what every letter relies on when it prints a demand. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/domain/day.ts";
import type { Demand } from "../../src/domain/letters/letter.ts";
import { bareSubpoenas, sentencesOf, wordsOf } from "./prose.ts";
import { demandKeys, packageRoot, readText, sampleCampaign } from "./sample.ts";

const files = readdirSync(`${packageRoot}templates/demands`);

const library = files.map((file) => ({
  file,
  demand: JSON.parse(readText(`demands/${file}`)) as Omit<Demand, "key">,
}));

const textsOf = ({ title, ask, satisfiedBy, why, objection, sources }: Omit<Demand, "key">) => [
  title,
  ask,
  satisfiedBy,
  why,
  objection.expect,
  objection.answer,
  ...sources.map(({ claim }) => claim),
];

describe("the demand library", () => {
  it("holds the demands of the sample campaign in English", () => {
    expect(sampleCampaign().demands).toEqual(demandKeys);
    expect(files).toEqual(expect.arrayContaining(demandKeys.map((key) => `${key}.en.json`)));
  });

  it.each(library)("$file has every member of a demand and no other", ({ demand }) => {
    expect(Object.keys(demand)).toEqual([
      "title",
      "ask",
      "satisfiedBy",
      "withinDays",
      "why",
      "objection",
      "sources",
    ]);
    for (const text of textsOf(demand)) expect(text).toMatch(/^\S.*\S$/u);
    expect(demand.withinDays).toBeGreaterThan(0);
    expect(Number.isInteger(demand.withinDays)).toBe(true);
  });

  it.each(library)(
    "$file asks in one sentence of the imperative, and says what would meet it",
    ({ demand }) => {
      expect(sentencesOf(demand.ask)).toHaveLength(1);
      expect(demand.ask).toMatch(/^[A-Z].*\.$/u);
      // It follows "By 30 April 2027:", so it opens in lower case.
      expect(demand.satisfiedBy).toMatch(/^[a-z].*\.$/u);
      expect(wordsOf(`${demand.ask} ${demand.satisfiedBy}`).length).toBeLessThanOrEqual(50);
    },
  );

  it.each(library)(
    "$file says subpoena only of a judge's, and no sentence over 30 words in a letter",
    ({ demand }) => {
      const sentences = textsOf(demand).flatMap(sentencesOf);
      expect(bareSubpoenas(sentences)).toEqual([]);
      // Four words for the day that comes before it.
      const [first, ...rest] = sentencesOf(demand.satisfiedBy);
      expect(wordsOf(first ?? "").length + 4).toBeLessThanOrEqual(30);
      for (const sentence of [
        ...rest,
        ...sentencesOf(demand.ask),
        ...sentencesOf(demand.objection.answer),
      ]) {
        expect(wordsOf(sentence).length, sentence).toBeLessThanOrEqual(30);
      }
    },
  );

  it.each(library)(
    "$file gives a source and a real day for each claim, and at least one where it is about the company's work",
    ({ file, demand }) => {
      // What a company owes its own workers needs no report about another one.
      const isOurs = /^(?:no-retaliation|right-to-refuse)\./u.test(file);
      expect(demand.sources.length > 0).toBe(!isOurs);
      for (const { source, date } of demand.sources) {
        expect(source).not.toBe("");
        expect(parseDay(date)).toBe(date);
      }
    },
  );
});
