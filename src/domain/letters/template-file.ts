/** What the name of a template's file says: `NAME.LANGUAGE.md.hbs`; the language and `.md` may be left out. */
import { languageShape } from "./shared-text.ts";

/** In bytes; a template that is longer than the adapter takes is refused there, by what is too long in it. */
export const largestTemplateFile = 512 * 1024;

/** Whether what was typed in the place of a template's id is a path. */
export const isTemplatePath = (typed: string): boolean =>
  /[/\\]/u.test(typed) || typed.endsWith(".hbs");

export interface TemplateFileName {
  /** A key of at most 60 characters, made from the name: "my-letter". */
  readonly id: string;
  readonly language?: string;
}

const longestId = 60;

const idFrom = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, longestId)
    .replaceAll(/^-+|-+$/gu, "");

export const templateFileName = (path: string): TemplateFileName => {
  const base = (path.split(/[/\\]/u).at(-1) ?? "").replace(/\.hbs$/u, "").replace(/\.md$/u, "");
  const parts = base.split(".");
  const last = parts.at(-1) ?? "";
  const language = parts.length > 1 && languageShape.test(last) ? { language: last } : {};
  const name = "language" in language ? parts.slice(0, -1).join(".") : base;
  return { id: idFrom(name) || "own-letter", ...language };
};
