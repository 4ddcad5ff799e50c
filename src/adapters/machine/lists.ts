/** Lists in plain text, where people leave them: exports, and lists that were imported. */
import { readdirSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import type { PlainFile } from "../../domain/machine/machine.ts";
import { plainFile } from "./plain-file.ts";

interface Places {
  readonly home: string;
  readonly cwd: string;
  readonly temporary: string;
}

const isList = (name: string): boolean => /\.(?:csv|tsv|txt|jsonl?|vcf|vcard)$/iu.test(name);

/** In bytes. */
const largest = 5 * 1024 * 1024;
/** So many in one folder: whoever has more has other folders to look through. */
const most = 300;

const foldersIn = ({ home, cwd, temporary }: Places, vaultFolder: string): readonly string[] => [
  dirname(resolve(vaultFolder)),
  cwd,
  home,
  ...["Desktop", "Documents", "Downloads"].map((name) => join(home, name)),
  temporary,
];

const listed = (folder: string): readonly string[] => {
  try {
    const real = realpathSync(folder);
    return readdirSync(real)
      .filter(isList)
      .toSorted()
      .slice(0, most)
      .map((name) => join(real, name));
  } catch {
    return [];
  }
};

/** Not what lies deeper down. Each file once. */
export const listsNear = (places: Places, vaultFolder: string): readonly PlainFile[] => {
  const paths = new Set(foldersIn(places, vaultFolder).flatMap(listed));
  return [...paths].flatMap((path) => plainFile(path, largest) ?? []);
};
