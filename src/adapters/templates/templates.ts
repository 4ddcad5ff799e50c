/**
 * The templates and demands that come with the package: `templates/letters`, `templates/partials`
 * and `templates/demands` under its root; and templates of anybody, as texts. A template is checked as a whole before any of it runs,
 * whoever wrote it.
 */
import { join } from "node:path";

import type { Template } from "../../domain/letters/letter.ts";
import type { TemplateFault, TemplateInput, Templates } from "../../domain/letters/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { parseTemplate } from "./ast.ts";
import type { Checked } from "./check.ts";
import { checkTemplate } from "./check.ts";
import { contextOf, readableBy, unanswered } from "./context.ts";
import { readDemandFile } from "./demand-file.ts";
import { runTemplate } from "./engine.ts";
import type { TemplateFile } from "./front-matter.ts";
import { readTemplateFile } from "./front-matter.ts";
import { oneFile } from "./one-file.ts";
import { closeSeams } from "./seams.ts";
import type { Shelf, Shelved } from "./shelf.ts";
import { openShelf } from "./shelf.ts";
import { characterFault, plainLines } from "./source-text.ts";
import { tidied } from "./tidy.ts";

const english = "en";

const namesOf = (shelf: Shelf): readonly string[] => [
  ...new Set(shelf.all.map(({ name }) => name)),
];

type PartialText = (name: string) => string | undefined;

/** A template from anywhere may bring in nothing: it is one file. */
const noPartial: PartialText = () => undefined;

const readLetter = (id: string, text: string): Result<TemplateFile, TemplateFault> => {
  const character = characterFault(text);
  if (character !== undefined) return fail({ type: "template-malformed", id, ...character });
  const file = readTemplateFile(text);
  return file.ok ? file : fail({ type: "template-malformed", id, ...file.failure });
};

const describe = (id: string, language: string, file: TemplateFile): Template => ({
  id,
  title: file.title,
  kind: file.kind,
  country: file.country,
  language,
  demands: file.demands,
  ...(file.about === undefined ? {} : { about: file.about }),
  variables: file.variables,
});

const checkLetter = (
  id: string,
  file: TemplateFile,
  partialText: PartialText,
): Result<Checked, TemplateFault> => {
  const tree = parseTemplate(file.body.text);
  if (!tree.ok) {
    const { line, column } = tree.failure.place;
    const place = { line: line + file.body.firstLine - 1, column };
    return fail({ type: "template-malformed", id, place, what: tree.failure.what });
  }
  const checked = checkTemplate(
    file.body,
    tree.value,
    readableBy(file.variables, file.about),
    partialText,
  );
  if (checked.endless) return fail({ type: "template-endless", id });
  if (checked.faults.length > 0)
    return fail({ type: "template-forbidden", id, faults: checked.faults });
  return ok(checked);
};

/** Every variable without an answer, at its first use, or where it is declared when it is not used. */
const missingIn = (file: TemplateFile, checked: Checked, input: TemplateInput) =>
  unanswered(file.variables, input.answers)
    .map((variable) => ({
      ...(checked.firstUses.get(variable.name) ??
        file.declaredAt(file.variables.indexOf(variable))),
      variable: variable.name,
      ask: variable.ask,
    }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);

/**
 * Reads the folders once, and a file whenever it is asked for. `list` and `demands` throw when a file of
 * the package cannot be read, since it would otherwise be missing without a word.
 */
export const createTemplates = (packageRoot: string): Templates => {
  const folder = join(packageRoot, "templates");
  const letters = openShelf(join(folder, "letters"), ".md.hbs");
  const partials = openShelf(join(folder, "partials"), ".md.hbs");
  const demands = openShelf(join(folder, "demands"), ".json");

  const findLetter = (id: string, language: string): Result<Shelved, TemplateFault> => {
    const found = letters.find(id, language);
    return found === undefined
      ? fail({ type: "template-unknown", id, known: namesOf(letters) })
      : ok(found);
  };

  const find = (id: string, language: string): Result<Template, TemplateFault> => {
    const shelved = findLetter(id, language);
    if (!shelved.ok) return shelved;
    const file = readLetter(id, shelved.value.text());
    return file.ok ? ok(describe(id, shelved.value.language, file.value)) : file;
  };

  const partialsIn =
    (language: string): PartialText =>
    (name) =>
      partials.find(name, language)?.text();

  /** The template's file once more, ready to run. */
  const checkedFile = ({ id, language, source }: Template) => {
    const shelved = source === undefined ? findLetter(id, language) : undefined;
    if (shelved?.ok === false) return shelved;
    const file = readLetter(id, shelved?.value.text() ?? plainLines(source ?? ""));
    if (!file.ok) return file;
    const partialText = shelved === undefined ? noPartial : partialsIn(shelved.value.language);
    const checked = checkLetter(id, file.value, partialText);
    return checked.ok
      ? ok({
          file: file.value,
          checked: checked.value,
          language: shelved?.value.language ?? language,
        })
      : checked;
  };

  const demand: Templates["demand"] = (key, language = english) => {
    const shelved = demands.find(key, language);
    if (shelved === undefined)
      return fail({ type: "demand-unknown", key, known: namesOf(demands) });
    const read = readDemandFile(key, shelved.text());
    return read.ok ? read : fail({ type: "template-malformed", id: key, ...read.failure });
  };

  return {
    list: () =>
      letters.all.map((shelved) => {
        const file = readLetter(shelved.name, shelved.text());
        if (!file.ok)
          throw new Error(`the template ${shelved.name}.${shelved.language} cannot be read`);
        return describe(shelved.name, shelved.language, file.value);
      }),
    languages: (id) => letters.all.flatMap(({ name, language }) => (name === id ? [language] : [])),
    find,
    read: (id, language, source) => {
      const text = plainLines(source);
      const file = readLetter(id, text);
      if (!file.ok) return file;
      const checked = checkLetter(id, file.value, noPartial);
      return checked.ok ? ok({ ...describe(id, language, file.value), source: text }) : checked;
    },
    asOneFile: (id, language) => {
      const shelved = findLetter(id, language);
      return shelved.ok
        ? ok(oneFile(shelved.value.text(), partialsIn(shelved.value.language)))
        : shelved;
    },
    demand,
    demandLanguage: (key, language) => demands.find(key, language)?.language,
    demands: () =>
      namesOf(demands).map((key) => {
        const read = demand(key);
        if (!read.ok) throw new Error(`the demand ${key} cannot be read`);
        return read.value;
      }),
    render: (template, input) => {
      const { id } = template;
      const ready = checkedFile(template);
      if (!ready.ok) return ready;
      const { file, checked, language } = ready.value;
      const missing = missingIn(file, checked, input);
      if (missing.length > 0) return fail({ type: "template-missing", id, missing });
      const context = contextOf(file.variables, input);
      const written = runTemplate(file.body.text, checked.partials, context, language);
      if (!written.ok) return fail({ type: "template-endless", id });
      return ok(tidied(closeSeams(written.value)));
    },
  };
};
