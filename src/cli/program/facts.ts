/** The commands around what a letter shows of the company's work: facts with their sources. */
import type { Definitions } from "./actions.ts";

export const fact: Definitions[string] = (command, { bind }) => {
  command.helpCommand(false).description("Facts for letters, each with who says so and when.");
  bind(
    command
      .command("add")
      .description("Keeps a fact: four questions.")
      .option("--from <file>", "take one or a list from a JSON file; - is standard input"),
    ["pledge fact add", "pledge fact add --from facts.json"],
    async () => (await import("../commands/fact-add.ts")).factAdd,
  );
  bind(
    command.command("list").description("Lists the facts, and which letters show each."),
    ["pledge fact list"],
    async () => (await import("../commands/fact-list.ts")).factList,
  );
  bind(
    command
      .command("edit <key>")
      .description(
        "Puts a fact in other words, and erases the ones before. Where it is known only from work, it must be let through again.",
      )
      .option("--from <file>", "take what changes from a JSON file; - is standard input"),
    ["pledge fact edit riverton-city-council-2026"],
    async () => (await import("../commands/fact-edit.ts")).factEdit,
  );
  bind(
    command
      .command("remove <key>")
      .description("Erases a fact, here and from every draft; fixed letters keep what they say."),
    ["pledge fact remove riverton-city-council-2026"],
    async () => (await import("../commands/fact-remove.ts")).factRemove,
  );
  bind(
    command
      .command("let-through <key>")
      .description(
        "Lets letters say a fact that is known only from work, and so may be confidential.",
      )
      .option("--undo", "no letter may say it any more; drafts lose it", false),
    ["pledge fact let-through work-notes-2026", "pledge fact let-through work-notes-2026 --undo"],
    async () => (await import("../commands/fact-let-through.ts")).factLetThrough,
  );
};
