/** The commands around letters: from a template to a fixed text to a file. */
import { Option } from "commander";
import type { Command } from "commander";

import type { Actions, Definitions } from "./actions.ts";
import { collect } from "./collect.ts";
import { demand } from "./demands.ts";
import { fact } from "./facts.ts";

const addDrafting = (letter: Command, { bind }: Actions): void => {
  bind(
    letter
      .command("templates [template]")
      .description(
        "Lists what letters there are to start from; of one, or of a file of yours (./FILE), what it asks for.",
      ),
    ["pledge letter templates", "pledge letter templates employer-demands"],
    async () => (await import("../commands/letter-templates.ts")).letterTemplates,
  );
  bind(
    letter
      .command("new <template>")
      .description(
        "Copies a template to one file of yours, for a committee that rewrites it: plain text, with nobody's name in it.",
      )
      .option(
        "-o, --output <file>",
        "where to (else ./TEMPLATE.LANGUAGE.md.hbs); - is standard output",
      )
      .option(
        "--language <language>",
        "in which language (else the only one there is, else English)",
      )
      .option("--force", "write over a file that is there", false),
    [
      "pledge letter new employer-demands",
      "pledge letter new employer-demands --language es -o ./carta.es.md.hbs",
    ],
    async () => (await import("../commands/letter-new.ts")).letterNew,
  );
  bind(
    letter
      .command("start <template>")
      .description(
        "Starts a letter from a template, or from a file of yours (./FILE), and asks for each value it needs, saying what for.",
      )
      .option(
        "--language <language>",
        "in which language (else the only one there is, else English)",
      )
      .option("--name <name>", "the letter's short name (else the template's)")
      .option("--from <file>", "take the answers from a JSON file; - is standard input")
      .option("--set <name=value>", "one answer, never about a person; may be repeated", collect)
      .option("--delivery <number>", "the letter that went out and that this one goes back to"),
    [
      "pledge letter start employer-demands",
      "pledge letter start employer-demands --name first-letter --set answerBy=2026-12-15",
      "pledge letter start employer-demands --language es",
      "pledge letter start ./employer-demands.en.md.hbs",
    ],
    async () => (await import("../commands/letter-start.ts")).letterStart,
  );
  bind(
    letter.command("list").description("Lists the letters, and how many have signed each."),
    ["pledge letter list"],
    async () => (await import("../commands/letter-list.ts")).letterList,
  );
  bind(
    letter
      .command("edit <name>")
      .description(
        "Changes a letter's answers; a value set to nothing (--set otherwise=) is left out. A fixed text that changes becomes a draft again, and those who signed it must be asked anew.",
      )
      .option("--from <file>", "take the answers from a JSON file; - is standard input")
      .option("--set <name=value>", "one answer, never about a person; may be repeated", collect)
      .option("--demands", "take the campaign's demands of today", false)
      .option("--template <file>", "take the text from a template of yours"),
    [
      "pledge letter edit first-letter",
      "pledge letter edit first-letter --template ./employer-demands.en.md.hbs",
      "pledge letter edit first-letter --set answerBy=2026-12-20",
    ],
    async () => (await import("../commands/letter-edit.ts")).letterEdit,
  );
};

const addAnswering = (letter: Command, { bind }: Actions): void => {
  bind(
    letter
      .command("deliver <name>")
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

export const letters: Definitions = {
  demand,
  fact,
  letter: (letter, actions) => {
    const { bind } = actions;
    letter
      .helpCommand(false)
      .description(
        "Letters: started from a template, fixed when people are to sign, written to a file.",
      );
    addDrafting(letter, actions);
    bind(
      letter
        .command("preview <name>")
        .description(
          "Prints the letter as it would be written now, and who is held back from it and why. On a terminal, what is longer than the screen is shown by less, or the program that PAGER names (run without a shell); with PAGER empty, or --no-input, it is printed.",
        ),
      ["pledge letter preview first-letter"],
      async () => (await import("../commands/letter-preview.ts")).letterPreview,
    );
    bind(
      letter
        .command("lint [name]")
        .description(
          "Says what is wrong with a letter before it goes out: on which line, by which rule, and what to do about it.",
        )
        .option("--rules", "list the rules instead; needs no letter", false),
      ["pledge letter lint first-letter", "pledge letter lint --rules"],
      async () => (await import("../commands/letter-lint.ts")).letterLint,
    );
    bind(
      letter
        .command("freeze <name>")
        .description(
          "Fixes the text that people sign. Whoever pledged to sign before is listed once confirmed. With -o the text goes to the committee, as the next number of its file; also later, once it is fixed.",
        )
        .option("-o, --output <file>", "write the committee's next file with the text in it")
        .option("--force", "write over a file that is there", false),
      [
        "pledge letter freeze first-letter",
        "pledge letter freeze first-letter -o committee.pledge",
      ],
      async () => (await import("../commands/letter-freeze.ts")).letterFreeze,
    );
    bind(
      letter
        .command("write <name>")
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
        .summary("Writes who signed with you, for the one member who puts the letter together.")
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
    addAnswering(letter, actions);
    addAttesting(letter, actions);
  },
};
