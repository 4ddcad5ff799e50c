import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { anyText, letters } from "./any-template.ts";
import { headWith, inputWith, packageWith, sampleCampaign } from "./sample-package.ts";
import { createTemplates } from "../../../src/adapters/templates/templates.ts";
import type { Campaign } from "../../../src/domain/campaign/campaign.ts";
import type { TemplateFault, TemplateInput } from "../../../src/domain/letters/ports.ts";
import type { Result } from "../../../src/domain/result.ts";

const head = headWith([
  { name: "subject" },
  { name: "note", required: false },
  { name: "due", kind: "day", required: false },
]);

// One package whose files are written anew for every run.
const root = packageWith({
  "letters/letter.en.md.hbs": `${head}nothing yet`,
  "partials/part.en.md.hbs": "{{@index}} {{number}} part",
  "partials/self.en.md.hbs": "{{> self}}",
  "partials/other.en.md.hbs": "nothing yet",
});
const templates = createTemplates(root);

const writeLetter = (text: string): void =>
  writeFileSync(join(root, "templates/letters/letter.en.md.hbs"), text);

const render = (body: string, input: TemplateInput): Result<string, TemplateFault> => {
  writeLetter(head + body);
  const found = templates.find("letter", "en");
  return found.ok ? templates.render(found.value, input) : found;
};

const { addressee: _nobody, ...rest } = sampleCampaign;
const toNobody: Campaign = rest;
const untitled: Campaign = { ...rest, addressee: { name: "Dana Roe" } };

const inputs = fc
  .record({
    answers: fc.constantFrom(
      { subject: "*x*", note: "n", due: "2026-11-22" },
      { subject: "one\ntwo", answerBy: "2026-11-22" },
    ),
    campaign: fc.constantFrom(sampleCampaign, toNobody, untitled),
    demands: fc.constantFrom(inputWith().demands, []),
  })
  .map(({ answers, ...change }) => inputWith(answers as Record<string, string>, change));

const refusal = /^template-(?:malformed|forbidden|endless)$/u;

const expectTextOrFault = (result: Result<string, TemplateFault>): void => {
  if (result.ok) expect(result.value).toMatch(/[^\n]\n$|^\n$/u);
  else expect(result.failure.type).toMatch(refusal);
};

describe("any text whatever", () => {
  it("as the body of a template is rendered or refused with a fault, and never throws", () => {
    fc.assert(
      fc.property(anyText, inputs, (body, input) => expectTextOrFault(render(body, input))),
      { numRuns: 400 },
    );
  });

  it("as a partial is rendered or refused with a fault, and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, letters), inputs, (part, input) => {
        writeFileSync(join(root, "templates/partials/other.en.md.hbs"), part);
        expectTextOrFault(render("{{#each demands}}\n  {{> other}}\n{{/each}}{{> other}}", input));
      }),
      { numRuns: 200 },
    );
  });

  it("as a file is found or refused with a fault, and never throws", () => {
    const pieces = [
      "---",
      "\n",
      "{",
      "}",
      '"title"',
      ":",
      ",",
      "[",
      "]",
      '"x"',
      "{}",
      "null",
      "1",
      head,
      "{{subject}}",
      " ",
      "\uFEFF",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 10 }), (parts) => {
        writeLetter(parts.join(""));
        const found = templates.find("letter", "en");
        if (!found.ok) expect(found.failure.type).toBe("template-malformed");
      }),
      { numRuns: 200 },
    );
  });
});

describe("a template that the walk accepts", () => {
  it("is rendered for every campaign and every set of answers", () => {
    let accepted = 0;
    fc.assert(
      fc.property(letters, inputs, (body, input) => {
        const result = render(body, input);
        expectTextOrFault(result);
        if (result.ok && body.includes("{{#")) accepted += 1;
      }),
      { numRuns: 600 },
    );
    // Else the generator has drifted from what templates may read, and this shows nothing.
    expect(accepted).toBeGreaterThan(150);
  });
});
