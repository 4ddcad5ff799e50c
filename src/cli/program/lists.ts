/** Lists of people that come from elsewhere. */
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
} satisfies Definitions;
