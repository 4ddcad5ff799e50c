/** What `committee replace` says: what the old key is from now on, and what the member herself does next. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Committee } from "../../domain/committee/committee.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { wrapped } from "./columns.ts";
import type { Screen } from "./committee.ts";
import { mergeLines, nameOfFile, sendLines } from "./for-others.ts";
import { numberedWords, readAloudRule } from "./key-words.ts";

export interface Replaced {
  readonly handle: Handle;
  readonly renewed: boolean;
  readonly committee: Committee;
  readonly self: Fingerprint;
  readonly file: string | undefined;
  /** Our own, for the member with the new key to ask for. */
  readonly words: readonly string[];
}

const otherKeyLines = (
  { handle, committee, self, file, words }: Replaced,
  screen: Screen,
): readonly string[] => {
  const { columns, width } = screen;
  const others = committee.members
    .filter((one) => one.fingerprint !== self && one.handle !== handle)
    .map((one) => one.handle);
  const name = nameOfFile(file);
  return [
    ...wrapped(
      `${handle} has another key: number ${committee.number} of the committee file. What ${handle}'s old key has sent counts until the new one sends a tally; what it signs from now on is refused.`,
      columns,
      width,
    ),
    ...wrapped(
      `Was the old key stolen and not only lost? Then whoever has it can still read every file that was sent to ${handle} so far.`,
      columns,
      width,
    ),
    ...(file === undefined
      ? []
      : [
          ...sendLines(`Send ${name}`, [handle], `pledge join ${name}`, screen),
          ...sendLines("The same file goes", others, `pledge merge ${name}`, screen),
          "",
          ...wrapped(
            `Then ${handle} asks you for two of these words. ${readAloudRule}`,
            columns,
            width,
          ),
          numberedWords(words),
        ]),
  ];
};

export const replacedScreen = (replaced: Replaced, screen: Screen): string => {
  const { handle, renewed, committee, self, file } = replaced;
  return (
    renewed
      ? [
          ...wrapped(
            `${handle}'s certificate is the newer one now, with the same key: number ${committee.number} of the committee file.`,
            screen.columns,
            screen.width,
          ),
          ...mergeLines(committee, self, file, screen),
        ]
      : otherKeyLines(replaced, screen)
  ).join("\n");
};
