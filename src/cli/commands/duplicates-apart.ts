/** `pledge duplicates apart`: two records that look alike are two people, and are not asked about again. */
import { ok } from "../../domain/result.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { twoPeople } from "../two-people.ts";
import { withVault } from "../unlock.ts";

interface Options {
  readonly undo: boolean;
}

/** JSON: `{"v":1,"apart":[id, id]}`, or with --undo `{"v":1,"askAgain":[id, id]}`. */
export const duplicatesApart = (
  context: Context,
  one: string,
  other: string,
  { undo }: Options,
): Promise<ExitCode> =>
  withVault(context, (vault) => {
    const { talk } = context;
    const pair = twoPeople(vault.people, one, other);
    if (!pair.ok) return talk.fail(pair.failure);
    const [first, second] = pair.value;
    const ids = [first.id, second.id];
    if (undo) {
      vault.transaction(() => ok(vault.duplicates.askAgain(first.id, second.id)));
      talk.answer(
        { v: 1, askAgain: ids },
        () => `"pledge duplicates" asks about ${ids.join(" and ")} again, if they look alike.`,
      );
    } else {
      vault.transaction(() => ok(vault.duplicates.keepApart(first.id, second.id)));
      talk.answer(
        { v: 1, apart: ids },
        () => `${ids.join(" and ")} are two people: "pledge duplicates" will not ask again.`,
      );
    }
    return exitCodes.done;
  });
