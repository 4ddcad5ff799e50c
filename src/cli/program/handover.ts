/** `pledge handover`: people and their past go from one organizer to another. */
import type { Command } from "commander";

import type { Actions } from "./actions.ts";
import { collect } from "./collect.ts";
import { wholeNumber } from "./whole-number.ts";

export const addHandover = (handover: Command, { bind }: Actions): void => {
  handover
    .helpCommand(false)
    .description(
      "When somebody else goes on with your teams: their people, with names and all that they said, go to one other member, and count with her from then on.",
    );
  bind(
    handover
      .command("give")
      .summary("Writes the people of some teams, whole, for one member.")
      .description(
        "Writes a file with everybody of yours in these teams, by name, with contacts, assessments, pledges, codes and every step and day: for one member alone. Never a note. Says what leaves, and asks twice; without a terminal it wants --yes and --confirm.",
      )
      .option("--team <key>", "the people of this team; may be repeated", collect)
      .option("--to <handle>", "the member who gets them")
      .option("-o, --output <file>", "the file to write; - is standard output")
      .option("--confirm <handle>", "the same handle once more, instead of typing it")
      .option("--named", "show on the outside who can read it, for programs that need it", false)
      .option("--force", "write over a file that is there", false),
    [
      "pledge handover give --team cloud --to heron -o cloud.pledge",
      "pledge handover give --team cloud --team ads --to heron --yes --confirm heron -o two.pledge",
    ],
    async () => (await import("../commands/handover-give.ts")).handoverGive,
  );
  bind(
    handover
      .command("take <file>")
      .summary("Takes in people whom another member hands over.")
      .description(
        "Takes in people whom another member hands over to you, with every step and day of their past. Shows first how many are new, known here by their codes, or alike. Whoever is known is made one with your record, in which nothing is overwritten.",
      ),
    ["pledge handover take cloud.pledge"],
    async () => (await import("../commands/handover-take.ts")).handoverTake,
  );
  bind(
    handover.command("list").description("Lists what was handed over, to whom and when."),
    ["pledge handover list"],
    async () => (await import("../commands/handover-list.ts")).handoverList,
  );
  bind(
    handover
      .command("take-back")
      .argument("[number]", "which one, where several stand", wholeNumber)
      .summary("Counts people whom you handed over as yours again.")
      .description(
        "When the file was lost, or the other member does not want it: its people count with you again. What the other has stays with her.",
      ),
    ["pledge handover take-back", "pledge handover take-back 2"],
    async () => (await import("../commands/handover-end.ts")).handoverTakeBack,
  );
  bind(
    handover
      .command("erase")
      .argument("[number]", "which one, where several stand", wholeNumber)
      .summary("Erases people whom you handed over from your vault.")
      .description(
        'Erases the people of a handover from your vault, as "pledge forget" does one: once the other member has them. Until then names lie in two vaults.',
      ),
    ["pledge handover erase", "pledge handover erase 2"],
    async () => (await import("../commands/handover-end.ts")).handoverErase,
  );
};
