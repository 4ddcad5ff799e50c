/** `pledge rekey`: everything encrypted anew under another key, after a question that says when a new passphrase is not enough. */
import type { WayIn } from "../../domain/vault/vault.ts";
import { listed } from "../../domain/text/words.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { wayWords } from "../render/ways.ts";
import { withUnlock } from "../unlock.ts";

const why =
  "A new passphrase locks the same key up anew: whoever had a copy of the vault and the old passphrase has that key, and reads with it what you write from now on. Rekey makes another key. What you opened the vault with opens it afterwards; other passphrases, recovery words and shares do not.";

const gone = (kinds: readonly WayIn["kind"][]): string =>
  kinds.length === 0
    ? ""
    : ` These open it no more, make new ones: ${listed(kinds.map((kind) => wayWords[kind]))}.`;

/** JSON: `{"v":1,"rekeyed":true,"removed":["recovery"]}`. */
export const rekey = (context: Context): Promise<ExitCode> =>
  withUnlock(context, async (vaults, unlock) => {
    const { talk, folder } = context;
    if (!context.globals.yes) talk.note(why);
    const yes = await agreed(context, "Encrypt everything anew?");
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      talk.note("Nothing was changed.");
      return exitCodes.no;
    }
    const done = await vaults.rekey(folder, unlock);
    if (!done.ok) return talk.fail(done.failure);
    const removed = done.value;
    talk.answer(
      { v: 1, rekeyed: true, removed: [...removed] },
      () => `The vault is encrypted under a new key.${gone(removed)}`,
    );
    talk.note(
      "Copies and backups made before are as they were: make a new backup and destroy those.",
    );
    return exitCodes.done;
  });
