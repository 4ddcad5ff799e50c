/** `pledge passphrase add`: another passphrase beside those that there are. */
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { wantedPassphrase } from "../new-passphrase.ts";
import { withUnlock } from "../unlock.ts";
import type { PassphraseOptions } from "./passphrase-change.ts";

/** JSON: `{"v":1,"added":{"number","kind"}}`. */
export const passphraseAdd = (context: Context, options: PassphraseOptions): Promise<ExitCode> =>
  withUnlock(context, async (vaults, unlock) => {
    const { talk, folder } = context;
    const opened = await vaults.open(folder, unlock);
    if (!opened.ok) return talk.fail(opened.failure);
    opened.value.close();
    const wanted = await wantedPassphrase(context, options);
    if (!wanted.ok) return talk.fail(wanted.failure);
    const added = await vaults.addPassphrase(folder, unlock, wanted.value);
    if (!added.ok) return talk.fail(added.failure);
    const ways = vaults.ways(folder);
    if (!ways.ok) return talk.fail(ways.failure);
    const last = ways.value.at(-1);
    talk.answer(
      { v: 1, added: { ...last } },
      () => `It opens the vault too, as number ${last?.number ?? 1} of "pledge passphrase list".`,
    );
    return exitCodes.done;
  });
