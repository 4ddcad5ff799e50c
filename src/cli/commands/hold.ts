/** `pledge hold [on|off]`: nothing may be deleted while somebody has to keep it. */
import { ok } from "../../domain/result.ts";
import type { Retention } from "../../domain/retention/retention.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { counted } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";

export type HoldState = "on" | "off";

const save = (vault: Vault, retention: Retention): void => {
  vault.transaction(() => ok(vault.retention.save(retention)));
};

const answer = ({ talk }: Context, vault: Vault): ExitCode => {
  const { heldSince } = vault.retention.get();
  const kept = vault.retention.held();
  const versions =
    kept.length === 0
      ? ""
      : ` ${counted(kept.length, "earlier version is", "earlier versions are")} kept of what was changed since; --json shows ${kept.length === 1 ? "it" : "them"}.`;
  talk.answer(
    {
      v: 1,
      heldSince: heldSince ?? null,
      kept: kept.map(({ of, was }) => ({ of, was: was as Json })),
    },
    () =>
      heldSince === undefined
        ? "Nothing is held: people can be forgotten, and what was noted removed."
        : `Nothing may be deleted here since ${heldSince}.${versions}`,
  );
  return exitCodes.done;
};

const begin = async (context: Context, vault: Vault): Promise<ExitCode> => {
  const before = vault.retention.get();
  save(vault, { ...before, heldSince: before.heldSince ?? context.world.clock.today() });
  await tell(context, [
    "pledge refuses forget, undo, purge, duplicates merge, and every remove that erases, until it is lifted. What an edit or a list replaces is kept as it was. Nobody stops you from deleting files: leave those that have to be kept, backups included.",
  ]);
  return answer(context, vault);
};

const end = async (context: Context, vault: Vault): Promise<ExitCode> => {
  const { heldSince, ...rest } = vault.retention.get();
  if (heldSince === undefined) return context.talk.fail({ type: "hold-absent" });
  const yes = await agreed(
    context,
    `Nothing was to be deleted since ${heldSince}; earlier versions that were kept go now. Deleting what a court wants kept can be an offence: did whoever asked for it, or a lawyer, say that it is over?`,
  );
  if (!yes.ok) return context.talk.fail(yes.failure);
  if (!yes.value) {
    context.talk.note("Nothing was changed.");
    return exitCodes.no;
  }
  const erases = vault.retention.held().length > 0;
  vault.transaction(() => {
    vault.retention.save(rest);
    vault.retention.dropHeld();
    return ok(undefined);
  });
  if (erases) vault.scrub();
  return answer(context, vault);
};

/** JSON: `{"v":1,"heldSince","kept":[{"of","was"}]}`: a day or null, and rows as they were before somebody changed them, by their columns. */
export const hold = (context: Context, state?: HoldState): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    if (state === "on") return begin(context, vault);
    return state === "off" ? end(context, vault) : answer(context, vault);
  });
