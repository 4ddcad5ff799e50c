/** Every template of the package, from a full and from a minimal campaign: as files to read, and against the rules for letters. */
import { describe, expect, it } from "vitest";
import { createTemplates } from "../../src/adapters/templates/templates.ts";
import type { Day } from "../../src/domain/day.ts";
import type { DemandState } from "../../src/domain/letters/demand-state.ts";
import type { Demand, Template } from "../../src/domain/letters/letter.ts";
import { wordLimits } from "../../src/domain/letters/lint/kinds.ts";
import type { TemplateInput } from "../../src/domain/letters/ports.ts";
import { bareSubpoenas, paragraphsOf, sentencesOf, wordsOf } from "./prose.ts";
import { packageRoot, sampleCampaign, sampleFacts } from "./sample.ts";

const templates = createTemplates(packageRoot);

const demandsOf = ({ demands, language }: Template): readonly Demand[] =>
  (demands === "campaign" ? sampleCampaign().demands : demands).map((key) => {
    const found = templates.demand(key, language);
    if (!found.ok) throw new Error(JSON.stringify(found.failure));
    return found.value;
  });

const states: readonly DemandState[] = ["met", "partly-met", "refused", "open"];

const inputFor = (template: Template, isFull: boolean): TemplateInput => {
  const { addressee, ...withoutAddressee } = sampleCampaign();
  const asked = template.variables.filter(({ required }) => isFull || required);
  const demands = demandsOf(template);
  return {
    campaign:
      isFull && addressee !== undefined ? { ...withoutAddressee, addressee } : withoutAddressee,
    demands,
    facts: isFull ? sampleFacts : [],
    answers: Object.fromEntries(asked.map(({ name, example }) => [name, example])),
    startedOn: "2027-03-10" as Day,
    ...(template.about === undefined
      ? {}
      : {
          delivery: {
            addressee: "Dana Roe",
            on: "2027-03-10" as Day,
            ...(isFull ? { answerBy: "2027-03-31" as Day } : {}),
          },
        }),
    ...(template.about === "response"
      ? {
          response: {
            on: "2027-04-02" as Day,
            answers: demands.map(({ key }, index) => {
              const state = states[index % states.length] ?? "open";
              return state === "refused" && isFull
                ? { demand: key, state, words: "We do not discuss customers." }
                : { demand: key, state };
            }),
          },
        }
      : {}),
  };
};

const rendered = (template: Template, isFull: boolean): string => {
  const text = templates.render(template, inputFor(template, isFull));
  if (!text.ok) throw new Error(JSON.stringify(text.failure));
  return text.value;
};

const all = templates.list().flatMap((template) =>
  (["full", "minimal"] as const).map((size) => ({
    template,
    size,
    name: `${template.id}.${template.language}.${size}`,
    text: rendered(template, size === "full"),
  })),
);

/** Words that a letter of the kind may have, those for paper included. */
const most = (kind: string): number => wordLimits[kind] ?? 450;

describe.each(all)("$name", ({ template, name, text }) => {
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
