/** The commands for a letter that goes out: its files, who signed it, who vouches for it, and what comes back. */
import { Option } from "commander";
import type { Command } from "commander";

import type { Actions } from "./actions.ts";

const addFiles = (letter: Command, { bind }: Actions): void => {
  bind(
    letter
      .command("write <name>")
      .summary("Writes it to a file, with who signed.")
      .description(
        "Writes a fixed letter with those who signed it to a file that only you can read, or to standard output. It counts as sent: later letters are held to what it shows. A PDF is printed by a browser of this machine, without the network.",
      )
      .addOption(
        new Option("--format <format>", "the file's format").choices([
          "md",
          "txt",
          "html",
          "docx",
          "pdf",
          "eml",
        ]),
      )
      .option("-o, --output <file>", "where to; - is standard output")
      .option("--force", "replace the file when it is there", false)
      .option("--shuffle", "list the signatories in an order of chance, not by name", false)
      .option("--reask", "print who must still be asked about this text; needs no format", false),
    [
      "pledge letter write first-letter --format html -o letter.html",
      "pledge letter write first-letter --format pdf -o letter.pdf",
      "pledge letter write first-letter --reask",
    ],
    async () => (await import("../commands/letter-write.ts")).letterWrite,
  );
  bind(
    letter
      .command("signers <name>")
      .summary("Sends a member who signed with you.")
      .description(
        'Writes who signed a fixed letter with you for the one member who puts it together: names of those who want to be named, roles of those who want a role, a number for the rest. She takes it in with "pledge merge".',
      )
      .option("--to <handle>", "the member who may read it")
      .option("-o, --output <file>", "the file to write; - is standard output")
      .option("--named", "show on the outside who can read it, for programs that need it", false)
      .option("--force", "write over a file that is there", false),
    ["pledge letter signers first-letter --to rowan -o heron.signers"],
    async () => (await import("../commands/letter-signers.ts")).letterSigners,
  );
};

const addAnswering = (letter: Command, { bind }: Actions): void => {
  bind(
    letter
      .command("deliver <name>")
      .summary("Notes that it went out, and to whom.")
      .description(
        "Notes that a fixed letter went out: to whom, how, on which day, and by when an answer is due. One in which lint finds a fault should not.",
      )
      .option(
        "--from <file>",
        'a JSON file instead: {"addressee": "...", "way": "by hand", "on": "2026-11-22", "answerBy": "2026-12-15"}; - is standard input',
      )
      .option("--correct <number>", "put a delivery right that was noted wrongly")
      .option("--force", "it went out in spite of what lint finds", false),
    ["pledge letter deliver first-letter", "pledge letter deliver first-letter --correct 1"],
    async () => (await import("../commands/letter-deliver.ts")).letterDeliver,
  );
  bind(
    letter
      .command("respond <name>")
      .summary("Notes what came back.")
      .description(
        "Notes what came back, demand by demand, in the company's own words; the demands stand accordingly.",
      )
      .option(
        "--from <file>",
        'a JSON file instead: {"on": "2026-12-10", "answers": [{"demand": "drop-contracts", "state": "refused", "words": "..."}]}; - is standard input',
      )
      .option("--delivery <number>", "which one was answered, where the letter went out twice"),
    ["pledge letter respond first-letter"],
    async () => (await import("../commands/letter-respond.ts")).letterRespond,
  );
};

const addAttesting = (letter: Command, { bind }: Actions): void => {
  bind(
    letter
      .command("attest <name> <file>")
      .summary("Signs a written letter, for others to check.")
      .description(
        "Signs a letter that was written as Markdown or text, for whoever gets it to check with any OpenPGP program. Refused unless the text is the fixed one and counts nobody whom you cannot show. The key is for this alone: it does not lead to you or to a tally.",
      )
      .option("-o, --output <file>", "where to (else beside the letter); - is standard output")
      .option("--force", "write over a file that is there", false),
    ["pledge letter attest first-letter letter.md"],
    async () => (await import("../commands/letter-attest.ts")).letterAttest,
  );
  bind(
    letter
      .command("attesters")
      .summary("Writes the keys to check it with.")
      .description(
        "Writes the keys with which anybody can check who attested: the committee's, without a name.",
      )
      .option("-o, --output <file>", "the file to write; - is standard output")
      .option("--force", "write over a file that is there", false),
    ["pledge letter attesters -o attesters.asc"],
    async () => (await import("../commands/letter-attesters.ts")).letterAttesters,
  );
  bind(
    letter
      .command("attested <file> <signatures...>")
      .summary("Says who attested a letter.")
      .description("Says by how many members of the committee a letter is attested, and by whom."),
    ["pledge letter attested letter.md letter.md.*.asc"],
    async () => (await import("../commands/letter-attested.ts")).letterAttested,
  );
};

export const addSending = (letter: Command, actions: Actions): void => {
  addFiles(letter, actions);
  addAnswering(letter, actions);
  addAttesting(letter, actions);
};
