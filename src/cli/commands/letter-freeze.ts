/** `pledge letter freeze NAME`: fixes the text that people sign, and says who must be asked about it. */
import { shortHash } from "../../domain/letters/frozen-text.ts";
import { counted } from "../../domain/text/words.ts";
import { findWithTemplate } from "../../usecases/letters/find-letter.ts";
import { freezeLetter, textToFreeze } from "../../usecases/letters/freeze-letter.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { peopleToAskText } from "../render/letter-people.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";

/**
 * JSON: `{"v":1,"name","text","frozenOn","ask":["id"]}`: `text` is the SHA-256 of the frozen text, `ask`
 * whoever pledged to sign and has not signed it. Nothing is fixed without a yes.
 */
export const letterFreeze = (context: Context, name: string): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const templates = await world.templates();
    const found = findWithTemplate({ vault, templates }, name);
    if (!found.ok) return talk.fail(found.failure);
    const deps = { vault, templates, sha256: world.sha256, today: world.clock.today() };
    const text = textToFreeze(deps, found.value);
    if (!text.ok) return talk.fail(text.failure);
    const { letter } = found.value;
    const yes = await agreed(
      context,
      `Fix the text of ${letter.name}? Whoever signs it must be asked again if it changes.`,
    );
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      await tell(context, [`${letter.name} stays a draft.`]);
      return exitCodes.no;
    }
    const ask = freezeLetter(vault, letter, text.value);
    const { hash, frozenOn } = text.value;
    talk.answer({ v: 1, name: letter.name, text: hash, frozenOn, ask }, () => {
      const fixed = `${letter.name} is fixed: text ${shortHash(hash)}.`;
      if (ask.length === 0) return `${fixed} Nobody who pledged to sign is left to be asked.`;
      const who = peopleToAskText(ask, {
        names: world.stdout.isTerminal,
        person: vault.people.byId,
      });
      return `${fixed}\nMust be asked about it (${counted(ask.length, "person", "people")}):\n${who}`;
    });
    if (ask.length > 0)
      await tell(context, ['Once they have said yes to this text: "pledge confirm ID".']);
    return exitCodes.done;
  });
