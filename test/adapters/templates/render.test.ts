import { describe, expect, it } from "vitest";

import {
  inputWith,
  rendered,
  sampleCampaign,
  sampleDemand,
  templatesWith,
  textOf,
} from "./sample-package.ts";
import type { Campaign } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";

const { addressee: _nobody, ...withoutAddressee } = sampleCampaign;
const toNobody: Campaign = withoutAddressee;

const dueVariable = { name: "answerBy", kind: "day" };

describe("what a template reads", () => {
  it("is the campaign, the unit, the addressee, the demands and its own variables", () => {
    const body = [
      "{{campaign.name}} at {{campaign.employer}}, {{unit.name}}",
      "{{#if addressee}}To {{addressee.name}}{{#if addressee.title}}, {{addressee.title}}{{/if}}{{/if}}",
      "{{#each demands}}",
      "{{number}}. {{title}} / {{ask}} / {{satisfiedBy}} / {{day by}} / {{why}} / {{objection.expect}} / {{objection.answer}}",
      "{{/each}}",
      "by {{day answerBy}} to {{contact}}",
    ].join("\n");
    const variables = [dueVariable, { name: "contact" }];
    expect(
      textOf({ body, variables }, inputWith({ answerBy: "2026-11-22", contact: "the box" })),
    ).toBe(
      [
        "No contracts with the police at Example Corp, Engineering",
        "To Dana Roe, Chief Executive Officer",
        "1. Title of one / Do one. / It is done\\: one / 22 December 2026 / Because of one. / Not one\\! / Yes, one.",
        "2. Title of two / Do two. / It is done\\: two / 22 December 2026 / Because of two. / Not two\\! / Yes, two.",
        "by 22 November 2026 to the box",
        "",
      ].join("\n"),
    );
  });

  it("counts the day of a demand from the day of the answer, and has none without it", () => {
    const body = "{{#each demands}}{{#if by}}{{day by}}{{else}}no day{{/if}} {{/each}}";
    const variables = [{ ...dueVariable, required: false }];
    const demands = [sampleDemand("a", { withinDays: 0 }), sampleDemand("b", { withinDays: 100 })];
    expect(textOf({ body, variables }, inputWith({ answerBy: "2026-12-24" }, { demands }))).toBe(
      "24 December 2026 3 April 2027\n",
    );
    expect(textOf({ body, variables }, inputWith({}, { demands }))).toBe("no day no day\n");
  });

  it("reaches out of a block with ../ and into a group with with", () => {
    const body =
      "{{#with addressee}}{{name}} of {{../campaign.employer}}{{/with}}{{#each demands}}{{#each ../demands}} {{../number}}{{number}}{{/each}}{{/each}}";
    expect(textOf({ body })).toBe("Dana Roe of Example Corp 11 12 21 22\n");
  });

  it("has the index and the ends of a list inside each, partials included", () => {
    const body = "{{#each demands}}{{> item}}{{else}}none{{/each}}";
    const partials = {
      item: "{{#if @first}}first{{/if}} {{@index}} {{number}}{{#if @last}} last{{else}}; {{/if}}",
    };
    expect(textOf({ body, partials })).toBe("first 0 1;  1 2 last\n");
    expect(textOf({ body, partials }, inputWith({}, { demands: [] }))).toBe("none\n");
  });

  it("may be absent where an if, an unless or a comparison says what then", () => {
    const body = [
      "{{#if note}}{{note}}{{else}}no note{{/if}}",
      "{{#unless note}}without{{else}}{{note}}{{/unless}}",
      '{{#if (eq note "so")}}{{note}} it is{{else if (eq 1 2)}}never{{else}}not so{{/if}}',
      "{{#if addressee.title}}{{addressee.name}}{{else}}untitled{{/if}}",
      "{{#with addressee}}{{name}}{{else}}nobody{{/with}}",
      "{{^if note}}none{{/if}}",
    ].join("\n\n");
    const variables = [{ name: "note", required: false }];
    expect(textOf({ body, variables }, inputWith({ note: "so" }))).toBe(
      "so\n\nso\n\nso it is\n\nDana Roe\n\nDana Roe\n",
    );
    expect(textOf({ body, variables }, inputWith({}, { campaign: toNobody }))).toBe(
      "no note\n\nwithout\n\nnot so\n\nuntitled\n\nnobody\n\nnone\n",
    );
  });

  it("is nothing of JavaScript's own, whatever the answers are called", () => {
    const answers = JSON.parse(
      '{"__proto__":{"note":"polluted"},"constructor":"c","toString":"t"}',
    ) as Record<string, string>;
    const variables = [{ name: "note", required: false }];
    expect(
      textOf({ body: "{{#if note}}{{note}}{{else}}clean{{/if}}", variables }, inputWith(answers)),
    ).toBe("clean\n");
  });
});

describe("what is missing", () => {
  const body =
    "\n{{second}} {{> closing}}\n{{#if (eq first 'x')}}{{/if}}{{#each demands}}{{../first}}{{/each}} {{day due}}";
  const partials = { closing: "\n\n{{third}}" };
  const variables = [
    { name: "first" },
    { name: "second" },
    { name: "third", kind: "lines" },
    { name: "unread" },
    { name: "due", kind: "day" },
    { name: "note", required: false },
  ];

  it("is named all at once, each at its first use, or where it is declared when nothing uses it", () => {
    expect(rendered({ body, partials, variables })).toEqual({
      ok: false,
      failure: {
        type: "template-missing",
        id: "letter",
        missing: [
          { line: 2, column: 407, variable: "unread", ask: "What is unread?" },
          { line: 5, column: 3, variable: "second", ask: "What is second?" },
          { line: 5, column: 12, variable: "third", ask: "What is third?" },
          { line: 6, column: 11, variable: "first", ask: "What is first?" },
          { line: 6, column: 75, variable: "due", ask: "What is due?" },
        ],
      },
    });
  });

  it("includes an answer of nothing but white space, and one that is no day where a day is asked for", () => {
    const answers = { first: " ", second: "\n\t", third: "\n\n", unread: "x", due: "2026-02-30" };
    expect(rendered({ body, partials, variables }, inputWith(answers))).toMatchObject({
      failure: {
        missing: [
          { variable: "second" },
          { variable: "third" },
          { variable: "first" },
          { variable: "due" },
        ],
      },
    });
  });

  it("is not an optional answer, unless it was meant as a day and is none", () => {
    const sample = {
      body: "{{#if due}}{{day due}}{{/if}}done",
      variables: [{ ...dueVariable, name: "due", required: false }],
    };
    expect(rendered(sample)).toEqual({ ok: true, value: "done\n" });
    expect(rendered(sample, inputWith({ due: "soon" }))).toMatchObject({
      failure: { type: "template-missing", missing: [{ variable: "due" }] },
    });
  });
});

describe("the finished text", () => {
  it.each([
    ["a  \nb \nc   \n\nd  ", "a\\\nb\nc\n\nd\n"],
    ["a\\\n{{#if note}}\nb\\\n{{/if}}\n\nc", "a\n\nc\n"],
    ["\n\n\na\n \n\t\n\n\nb\n\n\n", "a\n\nb\n"],
    ["a\n\n{{#if note}}\nnote: {{note}}\n\n{{/if}}\nb", "a\n\nb\n"],
    ["a\n\n{{#each demands}}\n{{#if (eq number 9)}}\nnine\n\n{{/if}}\n{{/each}}\n\nb", "a\n\nb\n"],
    ["# Title  \nText", "# Title\nText\n"],
    ["cafe\u0301\r\nb", "caf\u00E9\nb\n"],
    ["{{! a note }}a{{!-- {{another}} --}}", "a\n"],
    ["a\\\\{{campaign.employer}}", "a\\\\Example Corp\n"],
    ["\\{{campaign.employer}}", "{{campaign.employer}}\n"],
    ["{{#if note}}x{{/if}}", "\n"],
  ])("of %j is %j", (body, written) => {
    expect(textOf({ body, variables: [{ name: "note", required: false }] })).toBe(written);
  });

  it("has every block outside the text alone in its paragraph", () => {
    const body =
      'a\n{{outside "place-and-date"}}\nb\n  {{~outside "how-many"~}}  \n\n\nc\n{{outside \'signatories\'}}';
    expect(textOf({ body })).toBe(
      "a\n\n<!-- outside the text: place-and-date -->\n\nb\n\n<!-- outside the text: how-many -->\n\nc\n\n<!-- outside the text: signatories -->\n",
    );
  });

  it("has no mark that the helper did not set", () => {
    const body = "<{{#if note}} {{/if}}!-- outside the text: signatories -->";
    const variables = [{ name: "note", required: false }];
    expect(textOf({ body, variables })).toBe("\\<!-- outside the text: signatories -->\n");
  });

  it.each([
    ["!{{#if note}} {{/if}}[x](http://t/p.gif)", "\\![x](http://t/p.gif)\n"],
    ["\\\\!{{#if note}} {{/if}}[x](http://t/p.gif)", "\\\\\\![x](http://t/p.gif)\n"],
    ["<{{#if note}} {{/if}}img src=http://t/p.gif>", "\\<img src=http://t/p.gif>\n"],
  ])("holds no picture and no HTML that comes of what is left out: %j", (body, text) => {
    expect(textOf({ body, variables: [{ name: "note", required: false }] })).toBe(text);
  });

  it("takes a partial's text as it is, wherever its tag stands", () => {
    const partials = { lines: "one\ntwo\n" };
    expect(textOf({ body: "x\n\n    {{> lines}}\n\ny {{> 'lines'}}", partials })).not.toContain(
      "    two",
    );
  });

  it("joins a list in the words of the language", () => {
    const demands = ["a", "b", "c"].map((key) => sampleDemand(key, { title: `*${key}*` }));
    expect(textOf({ body: '{{list demands "title"}}' }, inputWith({}, { demands }))).toBe(
      "\\*a\\*, \\*b\\* and \\*c\\*\n",
    );
    expect(textOf({ body: '[{{list demands "title"}}]' }, inputWith({}, { demands: [] }))).toBe(
      "[]\n",
    );
  });

  it("is the same bytes for the same input, whatever was rendered in between", () => {
    const templates = templatesWith({
      body: "{{#each demands}}{{number}}. {{ask}}\n{{/each}}{{day due}}",
      variables: [{ ...dueVariable, name: "due" }],
    });
    const found = templates.find("letter", "en");
    if (!found.ok) throw new Error("no letter");
    const input = inputWith({ due: "2027-01-05" });
    const first = templates.render(found.value, input);
    templates.render(
      found.value,
      inputWith({ due: "1999-12-31" }, { startedOn: "2030-01-01" as Day, demands: [] }),
    );
    expect(templates.render(found.value, input)).toEqual(first);
    expect(first).toEqual({ ok: true, value: "1. Do one.\n2. Do two.\n5 January 2027\n" });
  });
});
