import { describe, expect, it } from "vitest";

import { inputWith, sampleCampaign } from "./sample-package.ts";
import { createTemplates } from "../../../src/adapters/templates/templates.ts";
import type { Campaign } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Template } from "../../../src/domain/letters/letter.ts";
import { blockMarkedBy } from "../../../src/domain/letters/outside.ts";

const templates = createTemplates(new URL("../../..", import.meta.url).pathname);
const all = templates.list();

const drop = templates.demand("drop-contracts");
const demands = drop.ok ? [drop.value] : [];

const { addressee: _nobody, ...rest } = sampleCampaign;
const toNobody: Campaign = rest;

const answersTo = (template: Template, which: "all" | "required"): Record<string, string> =>
  Object.fromEntries(
    template.variables
      .filter(({ required }) => required || which === "all")
      .map(({ name, kind, example }) => [name, kind === "day" ? "2027-03-31" : example]),
  );

describe("the templates of the package", () => {
  it("are there, and one of them demands something of an employer", () => {
    expect(all.map(({ id }) => id)).toContain("employer-demands");
    expect(demands).toHaveLength(1);
  });

  it.each(all.map((template) => [`${template.id}.${template.language}`, template] as const))(
    "%s is a finished letter with every answer, and with the fewest",
    (_, template) => {
      const about = {
        delivery: { addressee: "Dana Roe", on: "2027-03-10" as Day },
        response: { on: "2027-04-02" as Day, answers: [] },
      };
      const full = templates.render(
        template,
        inputWith(answersTo(template, "all"), { ...about, demands }),
      );
      const least = templates.render(
        template,
        inputWith(answersTo(template, "required"), { ...about, demands: [], campaign: toNobody }),
      );
      for (const result of [full, least]) {
        expect(result).toMatchObject({ ok: true });
        if (!result.ok) continue;
        expect(result.value).not.toMatch(/[{}]|\n{3}|[ \t]$| [,.;]|\bnull\b/mu);
        const marks = result.value.split("\n").flatMap((line) => blockMarkedBy(line) ?? []);
        expect(new Set(marks).size).toBe(marks.length);
      }
    },
  );
});

describe("the demands of the package", () => {
  it("are all there, each as it is found by its key, sorted", () => {
    const all = templates.demands();
    const keys = all.map(({ key }) => key);
    expect(keys).toEqual(keys.toSorted());
    expect(keys).toContain("drop-contracts");
    for (const demand of all)
      expect(templates.demand(demand.key)).toEqual({ ok: true, value: demand });
  });
});
