/** `pledge passphrase remove [NUMBER]`: takes away one of the things that open the vault. */
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vaults } from "../../domain/vault/vault.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { agreed, terminalFor } from "../questions/terminal.ts";
import { wayWords } from "../render/ways.ts";
import { withUnlock } from "../unlock.ts";

const chosen = async (
  context: Context,
  vaults: Vaults,
  given: string | undefined,
): Promise<Result<number, Failure>> => {
  const ways = vaults.ways(context.folder);
  if (!ways.ok) return ways;
  if (given !== undefined) {
    const found = ways.value.find(({ number }) => String(number) === given);
    return found === undefined
      ? fail({ type: "way-unknown", ways: ways.value.length })
      : ok(found.number);
  }
  const ask = await terminalFor(context, "the number that pledge passphrase list shows");
  if (!ask.ok) return ask;
  return ok(
    await ask.value.one({
      message: "What shall not open the vault any more?",
      choices: ways.value.map(({ number, kind }) => ({
        value: number,
        label: `${number}, ${wayWords[kind]}`,
      })),
    }),
  );
};

/** JSON: `{"v":1,"removed":{"number","kind"}}`. */
export const passphraseRemove = (context: Context, given: string | undefined): Promise<ExitCode> =>
  withUnlock(context, async (vaults, unlock) => {
    const { talk, folder } = context;
    const number = await chosen(context, vaults, given);
    if (!number.ok) return talk.fail(number.failure);
    const yes = await agreed(context, `Shall number ${number.value} not open the vault any more?`);
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      talk.note("Nothing was changed.");
      return exitCodes.no;
    }
    const removed = await vaults.removeWay(folder, unlock, number.value);
    if (!removed.ok) return talk.fail(removed.failure);
    const { kind } = removed.value;
    talk.answer(
      { v: 1, removed: { ...removed.value } },
      () => `Number ${number.value}, ${wayWords[kind]}, does not open the vault any more.`,
    );
    talk.note(
      "It still opens copies and backups made before. Whoever used it could know the key of the data itself: pledge rekey makes another.",
    );
    return exitCodes.done;
  });
