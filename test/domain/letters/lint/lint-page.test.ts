/** docs/lint.md against the rules. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import { wordLimits } from "../../../../src/domain/letters/lint/kinds.ts";
import { lintRules } from "../../../../src/domain/letters/lint/lint.ts";

const page = readFileSync(new URL("../../../../docs/lint.md", import.meta.url), "utf8");

it("has a row for each rule in their order, and no other", () => {
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  expect(rows).toEqual(
    lintRules.map(({ name, kinds, about }) => {
      const kindsText = kinds === "every" ? "every" : kinds.join(", ");
      return `| \`${name}\` | ${kindsText} | ${about} |`;
    }),
  );
});

it("says the limits that hold", () => {
  const limits = page.split("\n").find((line) => line.startsWith("- Most words:")) ?? "";
  expect(new Set(limits.match(/\d+/gu)?.map(Number))).toEqual(new Set(Object.values(wordLimits)));
});
