/** `pledge committee`: the file that says who is in the committee, and everything that changes it. */
import type { Command } from "commander";

import type { Actions } from "./actions.ts";
import { collect } from "./collect.ts";
import { wholeNumber } from "./whole-number.ts";
import { output } from "./output-option.ts";

export const addCommittee = (committee: Command, { bind }: Actions): void => {
  committee
    .helpCommand(false)
    .description("The members of the campaign's committee, and the file that says who they are.");
  bind(
    committee
      .command("show")
      .description("Shows the members with their teams, and the number of the committee file."),
    ["pledge committee show", "pledge committee show --json"],
    async () => (await import("../commands/committee-show.ts")).committeeShow,
  );
  bind(
    committee
      .command("remove <handles...>")
      .description(
        'Takes members out: the next number of the committee file, encrypted to those who stay. What they know already stays known. What else ends something: "pledge help ending".',
      )
      .option(...output)
      .option("--force", "write over a file that is there", false),
    ["pledge committee remove heron -o committee.pledge"],
    async () => (await import("../commands/committee-remove.ts")).committeeRemove,
  );
  bind(
    committee
      .command("replace <handle> <file>")
      .description(
        "Gives a member who has lost her key another one: the join file of her new vault, after two words that she reads to you. What the old key has sent counts until the new one sends a tally. A newer certificate of the same key (a later end, say) needs no words.",
      )
      .option(...output)
      .option(
        "--fingerprint <handle=fingerprint>",
        "the new key's fingerprint, instead of two words",
        collect,
      )
      .option("--force", "write over a file that is there", false),
    ["pledge committee replace heron heron.join -o committee.pledge"],
    async () => (await import("../commands/committee-replace.ts")).committeeReplace,
  );
  bind(
    committee
      .command("turf <handle=teams...>")
      .description(
        "Says anew which teams members answer for, as the next number of the committee file. A member whose teams nobody else has is counted beside the others; two who share a team may have the same people.",
      )
      .option(...output)
      .option("--force", "write over a file that is there", false),
    ["pledge committee turf heron=cloud,ads wren= -o committee.pledge"],
    async () => (await import("../commands/committee-turf.ts")).committeeTurf,
  );
  bind(
    committee
      .command("needs")
      .argument("<count>", "so many members", wholeNumber)
      .description(
        "Says how many members must sign what changes the committee: who is in it, who answers for what, the campaign, the texts. One is enough unless it was changed. With two or more, each such change is a proposal that waits until enough have signed it.",
      )
      .option(...output)
      .option("--force", "write over a file that is there", false),
    ["pledge committee needs 2 -o committee.pledge"],
    async () => (await import("../commands/committee-needs.ts")).committeeNeeds,
  );
  bind(
    committee
      .command("propose [hash]")
      .description(
        "Shows what waits for signatures, and what each would change. With -o its file once more, for whoever signs next; of several the one whose hash begins with these digits. What is proposed by itself: invite, remove, turf, needs, replace, campaign edit, letter freeze -o.",
      )
      .option(...output)
      .option("--drop", "let it go here: nobody means to sign it", false)
      .option("--force", "write over a file that is there", false),
    [
      "pledge committee propose",
      "pledge committee propose 1a2b3c4d -o proposal.pledge",
      "pledge committee propose 1a2b3c4d --drop",
    ],
    async () => (await import("../commands/committee-propose.ts")).committeePropose,
  );
  bind(
    committee
      .command("sign [file]")
      .description(
        "Shows what a proposal would change, and signs it once you agree. With the last signature that was missing it is in use, and the file that is written is for everybody.",
      )
      .option(...output)
      .option("--hash <digits>", "which one, of several that were merged before")
      .option("--force", "write over a file that is there", false),
    [
      "pledge committee sign proposal.pledge -o signed.pledge",
      "pledge committee sign -o signed.pledge",
    ],
    async () => (await import("../commands/committee-sign.ts")).committeeSign,
  );
  bind(
    committee
      .command("export [hash]")
      .description(
        "Writes the committee file once more, for a member who has lost it; of two numbers that contradict each other, the one whose hash begins with these digits.",
      )
      .option(...output)
      .option("--without <handle>", "leave this member out; may be repeated", collect)
      .option("--named", "show on the outside who can read it, for programs that need it", false)
      .option("--force", "write over a file that is there", false),
    ["pledge committee export -o committee.pledge"],
    async () => (await import("../commands/committee-export.ts")).committeeExport,
  );
};
