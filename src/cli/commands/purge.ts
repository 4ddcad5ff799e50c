/** `pledge purge`: destroys the vault, or the names in it, once somebody has typed the campaign's name; or notes a day for it. */
import { parseDay } from "../../domain/day.ts";
import type { Day } from "../../domain/day.ts";
import { ok } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { heldFailure } from "../../usecases/retention/held.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { purgeTheNames } from "../purge-names.ts";
import { purgeWhole } from "../purge-whole.ts";
import { withUnlock, withVault } from "../unlock.ts";

interface Options {
  readonly names: boolean;
  readonly after?: string;
}

const note = (vault: Vault, { talk }: Context, purgeAfter: Day | undefined): ExitCode => {
  const { purgeAfter: _, ...rest } = vault.retention.get();
  const retention = purgeAfter === undefined ? rest : { ...rest, purgeAfter };
  vault.transaction(() => ok(vault.retention.save(retention)));
  talk.answer({ v: 1, purgeAfter: purgeAfter ?? null }, () =>
    purgeAfter === undefined
      ? "No purge will be offered."
      : `After ${purgeAfter} "pledge status" and "pledge doctor" offer a purge. Nothing is deleted by itself.`,
  );
  return exitCodes.done;
};

/**
 * JSON: with --after `{"v":1,"purgeAfter"}`; with --names as `purgeTheNames` has it; else as `purgeWhole` does. Both ask for the name of the campaign,
 * whatever --yes says.
 */
export const purge = (context: Context, { names, after }: Options): Promise<ExitCode> => {
  const { talk } = context;
  if (after !== undefined) {
    const day = parseDay(after);
    if (names || (day === undefined && after !== "never"))
      return talk.fail({
        type: "usage",
        message: names
          ? "--names and --after do not go together"
          : "--after takes a day such as 2027-06-30, or never",
        hint: 'a day is noted by "pledge purge --after DAY"; a purge is done by a command of its own',
      });
    return withVault(context, (vault) => note(vault, context, day));
  }
  if (names)
    return withVault(context, async (vault) => {
      const held = heldFailure(vault);
      return held === undefined ? purgeTheNames(context, vault) : talk.fail(held);
    });
  return withUnlock(context, (vaults, unlock) => purgeWhole(context, vaults, unlock));
};
