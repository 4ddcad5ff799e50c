/** Generators of template bodies, from mere text to what the walk accepts; the sample variables are those of `fuzz.test.ts`. */
import * as fc from "fast-check";

const tags = [
  "{{",
  "}}",
  "{{{",
  "}}}",
  "{{#",
  "{{/",
  "{{^",
  "{{else}}",
  "{{else if note}}",
  "{{! x }}",
  "{{!--",
  "--}}",
  "~",
  "&",
  "*",
  ">",
  "@",
  ".",
  "..",
  "../",
  "/",
  "this",
  "if",
  "unless",
  "each",
  "with",
  "eq",
  "day",
  "list",
  "outside",
  "log",
  "lookup",
  "(",
  ")",
  "=",
  "|",
  "as |x|",
  "[",
  "]",
  "\\",
  "\\\\",
  "'",
  '"',
  " ",
  "\n",
  "subject",
  "note",
  "due",
  "demands",
  "campaign",
  "campaign.name",
  "addressee.title",
  "number",
  "by",
  "constructor",
  "__proto__",
  "prototype",
  "{{subject}}",
  "{{#if note}}",
  "{{note}}",
  "{{/if}}",
  "{{#each demands}}",
  "{{number}}. {{ask}}",
  "{{/each}}",
  "{{#with addressee}}",
  "{{name}}",
  "{{/with}}",
  "{{#unless note}}",
  "{{/unless}}",
  '{{outside "signatories"}}',
  "{{> part}}",
  "{{> self}}",
  "{{day due}}",
  '{{list demands "ask"}}',
  "{{../subject}}",
  "{{@index}}",
  "`",
  "](",
  "![",
  "<",
  "words",
  "- ",
  "1. ",
  "\n\n",
  "{{{{raw}}}}",
  "{{{{/raw}}}}",
  "\u0000",
  "\uFDD0",
  "\uD800",
  "12",
  "'x'",
];
/** Texts of whatever means something in a template. */
export const anyText = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.array(fc.constantFrom(...tags), { maxLength: 14 }).map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);

const own: Readonly<Record<string, readonly string[]>> = {
  whole: [],
  demand: ["number", "title", "objection.expect", "this.ask", "@index"],
  addressee: ["name"],
  objection: ["expect", "./answer"],
};

/**
 * Templates that read what is there, from within any of the groups; `up` leads out to the whole.
 * One tag in many goes wrong.
 */
const grown = (group: string, up: string, depth: number): fc.Arbitrary<string> => {
  const whole = ["subject", "campaign.name", "unit.name"].map((name) => up + name);
  const doubtful = ["note", "due", "addressee", "addressee.name", "addressee.title", "demands"].map(
    (name) => up + name,
  );
  const inDemand = group === "demand" ? ["by", "number"] : [];
  const test = fc.oneof(
    fc.constantFrom(...whole, ...doubtful, ...inDemand),
    fc.constantFrom(...whole, `${up}note`).map((name) => `(eq ${name} 'n')`),
  );
  const leaves = [
    fc.constantFrom("words ", "\n\n", "1. ", "- ", "> ", `{{list ${up}demands "title"}}`),
    fc.constantFrom(...whole, ...(own[group] ?? [])).map((name) => `{{${name}}}`),
    fc
      .constantFrom("note", "addressee.title")
      .map((name) => `{{#if ${up}${name}}}{{${up}${name}}}{{/if}}`),
    fc.constant(
      group === "demand"
        ? "{{#if by}}{{day by}}{{/if}}{{> part}}"
        : `{{#if ${up}due}}{{day ${up}due}}{{/if}}`,
    ),
  ];
  const wrong = fc.constantFrom(
    "{{name}}",
    "{{../subject}}",
    "{{number}}",
    '{{outside "how-many"}}\n',
    "{{day by}}",
    "{{> part}}",
  );
  if (depth === 0)
    return fc.array(fc.oneof(...leaves), { maxLength: 3 }).map((nodes) => nodes.join(""));
  const inner = grown(group, up, depth - 1);
  const into = (name: string, tag: string): fc.Arbitrary<string> =>
    fc
      .tuple(grown(name, `${up}../`, depth - 1), inner)
      .map(([yes, no]) => `{{#${tag}}}${yes}{{else}}${no}{{/${tag.split(" ")[0]}}}`);
  const blocks = [
    fc
      .tuple(fc.constantFrom("if", "unless"), test, inner, inner)
      .map(([block, on, yes, no]) => `{{#${block} ${on}}}${yes}{{else}}${no}{{/${block}}}`),
    into("demand", `each ${up}demands`),
    into("addressee", `with ${up}addressee`),
    ...(group === "demand" ? [into("objection", "with objection")] : []),
  ];
  const node = fc.oneof(
    ...leaves.map((arbitrary) => ({ weight: 6, arbitrary })),
    ...blocks.map((arbitrary) => ({ weight: 6, arbitrary })),
    { weight: 1, arbitrary: wrong },
  );
  return fc.array(node, { maxLength: 4 }).map((nodes) => nodes.join(""));
};

export const letters = grown("whole", "", 3);
