/** `pledge tally bundle`: passing on what others let us pass on. */
import type { Command } from "commander";

import type { Actions } from "./actions.ts";
import { collect } from "./collect.ts";
import { output } from "./output-option.ts";

export const addBundle = (tally: Command, { bind }: Actions): void => {
  bind(
    tally
      .command("bundle")
      .summary("Passes on the tallies of others who let you, each as it was signed.")
      .description(
        "Writes one file with the tallies that others let you pass on (tally export --relay), each as it was signed, with the committee file by which they go. Where it arrives, whoever is in that committee counts as herself; all others together as your word alone, in no number that can be shown. --to and --without say who reads it, --only and --omit whose tallies are in it.",
      )
      .option(...output)
      .option("--to <handle>", "only for this member to read; may be repeated", collect)
      .option("--without <handle>", "not for this member to read; may be repeated", collect)
      .option(
        "--only <handle>",
        "pass on this member's tally and no other; may be repeated",
        collect,
      )
      .option("--omit <handle>", "do not pass on this member's tally; may be repeated", collect)
      .option("--relay", "let the readers pass it on in a bundle of theirs", false)
      .option("--named", "show on the outside who can read it, for programs that need it", false)
      .option("--force", "write over a file that is there", false),
    [
      "pledge tally bundle --to rowan -o for-rowan.bundle",
      "pledge tally bundle --to rowan --omit finch -o for-rowan.bundle",
    ],
    async () => (await import("../commands/tally-bundle.ts")).tallyBundle,
  );
};
