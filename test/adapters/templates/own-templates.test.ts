/** Templates of the package as one file each, and files that come from anywhere. */
import { describe, expect, it } from "vitest";

import { createTemplates } from "../../../src/adapters/templates/templates.ts";
import type { Campaign } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Template } from "../../../src/domain/letters/letter.ts";
import type { TemplateFault, TemplateInput } from "../../../src/domain/letters/ports.ts";
import type { Result } from "../../../src/domain/result.ts";
import { packageRoot, sampleAnswers, sampleCampaign, sampleFacts } from "../../templates/sample.ts";
import { headWith, inputWith, sampleDemand, templatesWith } from "./sample-package.ts";

const templates = createTemplates(packageRoot);

const valueOf = <T>(result: Result<T, TemplateFault>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

const demands = sampleCampaign().demands.map((key) => valueOf(templates.demand(key)));
const { addressee: _nobody, ...rest } = sampleCampaign();
const toNobody: Campaign = rest;

const about = {
  delivery: { addressee: "Dana Roe", on: "2027-03-10" as Day, answerBy: "2027-03-31" as Day },
  response: {
    on: "2027-04-02" as Day,
    answers: demands.map(({ key }, index) =>
      index === 0
        ? ({ demand: key, state: "refused", words: "No." } as const)
        : ({ demand: key, state: "open" } as const),
    ),
  },
};

const examples = ({ variables }: Template, onlyNeeded: boolean): TemplateInput["answers"] =>
  Object.fromEntries(
    variables
      .filter(({ required }) => required || !onlyNeeded)
      .map(({ name, kind, example }) => [name, kind === "day" ? "2027-03-31" : example]),
  );

/** The sample campaign with every answer, with those of the demo, and the least that there can be. */
const inputsFor = (template: Template): readonly TemplateInput[] => [
  inputWith(examples(template, false), {
    campaign: sampleCampaign(),
    demands,
    facts: sampleFacts,
    ...about,
  }),
  inputWith({ ...examples(template, true), ...sampleAnswers() }, { demands, ...about }),
  inputWith(examples(template, true), {
    campaign: toNobody,
    demands: [],
    facts: [],
    delivery: { addressee: "", on: "2027-03-10" as Day },
    response: { on: "2027-04-02" as Day, answers: [] },
  }),
];

describe("a template of the package as one file", () => {
  it.each(templates.list().map((one) => [`${one.id}.${one.language}`, one] as const))(
    "%s brings in nothing and renders the same bytes",
    (_, template) => {
      const text = valueOf(templates.asOneFile(template.id, template.language));
      expect(text).not.toContain("{{>");
      const own = valueOf(templates.read("of-ours", template.language, text));
      const { source, ...said } = own;
      expect({ ...said, id: template.id }).toEqual(template);
      expect(source).toBe(text);
      for (const input of inputsFor(template)) {
        expect(valueOf(templates.render(own, input))).toBe(
          valueOf(templates.render(template, input)),
        );
      }
    },
  );

  it("has the partials of partials in it, in its language", () => {
    const partials = { outer: "{{#if demands}}\n  {{> inner}}\n{{/if}}\n", inner: "words\n" };
    const ours = templatesWith({ body: "one\n{{> outer}}\n\nend\n", partials });
    const text = valueOf(ours.asOneFile("letter", "en"));
    expect(text.slice(text.indexOf("--}}\n") + 5)).toBe(
      "one\n{{#if demands}}\n  words\n{{/if}}\n\nend\n",
    );
    expect(ours.asOneFile("nobody", "en")).toMatchObject({
      failure: { type: "template-unknown", known: ["letter"] },
    });
  });

  it("keeps the tag of a partial that brings in itself, which is then refused at its place", () => {
    const ours = templatesWith({ body: "{{> self}}\n", partials: { self: "a\n{{> self}}\n" } });
    const text = valueOf(ours.asOneFile("letter", "en"));
    expect(text.endsWith("--}}\na\n{{> self}}\n")).toBe(true);
    expect(ours.read("own", "en", text)).toMatchObject({
      failure: { type: "template-forbidden", faults: [{ line: text.split("\n").length - 1 }] },
    });
  });
});

describe("a file from anywhere", () => {
  const read = (text: string) => templates.read("own", "en", text);

  it("is a template with the text it was read from, and renders alone", () => {
    const text = `${headWith([{ name: "subject" }])}About {{subject}}.\n`;
    const template = valueOf(read(text));
    expect(template).toMatchObject({ id: "own", language: "en", source: text });
    expect(templates.render(template, inputWith({ subject: "it" }))).toEqual({
      ok: true,
      value: "About it.\n",
    });
    expect(templates.render(template, inputWith({}))).toMatchObject({
      failure: { type: "template-missing", id: "own", missing: [{ line: 4, column: 9 }] },
    });
  });

  it("brings in no partial of the package", () => {
    expect(read(`${headWith([])}{{> greeting}}\n`)).toMatchObject({
      failure: { faults: [{ line: 4, column: 1, what: expect.stringMatching("there is not") }] },
    });
    expect(
      templates.render(
        { ...valueOf(read(headWith([]))), source: `${headWith([])}{{> greeting}}` },
        inputWith(),
      ),
    ).toMatchObject({ failure: { type: "template-forbidden" } });
  });

  it("is the same with CRLF, a byte order mark and tabs as without", () => {
    const text = `${headWith([])}one\n two\n`;
    const other = `\uFEFF${text.replaceAll("\n", "\r\n").replace(" two", "\ttwo")}`;
    expect(read(other)).toEqual(read(text));
  });

  it("has words for demands in its language, or says in which they are", () => {
    expect(templates.demandLanguage("drop-contracts", "es-MX")).toBe("es");
    expect(templates.demandLanguage("drop-contracts", "pt")).toBe("en");
    expect(templates.demandLanguage(sampleDemand("none").key, "en")).toBeUndefined();
    expect(templates.languages("employer-demands")).toEqual(["en", "es"]);
    expect(templates.languages("constructor")).toEqual([]);
  });
});
