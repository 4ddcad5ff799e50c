/** A package folder with templates written for one test, and sample data to render them with. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

import { createTemplates } from "../../../src/adapters/templates/templates.ts";
import { defaultSettings } from "../../../src/domain/campaign/campaign.ts";
import type {
  ActionKey,
  Campaign,
  DemandKey,
  Handle,
} from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Answers, Demand } from "../../../src/domain/letters/letter.ts";
import type { TemplateFault, TemplateInput, Templates } from "../../../src/domain/letters/ports.ts";
import type { Result } from "../../../src/domain/result.ts";

const roots: string[] = [];

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** A package root with these files under `templates/`. */
export const packageWith = (files: Readonly<Record<string, string>>): string => {
  const root = mkdtempSync(join(tmpdir(), "pledge-templates-"));
  roots.push(root);
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, "templates", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return root;
};

export interface SampleVariable {
  readonly name: string;
  readonly kind?: string;
  readonly required?: boolean;
}

/** A head of three lines: the body that follows begins on line 4 of the file. */
export const headWith = (variables: readonly SampleVariable[]): string =>
  `---\n${JSON.stringify({
    title: "A sample letter",
    kind: "employer",
    country: "US",
    variables: variables.map(({ name, kind = "line", required = true }) => ({
      name,
      kind,
      ask: `What is ${name}?`,
      example: "an example",
      required,
      personal: false,
    })),
  })}\n---\n`;

export const sampleCampaign: Campaign = {
  id: "00000000-0000-4000-8000-000000000000",
  name: "No contracts with the police",
  employer: "Example Corp",
  organizer: "rowan" as Handle,
  unit: { name: "Engineering", size: 1200, asOf: "2026-11-01" as Day },
  teams: [],
  actions: ["sign", "strike"] as ActionKey[],
  thresholds: [],
  addressee: { name: "Dana Roe", title: "Chief Executive Officer" },
  demands: [],
  settings: defaultSettings,
};

export const sampleDemand = (key: string, change: Partial<Demand> = {}): Demand => ({
  key: key as DemandKey,
  title: `Title of ${key}`,
  ask: `Do ${key}.`,
  satisfiedBy: `It is done: ${key}`,
  withinDays: 30,
  why: `Because of ${key}.`,
  objection: { expect: `Not ${key}!`, answer: `Yes, ${key}.` },
  sources: [],
  ...change,
});

export const inputWith = (
  answers: Answers = {},
  change: Partial<TemplateInput> = {},
): TemplateInput => ({
  campaign: sampleCampaign,
  demands: [sampleDemand("one"), sampleDemand("two")],
  facts: [],
  answers,
  startedOn: "2026-11-22" as Day,
  ...change,
});

interface Sample {
  readonly body: string;
  readonly variables?: readonly SampleVariable[];
  readonly partials?: Readonly<Record<string, string>>;
}

/** Templates with one letter, `letter`, in English. */
export const templatesWith = ({ body, variables = [], partials = {} }: Sample): Templates =>
  createTemplates(
    packageWith({
      "letters/letter.en.md.hbs": headWith(variables) + body,
      ...Object.fromEntries(
        Object.entries(partials).map(([name, text]) => [`partials/${name}.en.md.hbs`, text]),
      ),
    }),
  );

/** What rendering the one letter gives. */
export const rendered = (
  sample: Sample,
  input: TemplateInput = inputWith(),
): Result<string, TemplateFault> => {
  const templates = templatesWith(sample);
  const found = templates.find("letter", "en");
  return found.ok ? templates.render(found.value, input) : found;
};

/** The text; fails the test when there is none. */
export const textOf = (sample: Sample, input?: TemplateInput): string => {
  const result = rendered(sample, input);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
