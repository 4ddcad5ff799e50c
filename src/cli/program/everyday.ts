/** The commands of every day: what each takes, its long help, its examples. */
import { Option } from "commander";

import { peopleOrders } from "../../domain/people/people-order.ts";
import { levels } from "../../domain/people/person.ts";
import { pledgeStates } from "../../domain/pledges/pledge.ts";

import type { Definitions } from "./actions.ts";
import { duplicates } from "./duplicates.ts";
import { lists } from "./lists.ts";
import { receipt } from "./publishing.ts";
import { structureTests } from "./structure-tests.ts";
import { terminal } from "./terminal.ts";

export const everyday: Definitions = {
  ...lists,
  ...terminal,
  test: structureTests,
  receipt,
  add: (command, { bind }) => {
    bind(
      command
        .description(
          "Records coworkers and what each will do. Asks at most five things a person, three of them answered by Enter; an empty name ends it, and a + after a name asks for more. A condition is typed as 30 (people), 30% (of the unit) or 5 team (of their own team). A file updates only whom an id or a code names, and is taken whole or not at all.",
        )
        .option(
          "--from <file>",
          "take people from JSON, JSON Lines or a block of --to; - is standard input",
        )
        .option(
          "--to <file>",
          "without a vault: encrypt what you answer to the organizer whose join file this is",
        ),
      ["pledge add", "pledge add --from people.jsonl", "pledge add --to rowan.join"],
      async () => (await import("../commands/add.ts")).add,
    );
  },
  list: (command, { bind }) => {
    bind(
      command
        .description(
          "Lists everybody in the vault with team, assessment and pledges, or whoever fits all that is named.",
        )
        .option("--team <key>", "in this team; none: in no team")
        .option("--action <action>", "has pledged this and stands by it")
        .addOption(
          new Option("--state <state>", "... or has it, or any pledge, in this state").choices([
            ...pledgeStates,
          ]),
        )
        .addOption(
          new Option("--assessment <level>", "stands here; none: never assessed").choices([
            ...levels.map(String),
            "none",
          ]),
        )
        .option("--stale", "was assessed too long ago", false)
        .option("--uncovered", "nobody keeps in touch with them", false)
        .addOption(
          new Option("--sort <order>", "in this order").choices([...peopleOrders]).default("name"),
        ),
      [
        "pledge list",
        "pledge list --team cloud --assessment none",
        "pledge list --action walkout --state pledged --sort stand",
      ],
      async () => (await import("../commands/list.ts")).list,
    );
  },
  find: (command, { bind }) => {
    bind(
      command
        .description(
          "Finds people by a word or two of a name, an alias, a role or a contact, with or without accents and capitals. What is looked for is asked, since a shell keeps what stands on its command line; notes are not looked through.",
        )
        .option("--from <file>", "take the words from a file; - is standard input"),
      ["pledge find", "pledge find --from words.txt --json"],
      async () => (await import("../commands/find.ts")).find,
    );
  },
  show: (command, { bind }) => {
    bind(
      command.description(
        "Shows everything the vault holds of one person. An id is eight letters; the first few are enough. An alias works too. Without either, a list opens that one searches by typing; so it does for every command about one person.",
      ),
      ["pledge show", "pledge show kqf", "pledge show heron"],
      async () => (await import("../commands/show.ts")).show,
    );
  },
  edit: (command, { bind }) => {
    bind(
      command
        .description(
          'Changes a person, one question at a time, or from a file with the members of "add --from"; what the file does not name stays, and null takes away.',
        )
        .option("--from <file>", "take the changes from a JSON file; - is standard input"),
      ["pledge edit kqf", "pledge edit kqf --from changes.json"],
      async () => (await import("../commands/edit.ts")).edit,
    );
  },
  assess: (command, { bind }) => {
    bind(
      command
        .description(
          "Adds an assessment: 1 organizes others, 2 will act, 3 undecided, 4 leans against, 5 opposed. Earlier ones stay.",
        )
        .addOption(new Option("--level <level>", "1 to 5").choices(["1", "2", "3", "4", "5"]))
        .addOption(
          new Option(
            "--basis <basis>",
            "what it rests on (else asked, or conversation where --level is given)",
          ).choices(["conversation", "action", "hearsay"]),
        ),
      ["pledge assess kqf", "pledge assess kqf --level 2 --basis conversation"],
      async () => (await import("../commands/assess.ts")).assess,
    );
  },
  confirm: (command, { bind }) => {
    bind(
      command
        .description(
          'Marks what people pledged as confirmed. For "sign" it ties the signature to the letter\'s fixed text; only then does a letter list it.',
        )
        .option("--action <action>", "the action they confirmed", "sign")
        .option("--letter <name>", "the letter they signed (else the one fixed last)"),
      ["pledge confirm kqf", "pledge confirm kqf mwt abz --letter first-letter"],
      async () => (await import("../commands/confirm.ts")).confirm,
    );
  },
  done: (command, { bind }) => {
    bind(
      command.description(
        "Notes that a person did what she pledged. It counts as before, and nothing asks about it any more.",
      ),
      ["pledge done kqf walkout", "pledge done heron"],
      async () => (await import("../commands/done.ts")).done,
    );
  },
  lapse: (command, { bind }) => {
    bind(
      command
        .description(
          "Notes that a pledge has lapsed: its day came and went, or nobody heard it for too long. It counts no more, here and in your next tally, until it is confirmed again.",
        )
        .option("--action <action>", "everybody's pledges for this action ...")
        .option("--before <day>", "... that were last said or confirmed before that day"),
      ["pledge lapse kqf walkout", "pledge lapse --action walkout --before 2026-10-01"],
      async () => (await import("../commands/lapse.ts")).lapse,
    );
  },
  withdraw: (command, { bind }) => {
    bind(
      command.description(
        'Takes a pledge back: it counts no more and its signature goes. The person stays in the vault. What else ends something: "pledge help ending".',
      ),
      ["pledge withdraw kqf walkout", "pledge withdraw kqf"],
      async () => (await import("../commands/withdraw.ts")).withdraw,
    );
  },
  forget: (command, { bind }) => {
    bind(
      command.description(
        'Erases a person and everything about her from the vault. Backups made before still hold her. What else ends something: "pledge help ending".',
      ),
      ["pledge forget kqf"],
      async () => (await import("../commands/forget.ts")).forget,
    );
  },
  duplicates,
  status: (command, { bind }) => {
    bind(
      command.description(
        "Shows per action who pledged, how many would act by now, what is missing, and what would tip it.",
      ),
      ["pledge status", "pledge status --json"],
      async () => (await import("../commands/status.ts")).status,
    );
  },
  init: (command, { bind }) => {
    bind(
      command
        .description(
          "Makes an encrypted vault. Asks five things; everything else has a default and can be changed later.",
        )
        .option("--from <file>", "take the campaign from a JSON file")
        .option("--recovery", "also make twenty-four recovery words, to be written on paper", false)
        .option("--force", "take a passphrase that would be guessed", false)
        .addOption(
          new Option("--kdf <strength>", "light for machines with little memory")
            .choices(["standard", "light"])
            .default("standard"),
        ),
      ["pledge init", "pledge init --from campaign.json --passphrase-file passphrase"],
      async () => (await import("../commands/init.ts")).init,
    );
  },
  demo: (command, { bind }) => {
    bind(
      command.description(
        "Plays the main job with sample people in a temporary folder and leaves one vault in demo-output to try.",
      ),
      ["pledge demo"],
      async () => (await import("../commands/demo.ts")).demo,
    );
  },
};
