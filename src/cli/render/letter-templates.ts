import type { Template, TemplateVariable } from "../../domain/letters/letter.ts";
import { hanging } from "./columns.ts";
import type { Width } from "./columns.ts";

const kindWords: Readonly<Record<TemplateVariable["kind"], string>> = {
  line: "one line",
  lines: "text",
  day: "a day",
  action: "a step that people have pledged",
};

const variableText = (variable: TemplateVariable): string => {
  const needed = variable.required ? "needed" : "may be left out";
  return `${variable.name}: ${kindWords[variable.kind]}, ${needed}. For example: ${variable.example}`;
};

interface Screen {
  readonly columns: number;
  readonly width: Width;
}

/** What the kinds of letters are called, in the order in which they are listed. */
const kindTitles: ReadonlyMap<string, string> = new Map([
  ["employer", "To the employer"],
  ["follow-up", "To the employer, when the date has passed"],
  ["statement", "About the company's answer"],
  ["official", "To the city, the county, the state"],
  ["testimony", "To be spoken"],
  ["editor", "To a newspaper"],
  ["press", "For the press"],
  ["petition", "For signatures on paper"],
  ["card", "For one person, on paper"],
  ["sheet", "For contacts, on paper"],
  ["script", "For a conversation"],
]);

/** Every template in a line, by kind; the languages of one that there is in several. */
export const catalogueText = (
  templates: readonly Template[],
  { columns, width }: Screen,
): string => {
  const kinds = [...new Set([...kindTitles.keys(), ...templates.map(({ kind }) => kind)])];
  const sections = kinds.flatMap((kind) => {
    const ofKind = templates.filter((one) => one.kind === kind);
    const ids = [...new Set(ofKind.map(({ id }) => id))];
    if (ids.length === 0) return [];
    const lines = ids.map((id) => {
      const written = ofKind.filter((one) => one.id === id);
      const [first] = written;
      const text = `${id}: ${first?.title ?? ""} (${written.map(({ language }) => language).join(", ")})`;
      return `  ${hanging(text, 4, columns, width)}`;
    });
    return [[kindTitles.get(kind) ?? kind, ...lines].join("\n")];
  });
  return sections.join("\n");
};

/** A template and what it asks for, one value a paragraph. */
export const templateText = (template: Template, { columns, width }: Screen): string => {
  const { id, title, kind, country, language, variables } = template;
  const asks = variables.length === 0 ? "It asks for nothing." : "It asks for:";
  const written = `${title} (kind: ${kind}; written for ${country}, in ${language}). ${asks}`;
  return [
    id,
    `  ${hanging(written, 2, columns, width)}`,
    ...variables.map((variable) => `  - ${hanging(variableText(variable), 4, columns, width)}`),
  ].join("\n");
};
