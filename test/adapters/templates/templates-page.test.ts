/** docs/templates.md against the code. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import {
  deepestNesting,
  longestTemplate,
  mostOpenings,
} from "../../../src/adapters/templates/ast.ts";
import { blockHelpers, helperNames } from "../../../src/adapters/templates/calls.ts";
import { readableBy } from "../../../src/adapters/templates/context.ts";
import type { Group } from "../../../src/adapters/templates/context.ts";
import { mostOutput, mostSteps } from "../../../src/adapters/templates/engine.ts";
import {
  head as headShape,
  longestHead,
  mostDemands,
  mostVariables,
  variable as variableShape,
} from "../../../src/adapters/templates/front-matter.ts";
import { letterKinds } from "../../../src/domain/letters/lint/kinds.ts";
import { outsideBlocks } from "../../../src/domain/letters/outside.ts";
import { largestTemplateFile } from "../../../src/domain/letters/template-file.ts";

const page = readFileSync(new URL("../../../docs/templates.md", import.meta.url), "utf8");

/** The rows of the nth table, each as its cells. */
const tables: readonly (readonly (readonly string[])[])[] = page
  .split("\n\n")
  .filter((paragraph) => paragraph.startsWith("| "))
  .map((paragraph) =>
    paragraph
      .trimEnd()
      .split("\n")
      .slice(2)
      .map((row) => row.slice(2, -2).split(" | ")),
  );

const [head = [], variable = [], names = [], calls = [], limits = []] = tables;

const leaves = (group: Group, before = "", perhaps = false): readonly string[] =>
  [...group.members].flatMap(([name, { shape, optional }]) => {
    const missing = perhaps || optional;
    if (shape.kind === "group") return leaves(shape, `${before}${name}.`, missing);
    if (shape.kind === "list") return leaves(shape.of, `${before}${name}[].`, missing);
    return [`\`${before}${name}\` ${shape.kind} ${missing ? "perhaps" : "never"}`];
  });

it("names everything that a template may read, and nothing else", () => {
  expect(names.map((cells) => cells.join(" "))).toEqual(leaves(readableBy([])));
});

it("names the members of the head and of a variable, and which may be left out", () => {
  const said = (rows: readonly (readonly string[])[]): readonly string[] =>
    rows.map(([name = "", what = ""]) => `${name}${what.includes("may be left out") ? "?" : ""}`);
  const members = (entries: Readonly<Record<string, { readonly type: string }>>) =>
    Object.entries(entries).map(
      ([name, { type }]) => `\`${name}\`${type === "exact_optional" ? "?" : ""}`,
    );
  expect(said(head)).toEqual(members(headShape.entries));
  expect(said(variable)).toEqual(members(variableShape.entries));
});

it("names the kinds that the lint knows, and the places outside the text", () => {
  const kinds = /must do: ([^|]*)/u.exec(head[1]?.[1] ?? "")?.[1] ?? "";
  expect(kinds.match(/[a-z-]+/gu)).toEqual(letterKinds);
  const places = calls.find(([call]) => call?.includes("outside"))?.[1] ?? "";
  expect(places.match(/`[a-z-]+`/gu)).toEqual(outsideBlocks.map((block) => `\`${block}\``));
});

it("has a row for each call", () => {
  const blocks = blockHelpers.map((name) => `#${name}`);
  const others = helperNames.filter((name) => !blockHelpers.some((block) => block === name));
  expect(calls.map(([call]) => /[#a-z]+/u.exec(call ?? "")?.[0])).toEqual([...blocks, ...others]);
});

it("says the limits that hold", () => {
  const said = limits.map(([, most = ""]) => Number(most.replaceAll(/[, A-Za-z]/gu, "")));
  expect(said).toEqual([
    largestTemplateFile / 1024,
    longestHead,
    longestTemplate,
    mostVariables,
    mostDemands,
    mostOpenings,
    deepestNesting,
    mostSteps,
    mostOutput,
  ]);
});
