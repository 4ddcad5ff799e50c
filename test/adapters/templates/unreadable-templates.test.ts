import { describe, expect, it } from "vitest";

import { rendered } from "./sample-package.ts";

const variables = [{ name: "subject" }];

/** Bodies that are no templates at all, and where reading stops. */
const unreadable: readonly (readonly [string, string])[] = [
  ["{{subject", "4:3"],
  ["a\n{{#if subject}}b", "5:17"],
  ["a\nb {{#if subject}}{{/each}}", "5:6"],
  ["{{/if}}", "4:1"],
  ["{{campaign/../subject}}", "4:3"],
  ["{{(eq 1 1)}}", "4:3"],
  ["{{> plain as |x|}}", "4:11"],
];

describe("a text that is no template", () => {
  it.each(unreadable)("%j stops being readable at %s", (body, place) => {
    const result = rendered({ body, variables });
    expect(result).toMatchObject({
      ok: false,
      failure: { type: "template-malformed", id: "letter" },
    });
    const at =
      !result.ok && result.failure.type === "template-malformed" ? result.failure.place : undefined;
    expect(`${at?.line}:${at?.column}`).toBe(place);
  });

  it("may not nest parentheses without end", () => {
    const body = `{{#if (eq subject ${"(eq 1 ".repeat(1001)}`;
    expect(rendered({ body, variables })).toMatchObject({
      failure: { type: "template-malformed", what: "has more than 1000 times (" },
    });
  });

  it("may not nest blocks without end", () => {
    const depth = 5000;
    const body = "{{#if subject}}".repeat(depth) + "{{/if}}".repeat(depth);
    expect(rendered({ body, variables })).toMatchObject({
      failure: { type: "template-malformed", what: "is longer than 64 KiB" },
    });
    const shallower = "{{#if subject}}".repeat(400) + "{{/if}}".repeat(400);
    expect(rendered({ body: shallower, variables })).toMatchObject({
      failure: {
        type: "template-malformed",
        what: "has blocks inside one another more than 40 deep",
      },
    });
  });
});
