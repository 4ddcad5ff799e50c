/** The root's table of commands, in the groups of the help. A new verb is a line here and its options in its area's file. */
import type { Definitions } from "./actions.ts";

/** A name with its arguments, and one line. */
type Row = readonly [usage: string, summary: string];

export interface Area {
  readonly title: string;
  readonly load: () => Promise<Definitions>;
  readonly commands: readonly Row[];
  /** What is wanted more rarely: the help of the root names these in one line. */
  readonly also?: readonly Row[];
}

export const allCommands = ({ commands, also = [] }: Area): readonly Row[] => [
  ...commands,
  ...also,
];

export const areas: readonly Area[] = [
  {
    title: "Every day:",
    load: async () => (await import("./everyday.ts")).everyday,
    commands: [
      ["init", "make a vault for one campaign"],
      ["add", "record people and what they will do"],
      ["list", "everybody, with what they will do"],
      ["show [id]", "one person, whole"],
      ["edit [id]", "change a person or what she will do"],
      ["assess [id]", "note where somebody stands, 1 to 5"],
      ["confirm [ids...]", "people said it again, to the fixed text or date"],
      ["withdraw [id] [action]", "a person takes a pledge back, or all of them"],
      ["forget [id]", "erase a person, with nothing left of her"],
      ["status", "how ready you are, action by action"],
    ],
    also: [
      ["find", "people by a part of a name, a role or a contact"],
      ["done [id] [action]", "a person did what she pledged"],
      ["lapse [id] [action]", "a pledge's day came and went"],
      ["import <file>", "take in a list: CSV, vCard, JSON"],
      ["test", "who did what can be seen: structure tests"],
      ["undo", "take the last import back"],
      ["export", "everybody as CSV, JSON or vCard, in plain text"],
      ["duplicates", "records that may be one person, side by side"],
      ["shell", "unlock once, then many commands"],
      ["demo", "a tour with sample people; asks nothing"],
      ["receipt", "whether your pledge is counted, by its code; without a vault"],
      ["completion <shell>", "complete commands at Tab, in bash, zsh or fish"],
    ],
  },
  {
    title: "Letters:",
    load: async () => (await import("./letters.ts")).letters,
    commands: [
      ["letter", "write the demand letter that people sign"],
      ["demand", "what you demand, in your own words, and how it stands"],
      ["fact", "what letters show of the company's work, with sources"],
    ],
  },
  {
    title: "Committee:",
    load: async () => (await import("./committee.ts")).committee,
    commands: [
      ["join [file]", "ask to be let into a committee; then take in its file"],
      ["invite <files...>", "let people in, and make the committee's next file"],
      ["committee", "who is in it; take somebody out"],
      ["campaign", "the campaign: unit, teams, actions, thresholds"],
      ["tally", "your count for the others, without a name"],
      ["merge <paths...>", "take in what others sent, in any order"],
      ["exchange <dir>", "the same through a folder that something else carries"],
      ["peek <file>", "what a file tells a stranger, and what a member"],
    ],
    also: [
      ["key", "your fingerprint in words, and your certificate"],
      ["handover", "your people go to another member, names and all"],
    ],
  },
  {
    title: "Vault:",
    load: async () => (await import("./vault.ts")).vault,
    commands: [
      ["passphrase", "what opens the vault: change, add, remove"],
      ["recovery", "open with the recovery words; or make new ones"],
      ["backup [file]", "copy the whole vault into one file"],
      ["doctor", "check the vault and this machine"],
    ],
    also: [
      ["restore <file>", "bring a vault back from a backup"],
      ["rekey", "encrypt everything anew, under another key"],
      ["hold", "nothing may be deleted, while a court wants it kept"],
      ["purge", "destroy the vault, or the names in it"],
    ],
  },
];

/** The name in "show <id>". */
export const nameOf = (usage: string): string => usage.split(" ", 1)[0] ?? usage;
