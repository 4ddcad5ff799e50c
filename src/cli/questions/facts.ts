/** Questions about facts: which ones a letter shows, and what a new one says. */
import type { Ask } from "../../domain/asking/ask.ts";
import { parseDay } from "../../domain/day.ts";
import type { Day } from "../../domain/day.ts";
import type { Fact, FactKey } from "../../domain/letters/fact.ts";
import type { GivenFact } from "../../domain/letters/parse-facts.ts";
import { cleanPassage, showable } from "../../domain/text/clean.ts";
import { counted } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { isSayable } from "../../usecases/letters/campaign-facts.ts";
import { askText } from "./text.ts";

/** The facts that a letter shows: every one that it may is offered, and none is forced. No question where there is none. */
export const askFacts = async (
  ask: Ask,
  vault: Vault,
  present: readonly FactKey[],
): Promise<readonly FactKey[]> => {
  const all = vault.facts.all();
  const sayable = all.filter(isSayable);
  const withheld = all.length - sayable.length;
  if (withheld > 0) {
    const facts = counted(withheld, "fact is", "facts are");
    ask.say(`${facts} known only from work and not offered: "pledge fact let-through KEY".`);
  }
  if (sayable.length === 0) return present;
  return ask.several({
    message: "Which facts shall the letter show? (none is fine)",
    choices: sayable.map(({ key, claim, source, date }) => ({
      value: key,
      label: showable(`${claim} (${source}, ${date})`),
    })),
    offered: present,
  });
};

const askDay = async (ask: Ask, today: Day, offered: Day | undefined): Promise<Day> => {
  const typed = await ask.line({
    message: "Of which day is that? (YYYY-MM-DD)",
    ...(offered === undefined ? {} : { offered }),
    check: (text) => {
      const day = parseDay(text.trim());
      if (day === undefined) return "It should be a day such as 2026-11-22.";
      return day <= today || "That day has not come yet.";
    },
  });
  // Sound: the check lets nothing else through.
  return typed.trim() as Day;
};

/** Four questions; Enter keeps what a fact says that is there already. */
export const askFact = async (ask: Ask, today: Day, present?: Fact): Promise<GivenFact> => {
  const offered = (text: string | undefined): { readonly offered?: string } =>
    text === undefined ? {} : { offered: text };
  ask.say(
    "One sentence on what the company does. For example: The company runs the\ncamera archive of the Riverton police.",
  );
  const claim = await askText(ask, {
    message: "What is the fact?",
    ...offered(present?.claim),
    optional: false,
    clean: cleanPassage,
  });
  const source = await askText(ask, {
    message: "Who says so, and in what? (such as: Riverton city council, minutes)",
    ...offered(present?.source),
    optional: false,
  });
  const date = await askDay(ask, today, present?.date);
  const known = await ask.one<GivenFact["known"]>({
    message: "Is it public?",
    choices: [
      { value: "public", label: "yes, anybody can read it" },
      { value: "work", label: "no, we know it only from work" },
    ],
    ...(present === undefined ? {} : { offered: present.known }),
  });
  return { claim, source, date, known };
};
