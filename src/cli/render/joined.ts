/** What `join` says: the first time what to do with the join file, the second time that the vault is complete. */
import type { Committee, Member } from "../../domain/committee/committee.ts";
import { showable } from "../../domain/text/clean.ts";
import { wrapped } from "./columns.ts";
import { memberLines } from "./committee.ts";
import type { Screen } from "./committee.ts";
import { numberedWords, readAloudRule } from "./key-words.ts";
import { noteText } from "./letter-notes.ts";

/** `file` is nothing for standard output. Paths stand alone: a broken one cannot be copied. */
export const begunScreen = (
  {
    folder,
    file,
    words,
  }: {
    readonly folder: string;
    readonly file: string | undefined;
    readonly words: readonly string[];
  },
  { columns, width }: Screen,
): string => {
  const say = (...notes: readonly string[]): string => noteText(notes, columns, width);
  return [
    `Your vault: ${folder}`,
    ...(file === undefined ? [] : [`Your join file: ${file}`]),
    "",
    say(
      "Give the join file to whoever invites you, and to nobody else: it opens nothing, but it tells which letters you attest. She calls, and asks for two of these words:",
    ),
    numberedWords(words),
    say(
      `${readAloudRule} "pledge key show" shows them again.`,
      "Write down her words in the same call: you will be asked for two of them.",
      "",
      'A committee file comes back. Take it in with "pledge join FILE".',
    ),
  ].join("\n");
};

/** `again`: the vault was complete before, and goes by this number from now on. */
export const completedScreen = (
  {
    committee,
    self,
    again,
  }: { readonly committee: Committee; readonly self: Member; readonly again: boolean },
  screen: Screen,
): string => {
  const { columns, width } = screen;
  const { definition, members, number } = committee;
  const { name, employer, teams } = definition;
  return [
    ...wrapped(
      again
        ? `You go by number ${number} of the committee file now.`
        : `You are in: ${showable(name)} (${showable(employer)}), number ${number} of the committee file.`,
      columns,
      width,
    ),
    ...memberLines({ members, teams, self: self.fingerprint, keys: false }, screen),
    ...(again
      ? []
      : [
          "Next:",
          "  pledge add",
          "    records the first people",
          `  pledge tally export -o ${self.handle}.tally`,
          "    your count for the others",
        ]),
  ].join("\n");
};
