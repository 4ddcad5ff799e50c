/**
 * One folder of text files named `<name>.<language>.<ending>`, and which of them serves a
 * language: `en-GB` is served by `en-GB`, else `en`, else English. Names come from the folder
 * itself, so nothing that is asked for becomes part of a path. Other files in the folder are none
 * of ours and are passed over.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { canonicalLanguage } from "../../domain/text/language.ts";
import { plainLines } from "./source-text.ts";

export interface Shelved {
  readonly name: string;
  /** BCP 47, as in the file's name. */
  readonly language: string;
  /** LF, NFC, without a byte order mark. Throws when the file cannot be read: the package is broken. */
  readonly text: () => string;
}

export interface Shelf {
  /** By name, then language. */
  readonly all: readonly Shelved[];
  readonly find: (name: string, language: string) => Shelved | undefined;
}

/** "zh-Hant-TW", "zh-Hant", "zh", "en" */
const fallbacks = (language: string): readonly string[] => {
  const parts = language.toLowerCase().split("-");
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join("-")), "en"];
};

const inOrder = (a: Shelved, b: Shelved): number => {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.language < b.language ? -1 : 1;
};

/** The folder as it is now; empty when there is none. */
export const openShelf = (folder: string, ending: string): Shelf => {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const all = files
    .flatMap((file): Shelved[] => {
      const [name = "", language = ""] = file.endsWith(ending)
        ? file.slice(0, -ending.length).split(".")
        : [];
      const ours =
        /^[a-z0-9][a-z0-9-]*$/u.test(name) &&
        canonicalLanguage(language) !== undefined &&
        file === `${name}.${language}${ending}`;
      if (!ours) return [];
      const text = (): string => plainLines(readFileSync(join(folder, file), "utf8"));
      return [{ name, language, text }];
    })
    .toSorted(inOrder);
  const find = (name: string, language: string): Shelved | undefined => {
    for (const candidate of fallbacks(language)) {
      const found = all.find(
        (one) => one.name === name && one.language.toLowerCase() === candidate,
      );
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return { all, find };
};
