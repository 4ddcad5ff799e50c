/** `pledge help ending`: the commands that end something, told apart on one screen. */
import type { Command, Help } from "commander";

interface Ending {
  /** As they are typed after `pledge`, without arguments; several are told in one. */
  readonly commands: readonly string[];
  /** Where it is not the first of them. */
  readonly label?: string;
  /** What goes, what stays, who else hears of it, what cannot be called back: one short sentence each. */
  readonly goes: string;
  readonly stays: string;
  readonly hears: string;
  readonly past: string;
}

/** The names of commands that sound alike. A command of such a name, wherever it stands, is on the page. */
export const endingNames = ["withdraw", "forget", "remove", "drop", "undo", "purge"] as const;

/** Of another name, and they end something too. */
export const otherEndings = ["duplicates merge", "key revoke"] as const;

/** From the mildest; three lines of the screen each, or two. */
export const endings: readonly Ending[] = [
  {
    commands: ["withdraw"],
    goes: "A pledge, and its signature: it counts no more.",
    stays: "The person stays, and that she took it back.",
    hears: "Your next tally says so to the committee.",
    past: "A letter that went out keeps her signature.",
  },
  {
    commands: ["undo"],
    goes: "What the last import added or changed.",
    stays: "All else stays.",
    hears: "Nobody is told; your next tally goes without it.",
    past: "A tally with it is out.",
  },
  {
    commands: ["duplicates merge"],
    label: "merge",
    goes: "The other record, as one of its own.",
    stays: "All it said stays.",
    hears: "Your next tally counts one person.",
    past: "Nothing takes them apart again.",
  },
  {
    commands: ["forget"],
    goes: "A person and all that is noted of her, for good.",
    stays: "Letters stay; known backups are made anew.",
    hears: "Nobody is told; your next tally lacks her line.",
    past: "Another organizer who has her must forget her too.",
  },
  {
    commands: ["purge"],
    goes: "The vault and its backups at hand, or --names alone.",
    stays: "Counts stay then.",
    hears: "Nobody is told.",
    past: "Copies elsewhere stay.",
  },
  {
    commands: ["tally drop"],
    label: "drop",
    goes: "Another organizer's tally, in your numbers alone.",
    stays: "It stays merged.",
    hears: "Nobody is told.",
    past: "tally restore counts it again.",
  },
  {
    commands: ["key revoke"],
    label: "revoke",
    goes: "Your key, and what it signed.",
    stays: "Your vault stays.",
    hears: "Whoever merges the file.",
    past: "Nothing gives it back; files to you stay readable by it.",
  },
  {
    commands: ["committee remove"],
    label: "remove",
    goes: "committee remove: members. No file is for them any more; what they sent counts no more.",
    stays: "Their own vaults stay.",
    hears: "The committee's next file says so.",
    past: "What they have read they keep.",
  },
  {
    commands: ["demand remove", "fact remove", "test remove", "passphrase remove"],
    label: "",
    goes: "demand, fact, test, passphrase remove: what each is called after, for good.",
    stays: "People and fixed letters stay.",
    hears: "Nobody is told.",
    past: "A removed passphrase still opens copies made before.",
  },
];

const labelOf = ({ commands: [first = ""], label = first }: Ending): string => label;

const sentences = ({ goes, stays, hears, past }: Ending): string =>
  [goes, stays, hears, past].join(" ");

const intro = "What goes, what stays, who hears of it, and what cannot be called back:";

export const endingHelp = (_program: Command, helper: Help): string => {
  const widest = Math.max(...endings.map((one) => labelOf(one).length));
  return [
    helper.boxWrap(intro, helper.helpWidth ?? 80),
    ...endings.map((one) => helper.formatItem(labelOf(one), widest, sentences(one), helper)),
    "",
  ].join("\n");
};
