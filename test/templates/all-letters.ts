/** Every template of the package in each language, rendered from a full campaign and from the least there can be. */
import { createTemplates } from "../../src/adapters/templates/templates.ts";
import type { Day } from "../../src/domain/day.ts";
import type { DemandState } from "../../src/domain/letters/demand-state.ts";
import type { Demand, Template } from "../../src/domain/letters/letter.ts";
import { outsideBlocks } from "../../src/domain/letters/outside.ts";
import type { LetterSource, TemplateInput } from "../../src/domain/letters/ports.ts";
import { sampleSignatories, signatoryList } from "../adapters/documents/sample-letters.ts";
import { packageRoot, sampleCampaign, sampleFacts } from "./sample.ts";

export const templates = createTemplates(packageRoot);

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

/** `name` is that of its golden files. */
export const allLetters = templates.list().flatMap((template) =>
  (["full", "minimal"] as const).map((size) => ({
    template,
    size,
    name: `${template.id}.${template.language}.${size}`,
    text: rendered(template, size === "full"),
  })),
);

/** The letter as a file is made from it: signed by a few of every sort, or, from a minimal campaign, by nobody yet. */
export const sourceOf = ({ template, size, text }: (typeof allLetters)[number]): LetterSource => ({
  markdown: text,
  title: template.title,
  language: template.language,
  outside: {
    ...(size === "full" ? { place: "Oakland" } : {}),
    day: "2027-03-10" as Day,
    unit: sampleCampaign().unit.name,
    signatories: size === "full" ? sampleSignatories : signatoryList(),
  },
  shown: outsideBlocks,
});
