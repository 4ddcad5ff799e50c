/** What `invite` says when it is done: who is in, what goes to whom, and the words that the others will ask for. */
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Committee } from "../../domain/committee/committee.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { counted, listed } from "../../domain/text/words.ts";
import { wrapped } from "./columns.ts";
import { memberLines } from "./committee.ts";
import type { Screen } from "./committee.ts";
import { nameOfFile, sendLines } from "./for-others.ts";
import { numberedWords, readAloudRule } from "./key-words.ts";

export interface Invited {
  readonly committee: Committee;
  readonly self: Fingerprint;
  /** Where the file is: its path as it was given, or nothing for standard output. */
  readonly file: string | undefined;
  /** With a vault of pledge. */
  readonly joiners: readonly Handle[];
  /** With another program. */
  readonly plain: readonly Handle[];
  /** Who was a member before. */
  readonly before: readonly Handle[];
  readonly words: readonly string[];
}

const carryLines = (
  { file, joiners, plain, before }: Invited,
  screen: Screen,
): readonly string[] => {
  const { columns, width } = screen;
  const name = nameOfFile(file);
  return [
    ...sendLines(`Send ${name}`, joiners, `pledge join ${name}`, screen),
    ...(plain.length === 0
      ? []
      : wrapped(
          `Send ${name} to ${listed(plain)}, to be opened with the other program.`,
          columns,
          width,
        )),
    ...sendLines("The same file goes", before, `pledge merge ${name}`, screen),
  ];
};

export const invitedScreen = (invited: Invited, screen: Screen): string => {
  const { committee, self, joiners, words } = invited;
  const { columns, width } = screen;
  const { teams } = committee.definition;
  return [
    ...wrapped(
      `Number ${committee.number} of the committee file, for ${counted(committee.members.length, "member", "members")}:`,
      columns,
      width,
    ),
    ...memberLines({ members: committee.members, teams, self, keys: false }, screen),
    "",
    ...carryLines(invited, screen),
    ...(joiners.length === 0
      ? []
      : [
          "",
          ...wrapped(
            `Then ${joiners.length === 1 ? listed(joiners) : "each of them"} asks you for two of these words. ${readAloudRule}`,
            columns,
            width,
          ),
          numberedWords(words),
        ]),
  ].join("\n");
};
