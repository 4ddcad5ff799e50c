/** The letter of workers to their employer, against "What a letter to an employer holds". */
import { describe, expect, it } from "vitest";
import { createTemplates } from "../../src/adapters/templates/templates.ts";
import type { Campaign } from "../../src/domain/campaign/campaign.ts";
import { addDays } from "../../src/domain/day.ts";
import type { Day } from "../../src/domain/day.ts";
import type { Answers, Demand, Template } from "../../src/domain/letters/letter.ts";
import { markerOf, outsideBlocks } from "../../src/domain/letters/outside.ts";
import { bareSubpoenas, paragraphsOf, sentencesOf, wordsOf } from "./prose.ts";
import { demandKeys, packageRoot, sampleAnswers, sampleCampaign } from "./sample.ts";

const templates = createTemplates(packageRoot);

const template = (): Template => {
  const found = templates.find("employer-demands", "en");
  if (!found.ok) throw new Error(JSON.stringify(found.failure));
  return found.value;
};

const demands = (): readonly Demand[] =>
  demandKeys.map((key) => {
    const found = templates.demand(key);
    if (!found.ok) throw new Error(JSON.stringify(found.failure));
    return found.value;
  });

const letter = (campaign: Campaign, answers: Answers): string => {
  const startedOn = "2027-03-10" as Day;
  const rendered = templates.render(template(), {
    campaign,
    demands: demands(),
    facts: [],
    answers,
    startedOn,
  });
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.failure));
  return rendered.value;
};

/** The sample campaign, every question answered. */
const full = letter(sampleCampaign(), sampleAnswers());

/** Nobody to address it to, and nothing answered but the day. */
const { addressee: _nobody, ...withoutAddressee } = sampleCampaign();
const minimal = letter(withoutAddressee, { answerBy: "2027-03-31" });

const withSteps = (otherwise: string, furtherStep?: string): string =>
  letter(sampleCampaign(), {
    answerBy: "2027-03-31",
    otherwise,
    ...(furtherStep === undefined ? {} : { furtherStep }),
  });

const everySentence = (text: string): readonly string[] => paragraphsOf(text).flatMap(sentencesOf);

const steps = ["refuse", "walkout", "strike", "wear-badges"];

describe("employer-demands", () => {
  it("stays under 450 words with the sample campaign and every question answered", () => {
    expect(wordsOf(paragraphsOf(full).join("\n")).length).toBeLessThan(450);
  });

  it("says who we are and what we demand in its first sentence, and the principle in its second", () => {
    const opening = paragraphsOf(full).find((paragraph) => paragraph.startsWith("We work"));
    const [first, second, ...others] = sentencesOf(opening ?? "");
    expect(first).toBe(
      "We work in Engineering at Example Corp, and we demand that the company stop handing our work and our users' data to law enforcement.",
    );
    expect(second).toContain("must not be turned against them");
    expect(others).toEqual([]);
  });

  it("has no sentence over 30 words, whatever was answered", () => {
    const letters = [
      full,
      minimal,
      ...steps.flatMap((step) => steps.map((further) => withSteps(step, further))),
      letter(sampleCampaign(), { ...sampleAnswers(), respondent: "the head of Engineering" }),
    ];
    const long = letters.flatMap(everySentence).filter((sentence) => wordsOf(sentence).length > 30);
    expect(long).toEqual([]);
  });

  it("never says subpoena without having said in that sentence that it is a judge's", () => {
    expect(everySentence(full).filter((sentence) => sentence.includes("subpoena"))).toHaveLength(1);
    expect(bareSubpoenas(everySentence(full))).toEqual([]);
  });

  it("asks for what the call of 2020 asked: contracts, contractors, a judge, encryption, and labor withheld", () => {
    expect(full).toContain("End all contracts with law-enforcement agencies");
    expect(full).toContain("bidding has stopped");
    expect(full).toContain(
      "no business with firms whose work for law enforcement rests on our products",
    );
    expect(full).toContain("without a judge's subpoena, order or warrant");
    expect(full).toContain("nothing useful that the company could hand over, even if compelled");
    expect(everySentence(full)).toContain(
      "If there is no answer by then, or the answer is no, we will stop all work that serves law enforcement until our demands are met.",
    );
    expect(everySentence(full)).toContain("If that is not enough, we will stop work altogether.");
  });

  it("numbers the demands, each with the day it is due and what meets it", () => {
    const listed = demands().map(({ ask, satisfiedBy, withinDays }) => ({
      ask,
      satisfiedBy,
      by: new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
        new Date(`${addDays("2027-03-31" as Day, withinDays)}T00:00:00Z`),
      ),
    }));
    const items = full.split("\n").filter((line) => /^\d+\. /u.test(line));
    expect(items.map((item) => item.slice(0, 3))).toEqual(["1. ", "2. ", "3. ", "4. "]);
    const texts = paragraphsOf(items.join("\n"));
    for (const [index, { ask, by, satisfiedBy }] of listed.entries()) {
      expect(texts[index]).toBe(`${ask} By ${by}: ${satisfiedBy}`);
    }
  });

  it("names the day of the answer, and names each step without a number of people", () => {
    expect(minimal).toContain("by 31 March 2027.");
    expect(withSteps("walkout")).toContain("or the answer is no, we will walk out.");
    expect(withSteps("strike")).toContain(
      "we will stop work altogether until our demands are met.",
    );
    expect(paragraphsOf(withSteps("wear-badges")).join("\n")).toContain(
      "pledged to each other: wear-badges.",
    );
  });

  it("says nothing of what happens otherwise when no step is named", () => {
    expect(minimal).not.toMatch(/if there is no answer/iu);
    expect(minimal).not.toMatch(/if that is not enough/iu);
  });

  it("shows each answer once, except the place, which is outside the text", () => {
    const text = paragraphsOf(full).join("\n");
    const {
      answerBy: _day,
      otherwise: _step,
      furtherStep: _next,
      place,
      ...shown
    } = sampleAnswers();
    for (const answer of Object.values(shown)) expect(text.split(answer)).toHaveLength(2);
    expect(
      paragraphsOf(letter(sampleCampaign(), { answerBy: "2027-03-31", place: "Zzyzx" })).join(),
    ).not.toContain("Zzyzx");
    expect(place).toBeDefined();
  });

  it("leaves each place outside the text on a line of its own, once and in order", () => {
    for (const text of [full, minimal]) {
      const marked = text.split("\n\n").filter((block) => block.trim().startsWith("<!--"));
      expect(marked.map((block) => block.trim())).toEqual(outsideBlocks.map(markerOf));
    }
  });

  it("holds no number of people: its only digits are dates and the numbers of the demands", () => {
    for (const text of [full, minimal]) {
      const rest = paragraphsOf(text)
        .join("\n")
        .replaceAll(/(\d{1,2} )?\p{Lu}\p{L}+ \d{4}/gu, "");
      expect(rest).not.toMatch(/\p{N}/u);
    }
  });

  it("reads as finished with nothing answered but the day, and nobody to address it to", () => {
    expect(minimal).not.toMatch(/\n\s*\n\s*\n|^\s/u);
    expect(minimal).not.toMatch(/undefined|null|\[object/u);
    const paragraphs = paragraphsOf(minimal);
    expect(paragraphs[0]).toBe("To the leadership of Example Corp:");
    for (const paragraph of paragraphs) {
      expect(paragraph).not.toMatch(/[.,:;!?]\s*[.,:;!?]|\s[.,:;!?]| {2}|\(\s*\)/u);
      expect(paragraph).toMatch(/[.:]$/u);
    }
    expect(minimal).toContain("We expect whoever can grant these demands to answer");
  });

  it("does not say the unit twice when the unit is the whole company", () => {
    const campaign = {
      ...sampleCampaign(),
      unit: { ...sampleCampaign().unit, name: "Example Corp" },
    };
    expect(letter(campaign, { answerBy: "2027-03-31" })).toContain(
      "We work at Example Corp, and we demand",
    );
  });

  it("addresses a person without a title, and takes the answer from whoever is asked for it", () => {
    const campaign = { ...sampleCampaign(), addressee: { name: "Dana Roe" } };
    const text = letter(campaign, {
      answerBy: "2027-03-31",
      respondent: "the head of Engineering",
    });
    expect(text).toContain("To: Dana Roe, Example Corp\n\nDear Dana Roe,\n\n");
    expect(text).toContain("We expect the head of Engineering to answer each demand");
  });

  it("requires nothing but the day, and keeps whatever may point to a person off the command line", () => {
    const { variables } = template();
    expect(variables.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      "answerBy",
    ]);
    expect(variables.filter(({ personal }) => !personal).map(({ kind }) => kind)).toEqual([
      "day",
      "action",
      "action",
    ]);
    for (const { ask, name } of variables) expect(ask, name).toMatch(/^[A-Z].*\?/u);
  });
});
