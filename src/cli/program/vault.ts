/** The commands for the vault itself: its keys, its copies, its health. */
import { Argument, Option } from "commander";
import type { Command } from "commander";

import type { Definitions } from "./actions.ts";
import { recovery } from "./recovery.ts";

const withNewPassphrase = (command: Command): Command =>
  command
    .option("--new-passphrase-file <path>", "take the new one from a file that only you can read")
    .option(
      "--with-key-file <path>",
      "the new one opens nothing without this file, which is made where there is none",
    )
    .option("--force", "take a passphrase that would be guessed", false)
    .addOption(
      new Option("--kdf <strength>", "how costly each guess is made").choices([
        "standard",
        "light",
      ]),
    );

export const vault: Definitions = {
  passphrase: (passphrase, { bind }) => {
    passphrase
      .helpCommand(false)
      .description("What opens the vault: one passphrase or several, with a key file or without.");
    bind(
      passphrase
        .command("list")
        .summary("Lists what opens the vault.")
        .description(
          "Lists what opens the vault. Its file vault.json says this to whoever has it, so no passphrase is asked for.",
        ),
      ["pledge passphrase list"],
      async () => (await import("../commands/passphrase-list.ts")).passphraseList,
    );
    bind(
      withNewPassphrase(
        passphrase
          .command("add")
          .summary("Adds another passphrase.")
          .description(
            "Adds another passphrase, for somebody who shares the vault, or one that needs a key file on a stick.",
          ),
      ),
      ["pledge passphrase add", "pledge passphrase add --with-key-file /media/stick/campaign.key"],
      async () => (await import("../commands/passphrase-add.ts")).passphraseAdd,
    );
    bind(
      withNewPassphrase(
        passphrase
          .command("change")
          .summary("Replaces the one that you type.")
          .description(
            "Puts a new passphrase in the place of the one that you type first. A copy of vault.json made before still opens with the old one.",
          ),
      ),
      ["pledge passphrase change"],
      async () => (await import("../commands/passphrase-change.ts")).passphraseChange,
    );
    bind(
      passphrase
        .command("remove [number]")
        .summary("Takes one of them away.")
        .description(
          'Takes one of the things that open the vault away, by its number in "pledge passphrase list"; never the last passphrase. What else ends something: "pledge help ending".',
        ),
      ["pledge passphrase remove 2"],
      async () => (await import("../commands/passphrase-remove.ts")).passphraseRemove,
    );
  },
  rekey: (command, { bind }) => {
    bind(
      command.description(
        "Encrypts everything anew under another key, for when somebody had a copy of the vault and what opens it: a new passphrase alone locks the same key up anew. Nothing but what you open the vault with opens it afterwards. Copies made before stay as they were.",
      ),
      ["pledge rekey"],
      async () => (await import("../commands/rekey.ts")).rekey,
    );
  },
  ...recovery,
  backup: (command, { bind }) => {
    bind(
      command
        .description(
          "Writes the vault, encrypted as it is, into one file. The passphrase of today opens it. Without a file it makes the backups anew that it wrote before.",
        )
        .option("--gone", "the file is not there any more, so that it is not looked for", false),
      [
        "pledge backup /media/stick/campaign.backup",
        "pledge backup",
        "pledge backup /media/stick/campaign.backup --gone",
      ],
      async () => (await import("../commands/backup.ts")).backup,
    );
  },
  restore: (command, { bind }) => {
    bind(
      command
        .description(
          "Makes a vault from a backup, after opening it once to be sure. Never overwrites a vault.",
        )
        .option("--recovery", "open it with the recovery words instead of the passphrase", false)
        .option("--words-file <path>", "take the words from a file that only you can read")
        .option("--shares <files...>", "open it with shares that members gave back"),
      [
        "pledge restore /media/stick/campaign.backup",
        "pledge restore campaign.backup --recovery",
        "pledge restore campaign.backup --shares heron.share wren.share",
      ],
      async () => (await import("../commands/restore.ts")).restore,
    );
  },
  hold: (command, { bind }) => {
    bind(
      command
        .description(
          "A legal hold: nothing may be deleted while a court, or a lawyer, wants it kept. Without a word it says how it stands.",
        )
        .addArgument(new Argument("[state]", "begin or lift it").choices(["on", "off"])),
      ["pledge hold", "pledge hold on"],
      async () => (await import("../commands/hold.ts")).hold,
    );
  },
  purge: (command, { bind }) => {
    bind(
      command
        .description(
          'Destroys the vault and the backups that it knows of, or with --names every name in it; the counts stay then. Asks for the campaign\'s name, and says what may be left elsewhere. What else ends something: "pledge help ending".',
        )
        .option("--names", "take out the names alone", false)
        .option("--after <day>", "only note a day after which a purge is offered; or never"),
      ["pledge purge", "pledge purge --names", "pledge purge --after 2027-06-30"],
      async () => (await import("../commands/purge.ts")).purge,
    );
  },
  doctor: (command, { bind }) => {
    bind(
      command
        .description(
          "Opens the vault and checks every page, every row and its files; then the machine: who runs it, what it copies elsewhere, and where people in the vault are named in plain text. Says what to do about each. Nothing is changed, and no name is shown.",
        )
        .option("--quick", "only whether the vault opens, and its files", false),
      ["pledge doctor", "pledge doctor --quick", "pledge doctor --json"],
      async () => (await import("../commands/doctor.ts")).doctor,
    );
  },
};
