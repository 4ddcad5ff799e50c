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

/** A template and what it asks for, one value a paragraph. */
export const templateText = (
  template: Template,
  { columns, width }: { readonly columns: number; readonly width: Width },
): string => {
  const { id, title, kind, country, language, variables } = template;
  const written = `${title} (kind: ${kind}; written for ${country}, in ${language}). It asks for:`;
  return [
    id,
    `  ${hanging(written, 2, columns, width)}`,
    ...variables.map((variable) => `  - ${hanging(variableText(variable), 4, columns, width)}`),
  ].join("\n");
};
