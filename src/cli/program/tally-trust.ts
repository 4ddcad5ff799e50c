/** `pledge tally drop|restore|agreed`: what this vault alone has decided about tallies. */
import type { Command } from "commander";

import type { Actions } from "./actions.ts";

export const addTallyTrust = (tally: Command, { bind }: Actions): void => {
  const selected = (command: Command): Command =>
    command
      .option("--life <digits>", "only this life of her vault, by its first characters")
      .option(
        "--copy <digits>",
        "only this tally or bundle of two, by the first digits of its hash",
      )
      .option("--team <key>", "only what is said of this team");
  bind(
    selected(tally.command("drop <handle>"))
      .summary("Leaves out here what another organizer sends, or a part.")
      .description(
        "Leaves out here what another organizer sends, all of it or a part: when nobody can tell what is true, or two tallies, or two bundles, contradict each other. The others are not told, and nothing is lost.",
      )
      .option("--from <file>", "take the reason from a file; - is standard input"),
    [
      "pledge tally drop heron",
      "pledge tally drop heron --team cloud",
      "pledge tally drop heron --copy 1a2b3c4d",
    ],
    async () => (await import("../commands/tally-drop.ts")).tallyDrop,
  );
  bind(
    selected(tally.command("restore <handle>")).description(
      "Counts again what was left out, said in the same way.",
    ),
    ["pledge tally restore heron", "pledge tally restore heron --team cloud"],
    async () => (await import("../commands/tally-drop.ts")).tallyRestore,
  );
  bind(
    tally
      .command("agreed <handle> [other]")
      .summary("Notes that two organizers compared their lists of a team.")
      .description(
        "Notes that you and this member, or these two, compared their lists of a team by voice, and that nobody stands in both under two codes. It holds for whoever is in both lists today. The others are not told.",
      )
      .requiredOption("--team <key>", "the team whose lists were compared")
      .option("--undo", "take the note back", false),
    [
      "pledge tally agreed heron --team cloud",
      "pledge tally agreed heron wren --team cloud",
      "pledge tally agreed heron --team cloud --undo",
    ],
    async () => (await import("../commands/tally-agreed.ts")).tallyAgreed,
  );
};
