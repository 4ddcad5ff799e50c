/** The commands for the vault itself: its keys, its copies, its health. */
import { Option } from "commander";

import type { Definitions } from "./actions.ts";

export const vault: Definitions = {
  passphrase: (passphrase, { bind }) => {
    passphrase.helpCommand(false).description("The passphrase that opens the vault.");
    bind(
      passphrase
        .command("change")
        .description(
          "Gives the vault a new passphrase. A copy of vault.json made before still opens with the old one.",
        )
        .option(
          "--new-passphrase-file <path>",
          "take the new one from a file that only you can read",
        )
        .addOption(
          new Option(
            "--kdf <strength>",
            "also change the strength of the passphrase check",
          ).choices(["standard", "light"]),
        ),
      ["pledge passphrase change"],
      async () => (await import("../commands/passphrase-change.ts")).passphraseChange,
    );
  },
  recovery: (recovery, { bind }) => {
    bind(
      recovery
        .helpCommand(false)
        .description(
          "Opens the vault with the twenty-four words when the passphrase is forgotten, and gives it a new one.",
        )
        .option("--from <file>", "take the words from a file that only you can read")
        .option("--new-passphrase-file <path>", "take the new passphrase from such a file"),
      ["pledge recovery", "pledge recovery new"],
      async () => (await import("../commands/recovery.ts")).recovery,
    );
    bind(
      recovery
        .command("new")
        .description(
          "Makes twenty-four words that open the vault, and asks for them once to be sure. Earlier words are void.",
        ),
      ["pledge recovery new"],
      async () => (await import("../commands/recovery-new.ts")).recoveryNew,
    );
  },
  backup: (command, { bind }) => {
    bind(
      command.description(
        "Writes the vault, encrypted as it is, into one file. The passphrase of today opens it.",
      ),
      ["pledge backup /media/stick/campaign.backup"],
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
        .option("--words-file <path>", "take the words from a file that only you can read"),
      ["pledge restore /media/stick/campaign.backup", "pledge restore campaign.backup --recovery"],
      async () => (await import("../commands/restore.ts")).restore,
    );
  },
  doctor: (command, { bind }) => {
    bind(
      command.description(
        "Opens the vault, checks every page, who may read its files, recovery, and what prints a PDF.",
      ),
      ["pledge doctor", "pledge doctor --json"],
      async () => (await import("../commands/doctor.ts")).doctor,
    );
  },
};
