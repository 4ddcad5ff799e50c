/** What Tab offers in the shell: commands, options and fixed words of the tree, never anything of the vault. */
import { lastName } from "../completion/offered.ts";
import type { Offered } from "../completion/offered.ts";

/** The command that the words lead to, and how many arguments stand behind its name. */
const reached = (root: Offered, words: readonly string[]): readonly [Offered, number] => {
  let at = root;
  let behind = 0;
  for (const word of words) {
    if (word.startsWith("-")) continue;
    const next = behind === 0 ? at.commands.find((one) => lastName(one) === word) : undefined;
    if (next === undefined) behind += 1;
    else at = next;
  }
  return [at, behind];
};

const valuesOf = (option: Offered["options"][number] | undefined): readonly string[] =>
  option?.value?.taken.kind === "words" ? option.value.taken.words : [];

export const wordsAfter =
  (root: Offered) =>
  (words: readonly string[], begun: string): readonly string[] => {
    const line = words[0] === "pledge" ? words.slice(1) : words;
    const [at, behind] = reached(root, line);
    const options = [...at.options, ...root.options];
    const last = line.at(-1) ?? "";
    const valued = options.find(({ flags, value }) => value !== undefined && flags.includes(last));
    if (valued !== undefined) return valuesOf(valued);
    if (begun.startsWith("-")) return [...new Set(options.flatMap(({ flags }) => flags))];
    const taken = at.takes[Math.min(behind, at.takes.length - 1)]?.taken;
    return [
      ...(behind === 0 ? at.commands.map(lastName) : []),
      ...(taken?.kind === "words" ? taken.words : []),
    ];
  };
