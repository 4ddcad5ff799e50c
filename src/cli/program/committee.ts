/** The commands for what a committee shares: members, the campaign's definition, tallies, files. */
import { Option } from "commander";
import type { Command } from "commander";

import type { Actions, Definitions } from "./actions.ts";
import { addAudit } from "./audit.ts";
import { collect } from "./collect.ts";
import { addCommittee } from "./committee-file.ts";
import { addBundle } from "./bundle.ts";
import { addPublishing, addTotal } from "./publishing.ts";
import { addTallyTrust } from "./tally-trust.ts";
import { output } from "./output-option.ts";
import { addHandover } from "./handover.ts";

const addCampaign = (campaign: Command, { bind }: Actions): void => {
  campaign
    .helpCommand(false)
    .description(
      "What the campaign is: employer, unit, teams, actions, thresholds, addressee, demands.",
    );
  bind(
    campaign.command("show").description("Shows the campaign."),
    ["pledge campaign show"],
    async () => (await import("../commands/campaign-show.ts")).campaignShow,
  );
  bind(
    campaign
      .command("edit")
      .description(
        'Changes the campaign, one question at a time, or from a file with the members of "init --from"; what the file does not name stays. In a committee the change is the next number of the committee file, which the others take in with "pledge merge".',
      )
      .option("--from <file>", "take the changes from a JSON file; - is standard input")
      .option(...output)
      .option("--force", "write over a file that is there", false),
    [
      "pledge campaign edit",
      "pledge campaign edit --from changes.json",
      "pledge campaign edit -o committee.pledge",
    ],
    async () => (await import("../commands/campaign-edit.ts")).campaignEdit,
  );
};

const addKey = (key: Command, { bind }: Actions): void => {
  key.helpCommand(false).description("Your key: how others know that a file is yours.");
  bind(
    key
      .command("show")
      .description("Shows your fingerprint, in words for reading aloud and in hex."),
    ["pledge key show"],
    async () => (await import("../commands/key-show.ts")).keyShow,
  );
  bind(
    key
      .command("revoke")
      .description(
        "Writes a file that takes your key back, for when somebody else may have it: whoever merges it believes nothing any more that the key has signed. Nobody can undo that.",
      )
      .option(...output)
      .option("--force", "write over a file that is there", false),
    ["pledge key revoke -o rowan.revoked"],
    async () => (await import("../commands/key-revoke.ts")).keyRevoke,
  );
  bind(
    key
      .command("export")
      .description(
        "Writes your certificate, which others need for encrypting to you. It is no secret.",
      )
      .option(...output)
      .option("--force", "write over a file that is there", false),
    ["pledge key export -o rowan.asc"],
    async () => (await import("../commands/key-export.ts")).keyExport,
  );
};

const addTally = (tally: Command, actions: Actions): void => {
  const { bind } = actions;
  tally
    .helpCommand(false)
    .description(
      "A tally says who pledged what, without a name, to the members of the committee; a published count says how many, to anybody.",
    );
  bind(
    tally
      .command("export")
      .summary("Writes your tally for the members, without a name.")
      .description(
        "Writes your tally, signed by you and encrypted to the members. It holds no name, contact, note, role or assessment.",
      )
      .option(...output)
      .option("--to <handle>", "only for this member; may be repeated", collect)
      .option("--without <handle>", "leave this member out; may be repeated", collect)
      .option("--named", "show on the outside who can read it, for programs that need it", false)
      .option("--relay", "let the readers pass it on in a bundle, to members of theirs", false)
      .option("--again", "write the last tally once more, for a file that was lost", false)
      .option("--show", "print what would leave, in clear, and write nothing", false)
      .option("--force", "write over a file that is there", false),
    [
      "pledge tally export -o rowan.tally",
      "pledge tally export --show",
      "pledge tally export -o for-heron.asc --to heron",
    ],
    async () => (await import("../commands/tally-export.ts")).tallyExport,
  );
  addTallyTrust(tally, actions);
  addBundle(tally, actions);
  bind(
    tally
      .command("show")
      .description("Shows whose tallies you have, how old they are, and where they contradict."),
    ["pledge tally show", "pledge tally show --json"],
    async () => (await import("../commands/tally-show.ts")).tallyShow,
  );
  addPublishing(tally, actions);
  addTotal(tally, actions);
  addAudit(tally.command("audit"), actions);
};

export const committee: Definitions = {
  campaign: addCampaign,
  committee: addCommittee,
  key: addKey,
  handover: addHandover,
  tally: addTally,
  join: (command, { bind }) => {
    bind(
      command
        .description(
          "Twice: first alone, which makes a vault and a file HANDLE.join to give to whoever invites; then with the committee file that comes back.",
        )
        .option("--handle <handle>", "what the committee will call you; never your name")
        .option("-o, --output <file>", "where the join file goes (else HANDLE.join)")
        .option("--force", "write over a file that is there", false)
        .option(
          "--fingerprint <handle=fingerprint>",
          "whose committee file it is, instead of two words",
        )
        .addOption(
          new Option("--kdf <strength>", "light for machines with little memory")
            .choices(["standard", "light"])
            .default("standard"),
        ),
      ["pledge join", "pledge join committee.pledge"],
      async () => (await import("../commands/join.ts")).join,
    );
  },
  invite: (command, { bind }) => {
    bind(
      command
        .description(
          "Takes people into the committee by their join files, after two words that each reads to you from her own screen. Also takes a plain OpenPGP certificate.",
        )
        .option(...output)
        .option(
          "--fingerprint <handle=fingerprint>",
          "a joiner's fingerprint, instead of two words; may be repeated",
          collect,
        )
        .option(
          "--turf <handle=teams>",
          "the teams that somebody answers for, separated by commas; may be repeated",
          collect,
        )
        .option("--force", "write over a file that is there", false),
      [
        "pledge invite heron.join wren.join -o committee.pledge",
        "pledge invite wren.asc --turf wren=cloud,ads -o committee.pledge",
      ],
      async () => (await import("../commands/invite.ts")).invite,
    );
  },
  merge: (command, { bind }) => {
    bind(
      command.description(
        "Takes in tallies, committee files and lists of signers: files or whole folders, in any order, as often as you like. A file that is refused stops no other.",
      ),
      ["pledge merge heron.tally wren.tally", "pledge merge /media/stick"],
      async () => (await import("../commands/merge.ts")).merge,
    );
  },
  exchange: (command, { bind }) => {
    bind(
      command.description(
        "Takes in what is new in a folder and puts your own files there, under names that say nothing. Whatever carries the folder will do: a stick, Syncthing, a git work tree.",
      ),
      ["pledge exchange /media/stick/committee"],
      async () => (await import("../commands/exchange.ts")).exchange,
    );
  },
  peek: (command, { bind }) => {
    bind(
      command
        .description(
          "Says in plain sentences what a file tells a stranger who finds it. With --inside also what it tells a member, and a member who has the staff list; that opens it with your vault.",
        )
        .option("--inside", "open it with your vault", false),
      ["pledge peek rowan.tally", "pledge peek rowan.tally --inside"],
      async () => (await import("../commands/peek.ts")).peek,
    );
  },
};
