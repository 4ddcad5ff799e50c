/** `pledge fact list`: what letters can show of the company's work. */
import { lettersShowing } from "../../usecases/letters/campaign-facts.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { factText } from "../render/facts.ts";
import { withVault } from "../unlock.ts";

/** JSON: `{"v":1,"facts":[{"key","claim","source","date","known","letThrough","letters":[]}]}`. */
export const factList = (context: Context): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const facts = vault.facts
      .all()
      .map((fact) => ({ fact, letters: lettersShowing(vault, fact.key) }));
    const screen = { columns: talk.columns, width: await world.textWidth() };
    talk.answer({ v: 1, facts: facts.map(({ fact, letters }) => ({ ...fact, letters })) }, () =>
      facts.length === 0
        ? 'There is no fact yet. Keep one with "pledge fact add".'
        : facts.map(({ fact, letters }) => factText(fact, letters, screen)).join("\n"),
    );
    return exitCodes.done;
  });
