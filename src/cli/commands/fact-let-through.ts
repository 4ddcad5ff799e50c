/** `pledge fact let-through KEY`: somebody decides that letters may say what is known only from work. */
import { isSayable, letFactThrough, namedFact } from "../../usecases/letters/campaign-facts.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";

/** JSON: `{"v":1,"fact":{"key","letThrough"},"changed"}`. */
export const factLetThrough = (context: Context, key: string): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { talk } = context;
    const found = namedFact(vault, key);
    if (!found.ok) return talk.fail(found.failure);
    const fact = found.value;
    if (isSayable(fact)) {
      talk.answer(
        { v: 1, fact: { key: fact.key, letThrough: fact.letThrough }, changed: false },
        () => `Letters may say ${fact.key} already.`,
      );
      return exitCodes.done;
    }
    await tell(context, [
      "What is known only from work may show who could have known it; a public source is better.",
    ]);
    const yes = await agreed(
      context,
      `${fact.key} is known only from work, so it may be confidential. May letters say it all the same?`,
    );
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      await tell(context, ["Nothing was changed."]);
      return exitCodes.no;
    }
    letFactThrough(vault, fact);
    talk.answer(
      { v: 1, fact: { key: fact.key, letThrough: true }, changed: true },
      () => `Letters may say ${fact.key}.`,
    );
    return exitCodes.done;
  });
