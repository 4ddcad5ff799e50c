/** `pledge help ending`: the commands that end something, told apart on one screen. */
import type { Command, Help } from "commander";

interface Ending {
  /** As it is typed after `pledge`, without arguments. */
  readonly command: string;
  /** What goes, what stays, who else hears of it, what cannot be called back: one short sentence each. */
  readonly goes: string;
  readonly stays: string;
  readonly hears: string;
  readonly past: string;
}

/** The names of commands that sound alike. A command of such a name, wherever it stands, is on the page. */
export const endingNames = ["withdraw", "forget", "remove", "drop", "undo", "purge"] as const;

/** Of another name, and they end something too. */
export const otherEndings = ["duplicates merge"] as const;

/** From the mildest; three lines of the screen each, or two. */
export const endings: readonly Ending[] = [
  {
    command: "withdraw",
    goes: "A pledge, and its signature: it counts no more.",
    stays: "The person stays, and that she took it back.",
    hears: "Your next tally says so to the committee.",
    past: "A letter that went out keeps her signature.",
  },
  {
    command: "undo",
    goes: "What the last import added or changed.",
    stays: "All else in the vault stays, earlier imports too.",
    hears: "Nobody is told; your next tally goes without it.",
    past: "A tally that went out with it is out.",
  },
  {
    command: "duplicates merge",
    goes: "The other record, as one of its own.",
    stays: "All it said stays, in the first one.",
    hears: "Your next tally counts one person.",
    past: "Nothing takes them apart again.",
  },
  {
    command: "forget",
    goes: "A person and all that is noted of her, for good.",
    stays: "Copies stay: backups, letters, lists of signers.",
    hears: "Nobody is told; your next tally lacks her line.",
    past: "Another organizer who has her must forget her too.",
  },
  {
    command: "committee remove",
    goes: "Members: no file is for them any more; what they sent counts no more.",
    stays: "Their own vaults stay.",
    hears: "The committee's next file says so.",
    past: "What they have read they keep.",
  },
  {
    command: "demand remove",
    goes: "A demand in your words.",
    stays: "Ours comes back, if there is one; fixed letters stay.",
    hears: "Nobody is told.",
    past: "Your words are gone.",
  },
  {
    command: "test remove",
    goes: "A structure test, and all noted in it.",
    stays: "The people stay.",
    hears: "Nobody is told.",
    past: "It is erased for good.",
  },
  {
    command: "fact remove",
    goes: "A fact, from every draft too.",
    stays: "Fixed letters stay.",
    hears: "Nobody is told.",
    past: "It is erased for good.",
  },
];

const sentences = ({ goes, stays, hears, past }: Ending): string =>
  [goes, stays, hears, past].join(" ");

const intro = "What goes, what stays, who hears of it, and what cannot be called back:";

export const endingHelp = (_program: Command, helper: Help): string => {
  const widest = Math.max(...endings.map(({ command }) => command.length));
  return [
    helper.boxWrap(intro, helper.helpWidth ?? 80),
    ...endings.map((one) => helper.formatItem(one.command, widest, sentences(one), helper)),
    "",
  ].join("\n");
};
