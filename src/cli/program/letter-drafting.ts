/** The commands for a letter's text: from a template to the one that people sign. */
import type { Command } from "commander";

import type { Actions } from "./actions.ts";
import { collect } from "./collect.ts";

const addAnswers = (letter: Command, { bind }: Actions): void => {
  bind(
    letter
      .command("templates [template]")
      .summary("What letters there are to start from.")
      .description(
        "Lists what letters there are to start from; of one, or of a file of yours (./FILE), what it asks for.",
      ),
    ["pledge letter templates", "pledge letter templates employer-demands"],
    async () => (await import("../commands/letter-templates.ts")).letterTemplates,
  );
  bind(
    letter
      .command("new <template>")
      .summary("Copies a template to a file of yours.")
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
      .summary("Starts a letter from a template.")
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
    letter
      .command("list")
      .summary("Lists the letters, and how many signed.")
      .description("Lists the letters, and how many have signed each."),
    ["pledge letter list"],
    async () => (await import("../commands/letter-list.ts")).letterList,
  );
  bind(
    letter
      .command("edit <name>")
      .summary("Changes a letter's answers.")
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

const addText = (letter: Command, { bind }: Actions): void => {
  bind(
    letter
      .command("preview <name>")
      .summary("Shows the letter as it would be now.")
      .description(
        "Prints the letter as it would be written now, and who is held back from it and why. On a terminal, what is longer than the screen is shown by less, or the program that PAGER names (run without a shell); with PAGER empty, or --no-input, it is printed.",
      ),
    ["pledge letter preview first-letter"],
    async () => (await import("../commands/letter-preview.ts")).letterPreview,
  );
  bind(
    letter
      .command("lint [name]")
      .summary("Says what is wrong with a letter.")
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
      .summary("Fixes the text that people sign.")
      .description(
        "Fixes the text that people sign. Whoever pledged to sign before is listed once confirmed. With -o the text goes to the committee, as the next number of its file; also later, once it is fixed.",
      )
      .option("-o, --output <file>", "write the committee's next file with the text in it")
      .option("--force", "write over a file that is there", false),
    ["pledge letter freeze first-letter", "pledge letter freeze first-letter -o committee.pledge"],
    async () => (await import("../commands/letter-freeze.ts")).letterFreeze,
  );
};

export const addDrafting = (letter: Command, actions: Actions): void => {
  addAnswers(letter, actions);
  addText(letter, actions);
};
