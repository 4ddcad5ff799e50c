/** `pledge fact remove KEY`: erases a fact from the vault. */
import { listed } from "../../domain/text/words.ts";
import { namedFact, removeFact } from "../../usecases/letters/campaign-facts.ts";
import { heldFailure } from "../../usecases/retention/held.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";

/** JSON: `{"v":1,"removed":{"key"},"drafts":["name"]}`; `drafts` are those that showed it. */
export const factRemove = (context: Context, key: string): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { talk } = context;
    const held = heldFailure(vault);
    if (held !== undefined) return talk.fail(held);
    const fact = namedFact(vault, key);
    if (!fact.ok) return talk.fail(fact.failure);
    const yes = await agreed(context, `Erase ${fact.value.key}, here and from every draft?`);
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      await tell(context, ["Nothing was changed."]);
      return exitCodes.no;
    }
    const drafts = removeFact(vault, fact.value.key);
    talk.answer({ v: 1, removed: { key: fact.value.key }, drafts }, () => {
      const changed =
        drafts.length === 0 ? "" : ` These drafts show it no more: ${listed(drafts)}.`;
      return `${fact.value.key} is erased.${changed} Fixed letters keep what they say.`;
    });
    return exitCodes.done;
  });
