/** The templates and demands of the package under the lint, rendered as a committee would. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { createTemplates } from "../../src/adapters/templates/templates.ts";
import type { Campaign, DemandKey } from "../../src/domain/campaign/campaign.ts";
import type { Day } from "../../src/domain/day.ts";
import type { Fact } from "../../src/domain/letters/fact.ts";
import type { Answers, Demand } from "../../src/domain/letters/letter.ts";
import { lintText } from "../../src/domain/letters/lint/lint.ts";
import type { Fault } from "../../src/domain/letters/lint/rule.ts";
import { demandKeys, packageRoot, sampleAnswers, sampleCampaign, sampleFacts } from "./sample.ts";

const templates = createTemplates(packageRoot);
const today = "2026-11-22" as Day;

const valueOf = <T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly failure: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

const linted = (
  campaign: Campaign,
  answers: Answers,
  keys: readonly DemandKey[],
  facts: readonly Fact[] = [],
): readonly Fault[] => {
  const template = valueOf(templates.find("employer-demands", "en"));
  const demands: readonly Demand[] = keys.map((key) => valueOf(templates.demand(key)));
  const markdown = valueOf(
    templates.render(template, { campaign, demands, facts, answers, startedOn: today }),
  );
  return lintText({
    name: "first",
    markdown,
    template,
    answers,
    demands,
    facts,
    campaign,
    today,
    isPledged: () => true,
    shared: false,
  });
};

describe("the lint over the package's own texts", () => {
  it("finds nothing in the letter to an employer with the sample campaign and answers", () => {
    expect(linted(sampleCampaign(), sampleAnswers(), demandKeys, sampleFacts)).toEqual([]);
  });

  it("names every block that a campaign without an addressee and a letter with a day alone lack", () => {
    const { addressee: _nobody, ...campaign } = sampleCampaign();
    const faults = linted(campaign, { answerBy: "2027-03-31" }, demandKeys);
    expect(faults.map(({ rule }) => rule)).toEqual([
      "missing-addressee",
      "missing-facts",
      "missing-company-words",
      "missing-consequence",
      "missing-contact",
    ]);
  });

  const library = readdirSync(`${packageRoot}templates/demands`)
    .filter((file) => file.endsWith(".en.json"))
    .map((file) => file.slice(0, -".en.json".length) as DemandKey);

  it.each(library)("finds nothing in the demand %s, beside another one", (key) => {
    const other = library.find((one) => one !== key) ?? key;
    expect(linted(sampleCampaign(), sampleAnswers(), [key, other], sampleFacts)).toEqual([]);
  });
});
