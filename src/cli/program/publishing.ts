/** The commands for what anybody may read: published counts, and the receipts of those who are counted. */
import { Option } from "commander";
import type { Command } from "commander";

import { countFormats } from "../../usecases/counts/count-file.ts";
import type { Actions, Definitions } from "./actions.ts";
import { collect } from "./collect.ts";

export const addPublishing = (tally: Command, { bind }: Actions): void => {
  bind(
    tally
      .command("publish")
      .summary("Makes numbers public, so that nobody can be worked out of them.")
      .description(
        'Writes how many pledged what, for anybody to read: "at least", in whole fives, nothing under five, teams only where none can be worked out. You sign it with your key for attesting. It goes on from the count before, of yours or of another member, and is held to it.',
      )
      .option("-o, --output <file>", "the file to write; - is standard output")
      .addOption(
        new Option("--format <format>", "the file's format (else by its ending)").choices([
          ...countFormats,
        ]),
      )
      .option(
        "--after <file>",
        "another member's last count, as JSON, with its signature beside it",
      )
      .option("--first", "nobody in the committee has published a count", false)
      .option("--only <action>", "show this action alone; may be repeated", collect)
      .option("--receipts <file>", "also write a list for those who hold a pledge code")
      .option("--receipts-after <file>", "the last such list, where another member wrote it")
      .option("--show", "print what would leave, and publish nothing", false)
      .option("--force", "write over a file that is there", false),
    [
      "pledge tally publish --show",
      "pledge tally publish --first -o count.html",
      "pledge tally publish --after theirs.json -o count.json --receipts receipts.json",
    ],
    async () => (await import("../commands/tally-publish.ts")).tallyPublish,
  );
  bind(
    tally
      .command("attested <file> [signatures...]")
      .summary("Says who attested a count.")
      .description(
        "Says by how many members of the committee a published count, or a list of receipts, is attested, and by whom; by the signatures beside it where none are named.",
      ),
    ["pledge tally attested count.json"],
    async () => (await import("../commands/tally-attested.ts")).tallyAttested,
  );
};

/** Behind `addPublishing`: it needs no vault. */
export const addTotal = (tally: Command, { bind }: Actions): void => {
  bind(
    tally
      .command("total <files...>")
      .summary("Adds up published counts of several campaigns.")
      .description(
        "Adds up the published counts of several campaigns, as JSON: the latest of each, and at one employer only the largest, since two campaigns there may have asked the same people. Needs no vault, and does not check who signed them: that says tally attested.",
      ),
    ["pledge tally total count.json theirs.json"],
    async () => (await import("../commands/tally-total.ts")).tallyTotal,
  );
};

export const receipt: Definitions[string] = (command, { bind }) => {
  command
    .helpCommand(false)
    .description("For whoever pledged and holds the code of it. Needs no vault.");
  bind(
    command
      .command("check <file>")
      .description(
        "Says whether your pledge is counted in a list of receipts, and what it means to hold its code. The code is asked for, since a shell keeps what stands on its command line.",
      )
      .option("--from <file>", "take the code from a file; - is standard input"),
    ["pledge receipt check receipts.json", "pledge receipt check receipts.json --from code.txt"],
    async () => (await import("../commands/receipt-check.ts")).receiptCheck,
  );
};
