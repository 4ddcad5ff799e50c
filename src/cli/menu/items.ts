/** What the menu offers: a line here is a line on the screen, and runs a command as it would be typed. */
import type { Ask } from "../../domain/asking/ask.ts";

export interface Item {
  readonly label: string;
  /** The words of the command after `pledge`, asked for where they are not known; nothing where the person thought better of it. */
  readonly words: (ask: Ask) => Promise<readonly string[] | undefined>;
}

export interface Submenu {
  readonly label: string;
  readonly message: string;
  readonly items: readonly Item[];
}

const plain = (label: string, ...words: readonly string[]): Item => ({
  label,
  words: async () => words,
});

/** A command that wants a file or a name, in plain words; Enter alone goes back. */
const asking = (
  label: string,
  message: string,
  words: (answer: string) => readonly string[],
): Item => ({
  label,
  words: async (ask) => {
    const answer = await ask.line({ message: `${message} (Enter alone goes back)` });
    return answer.trim() === "" ? undefined : words(answer.trim());
  },
});

export const withoutVault: readonly Item[] = [
  plain("Begin: make a vault for a campaign", "init"),
  plain("Look around first, with sample people", "demo"),
  plain("Ask to be let into a committee", "join"),
  asking("Bring a vault back from a backup", "Which file is the backup?", (file) => [
    "restore",
    file,
  ]),
  plain("See every command", "help"),
];

const people: readonly Item[] = [
  plain("Record people and what they will do", "add"),
  plain("Look somebody up", "show"),
  plain("Note where somebody stands", "assess"),
  plain("Change something about somebody", "edit"),
  plain("Somebody takes a pledge back", "withdraw"),
  plain("See everybody", "list"),
  plain("See how ready you are", "status"),
];

const tests: readonly Item[] = [
  plain("See your structure tests", "test", "list"),
  asking("Begin one", "A short name for it, such as badge-day", (name) => ["test", "add", name]),
  asking("Note who was asked", "Which test? Its name", (name) => ["test", "note", name, "asked"]),
  asking("Note who did it", "Which test? Its name", (name) => ["test", "note", name, "did"]),
  asking("See how one stands", "Which test? Its name", (name) => ["test", "show", name]),
];

const lists: readonly Item[] = [
  asking("Take in a list: CSV, vCard or JSON", "Which file is the list?", (file) => [
    "import",
    file,
  ]),
  plain("Take the last list back", "undo"),
  plain("Go through records that may be one person", "duplicates"),
  asking("Write everybody to a file, in plain text", "Into which new file? people.csv", (file) => [
    "export",
    "-o",
    file,
  ]),
];

const letter: readonly Item[] = [
  plain("Begin a letter", "letter", "start"),
  plain("See your letters", "letter", "list"),
  asking("Read a letter", "Which letter? Its name", (name) => ["letter", "preview", name]),
  asking("Change a letter", "Which letter? Its name", (name) => ["letter", "edit", name]),
  asking("Fix its text, so that people can sign", "Which letter? Its name", (name) => [
    "letter",
    "freeze",
    name,
  ]),
  asking("Write it to a file", "Which letter? Its name", (name) => [
    "letter",
    "write",
    name,
    "-o",
    `${name}.md`,
  ]),
];

const committee: readonly Item[] = [
  plain("See who is in it", "committee", "show"),
  asking(
    "Write your count for the others",
    "Into which new file? For example count.pledge",
    (file) => ["tally", "export", "-o", file],
  ),
  asking("Take in what another member sent", "Which file, or which folder?", (path) => [
    "merge",
    path,
  ]),
  asking("Look at a proposal for the committee, and sign it", "Which file?", (file) => [
    "committee",
    "sign",
    file,
    "-o",
    `${file}.signed`,
  ]),
  asking("Take in a committee file", "Which file?", (file) => ["join", file]),
];

const safety: readonly Item[] = [
  asking("Copy the whole vault into one file", "Into which new file?", (file) => ["backup", file]),
  plain("Check the vault and this machine", "doctor"),
  plain("Change the passphrase", "passphrase", "change"),
  plain("Make recovery words, for paper", "recovery", "new"),
];

export const withVault: readonly (Item | Submenu)[] = [
  ...people,
  { label: "Lists, and records that are there twice", message: "What about lists?", items: lists },
  {
    label: "Structure tests: see how strong you are",
    message: "What about structure tests?",
    items: tests,
  },
  { label: "The letter", message: "What about the letter?", items: letter },
  { label: "The committee", message: "What about the committee?", items: committee },
  { label: "Keep the vault safe", message: "What about the vault?", items: safety },
  plain("See every command", "help"),
];
