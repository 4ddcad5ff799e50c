/** The commands around records that may be one person. */
import type { Definitions } from "./actions.ts";

export const duplicates: Definitions[string] = (command, { bind }) => {
  command
    .helpCommand(false)
    .description(
      "Records that may be one person: goes through them, or merges two, or keeps two apart.",
    );
  bind(
    command
      // Its option is its own, so that the others do not take it and do nothing with it.
      .command("review", { isDefault: true })
      .summary("Goes through them; meant where nothing else is said.")
      .description(
        "Goes through records that may be one person, the likeliest first: both side by side, and one question. Stop whenever you like; what was answered stays. Where nobody can be asked it lists the pairs and changes nothing.",
      )
      .option("--country <country>", "where phone numbers without a + are from: US, DE, MX ..."),
    ["pledge duplicates", "pledge duplicates --country US", "pledge duplicates --json"],
    async () => (await import("../commands/duplicates.ts")).duplicates,
  );
  bind(
    command
      .command("merge <id> <other>")
      .description(
        'Makes one record of two. The first one stays, and loses nothing that the other says; the other is erased. Asks first. What else ends something: "pledge help ending".',
      ),
    ["pledge duplicates merge kqf mwt"],
    async () => (await import("../commands/duplicates-merge.ts")).duplicatesMerge,
  );
  bind(
    command
      .command("apart <id> <other>")
      .description("Notes that two records are two people, and so are not asked about again.")
      .option("--undo", "ask about them again", false),
    ["pledge duplicates apart kqf mwt", "pledge duplicates apart kqf mwt --undo"],
    async () => (await import("../commands/duplicates-apart.ts")).duplicatesApart,
  );
};
