/** Lists of people that come from elsewhere. */
import { Option } from "commander";

import { exportFormats } from "../../domain/people/export/contents.ts";
import type { Definitions } from "./actions.ts";

export const lists = {
  import: (command, { bind }) => {
    bind(
      command
        .description(
          "Takes in a list: CSV (comma, semicolon or tab), vCard, or JSON of ours. Google Contacts, Action Network, Zetkin and LinkedIn are known by their columns; of any other table you are asked what its columns hold, once. What it would do is shown first, and nothing is written before you say yes. Blanks take nothing away. The whole of it can be taken back: pledge undo.",
        )
        .option("--map <file>", "what the columns hold, as JSON (--json prints it)")
        .option(
          "--work-addresses",
          "keep e-mail addresses at the employer, marked; else they stay out",
          false,
        )
        .option("--force", "even where a column changes for 30 % of the people or more", false),
      ["pledge import contacts.csv", "pledge import report.csv --map columns.json --yes"],
      async () => (await import("../commands/import.ts")).importList,
    );
  },
  undo: (command, { bind }) => {
    bind(
      command.description(
        'Takes the last import back, the whole of it: whoever it added goes with all that was noted since, and whom it changed is as before. Shows first who that is. What else ends something: "pledge help ending".',
      ),
      ["pledge undo"],
      async () => (await import("../commands/undo.ts")).undo,
    );
  },
  export: (command, { bind }) => {
    bind(
      command
        .description(
          "Writes everybody into one file in plain text, after asking with what is in it and where. CSV for spreadsheets, vCard for calling people (names, roles and contacts alone), JSON for all that is known, with histories, to be imported again. Your private notes stay here unless you say so.",
        )
        .requiredOption("-o, --output <file>", "the file; its ending says the format")
        .addOption(new Option("--as <format>", "the format").choices([...exportFormats]))
        .option("--private-notes", "your private notes too", false)
        .option(
          "--force",
          "write over a file that is there, and into a folder that git or a cloud carries away",
          false,
        ),
      ["pledge export -o people.csv", "pledge export -o people.json --private-notes"],
      async () => (await import("../commands/export.ts")).exportPeople,
    );
  },
} satisfies Definitions;
