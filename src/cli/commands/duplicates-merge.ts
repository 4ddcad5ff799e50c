/** `pledge duplicates merge`: one record of two, for whoever knows that they are one person. */
import { showable } from "../../domain/text/clean.ts";
import { mergeRecords, planMerge } from "../../usecases/merge-people.ts";
import { heldFailure } from "../../usecases/retention/held.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { mergedWords, mergePreview } from "../render/duplicates.ts";
import { sideBySide } from "../render/side-by-side.ts";
import { twoPeople } from "../two-people.ts";
import { withVault } from "../unlock.ts";
import { wholePersonOf } from "../whole-person.ts";

/** JSON: `{"v":1,"merged":{"id","gone"}}`. */
export const duplicatesMerge = (
  context: Context,
  keptReference: string,
  otherReference: string,
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const held = heldFailure(vault);
    if (held !== undefined) return talk.fail(held);
    const pair = twoPeople(vault.people, keptReference, otherReference);
    if (!pair.ok) return talk.fail(pair.failure);
    const [kept, other] = pair.value;
    const planned = planMerge(vault, kept.id, other.id);
    if (!planned.ok) return talk.fail(planned.failure);
    const campaign = vault.campaign.get();
    const screen = { columns: talk.columns, width: await world.textWidth(), paint: talk.paint };
    const today = world.clock.today();
    const both = [wholePersonOf(vault, kept, today), wholePersonOf(vault, other, today)] as const;
    talk.note(`${sideBySide(campaign, both, screen)}\n`);
    talk.note(mergePreview(campaign, planned.value, other, screen));
    const yes = await agreed(
      context,
      `Make one record of these two, ${showable(kept.name)}'s, and erase the other?`,
    );
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      talk.note("Nothing was changed.");
      return exitCodes.no;
    }
    const merged = mergeRecords(vault, kept.id, other.id);
    if (!merged.ok) return talk.fail(merged.failure);
    talk.answer({ v: 1, merged: { id: kept.id, gone: other.id } }, () => mergedWords(merged.value));
    return exitCodes.done;
  });
