/** The commands that open a vault whose passphrase is gone: by words on paper, or by what members keep. */
import type { Definitions } from "./actions.ts";
import { wholeNumber } from "./whole-number.ts";

export const recovery: Definitions = {
  recovery: (recovery, { bind }) => {
    recovery
      .helpCommand(false)
      .description(
        "Opens the vault when the passphrase is forgotten: with twenty-four words on paper, or with shares of a key that members of your committee keep.",
      );
    bind(
      recovery
        // Its options are its own, so that no other of these takes them and does nothing with them.
        .command("words", { isDefault: true })
        .summary("Opens the vault with the words; meant where nothing else is said.")
        .description("Opens the vault with the twenty-four words, and gives it a new passphrase.")
        .option("--from <file>", "take the words from a file that only you can read")
        .option("--new-passphrase-file <path>", "take the new passphrase from such a file")
        .option("--force", "take a passphrase that would be guessed", false),
      ["pledge recovery", "pledge recovery --from words.txt"],
      async () => (await import("../commands/recovery-words.ts")).recoveryWords,
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
    bind(
      recovery
        .command("share [handles...]")
        .summary("Lets several members together open the vault.")
        .description(
          "Splits a recovery key among members of the committee, a file for each: any few of them together open the vault, one alone does not. Without handles everybody else gets one. Earlier shares are void.",
        )
        .requiredOption("--need <n>", "how many open the vault together", wholeNumber)
        .requiredOption("--of <n>", "how many there are, one a member", wholeNumber)
        .requiredOption("-o, --output <dir>", "the folder for the files")
        .option("--force", "replace files that are there", false),
      [
        "pledge recovery share --need 3 --of 5 -o stick",
        "pledge recovery share --need 2 --of 3 heron wren teal -o stick",
      ],
      async () => (await import("../commands/recovery-share.ts")).recoveryShare,
    );
    bind(
      recovery
        .command("give <file>")
        .summary("Gives a share back to whom it belongs.")
        .description(
          "Gives back a share that a member left with you. Speak with her first: whoever has enough of them reads her vault.",
        )
        .requiredOption("-o, --output <file>", "the file to write")
        .option("--force", "replace a file that is there", false),
      ["pledge recovery give share-for-heron.pledge -o for-rowan.share"],
      async () => (await import("../commands/recovery-give.ts")).recoveryGive,
    );
    bind(
      recovery
        .command("combine <files...>")
        .summary("Opens the vault with shares that members gave back.")
        .description(
          "Opens the vault with the shares that members gave back, and gives it a new passphrase. A share that is not as it was made is named.",
        )
        .option("--new-passphrase-file <path>", "take it from a file that only you can read")
        .option("--force", "take a passphrase that would be guessed", false),
      ["pledge recovery combine heron.share wren.share teal.share"],
      async () => (await import("../commands/recovery-combine.ts")).recoveryCombine,
    );
  },
};
