import { describe, expect, it } from "vitest";

import { inputWith, rendered, sampleDemand } from "./sample-package.ts";

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => sampleDemand(`d${index}`));
const endless = { ok: false, failure: { type: "template-endless", id: "letter" } };

describe("a template that would not end", () => {
  it("is stopped when it steps through lists inside lists", () => {
    const body =
      "{{#each demands}}{{#each ../demands}}{{#each ../../demands}}{{/each}}{{/each}}{{/each}}";
    expect(rendered({ body }, inputWith({}, { demands: many(10) }))).toEqual({
      ok: true,
      value: "\n",
    });
    expect(rendered({ body }, inputWith({}, { demands: many(2000) }))).toEqual(endless);
  });

  it.each([
    ["conditions", "{{#if number}}{{/if}}"],
    ["unless", "{{#unless number}}{{/unless}}"],
    ["groups", "{{#with objection}}{{/with}}"],
    ["partials", "{{> empty}}"],
  ])("is stopped when it does nothing but %s", (_, inner) => {
    const body = `{{#each demands}}{{#each ../demands}}${inner.repeat(20)}{{/each}}{{/each}}`;
    const partials = { empty: "" };
    expect(rendered({ body, partials }, inputWith({}, { demands: many(20) }))).toEqual({
      ok: true,
      value: "\n",
    });
    expect(rendered({ body, partials }, inputWith({}, { demands: many(200) }))).toEqual(endless);
  });

  it("is stopped when it writes more than any letter holds", () => {
    const words = "word ".repeat(200);
    const body = `{{#each demands}}{{#each ../demands}}${words}{{/each}}{{/each}}`;
    expect(rendered({ body }, inputWith({}, { demands: many(20) }))).toMatchObject({ ok: true });
    expect(rendered({ body }, inputWith({}, { demands: many(40) }))).toEqual(endless);
    // As long as this no text can be: it must stop long before the end.
    const long = `{{#each demands}}{{#each ../demands}}${"word ".repeat(4000)}{{/each}}{{/each}}`;
    expect(rendered({ body: long }, inputWith({}, { demands: many(300) }))).toEqual(endless);
    const inTurn = `{{#each demands}}${words}{{/each}}\n`.repeat(50);
    expect(rendered({ body: inTurn }, inputWith({}, { demands: many(40) }))).toEqual(endless);
  });

  it("is stopped before it runs when its partials multiply", () => {
    const doubled = (name: string): string => `{{> ${name}}}{{> ${name}}}`;
    const partials = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `p${index}`,
        index === 29 ? "x" : doubled(`p${index + 1}`),
      ]),
    );
    expect(rendered({ body: "{{> p0}}", partials })).toEqual(endless);
    expect(rendered({ body: "{{> p25}}", partials })).toEqual({
      ok: true,
      value: `${"x".repeat(16)}\n`,
    });
  });

  it("is stopped before it runs when its partials repeat a long text", () => {
    const partials = { long: "word ".repeat(10_000) };
    expect(rendered({ body: "{{> long}}".repeat(30), partials })).toEqual(endless);
  });

  const outcomes: readonly (readonly [string, string])[] = [
    ...[" ", "\n", "\t \n", "> ", "- ", "[", "` `` ", "\\", "1", "@", "www.", "*"].map(
      (piece) => [piece, "text"] as const,
    ),
    ...["<!--", "![", "<"].map((piece) => [piece, "template-forbidden"] as const),
    ...["{{", "{{#if unit}}", "(", "]("].map((piece) => [piece, "template-malformed"] as const),
  ];

  it.each(outcomes)("is not one that says %j over and over: a %s", (piece, outcome) => {
    const result = rendered({ body: `x${piece.repeat(60_000 / piece.length)}{{unit.name}}` });
    expect(result.ok ? "text" : result.failure.type).toBe(outcome);
  });
});
