/** The commands around structure tests. */
import { Argument } from "commander";

import { steps } from "../../domain/structure-tests/structure-test.ts";
import type { Definitions } from "./actions.ts";

export const structureTests: Definitions[string] = (command, { bind }) => {
  command
    .helpCommand(false)
    .description(
      "Structure tests: people are asked to do something that can be seen, and you note who was asked, said yes, and did it. It shows how strong you are before a step that cannot be taken back. In no file for others.",
    );
  bind(
    command
      .command("add <name>")
      .summary("Begins a test.")
      .description(
        "Begins a test. The name is a short word of yours; what people are asked to do is asked.",
      )
      .option("--ask <text>", "what people are asked to do"),
    ["pledge test add badge-day"],
    async () => (await import("../commands/test-add.ts")).testAdd,
  );
  bind(
    command.command("list").description("Lists the tests, the latest first."),
    ["pledge test list"],
    async () => (await import("../commands/test-list.ts")).testList,
  );
  bind(
    command
      .command("show <name>")
      .summary("Shows who did it, in numbers.")
      .description(
        "Shows how many were asked, said yes and did it, by team and in all, and of those whom you had assessed 1 to 5 when they were asked, how many did it.",
      ),
    ["pledge test show badge-day"],
    async () => (await import("../commands/test-show.ts")).testShow,
  );
  bind(
    command
      .command("note <name>")
      .summary("Notes who was asked, said yes, did it.")
      .addArgument(new Argument("<step>", "what to note").choices(steps))
      .argument("[ids...]")
      .description(
        "Notes of people that they were asked, said yes or no, or did it. Without ids a team is asked for, and who of it, several at once. Earlier notes stay.",
      )
      .option("--on <day>", "the day, such as 2026-11-22 (else today)"),
    ["pledge test note badge-day asked", "pledge test note badge-day did kqf mwt --on 2026-11-20"],
    async () => (await import("../commands/test-note.ts")).testNote,
  );
  bind(
    command
      .command("remove <name>")
      .summary("Erases a test.")
      .description(
        'Erases a test with all that was noted in it. What else ends something: "pledge help ending".',
      ),
    ["pledge test remove badge-day"],
    async () => (await import("../commands/test-remove.ts")).testRemove,
  );
};
