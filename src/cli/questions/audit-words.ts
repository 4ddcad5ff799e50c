/** The call in which auditors draw: promises first, then words, each typed as it is heard. */
import type { Ask } from "../../domain/asking/ask.ts";
import { readSpoken } from "../../domain/audits/draw.ts";
import type { SpokenWords } from "../../domain/audits/draw.ts";
import type { Handle } from "../../domain/campaign/campaign.ts";
import { listed } from "../../domain/text/words.ts";

type Fit = (lines: readonly string[]) => string;

const sixWords = "Six words, please, with spaces between them.";

/** After so many tries they count as others. */
export const tries = 3;

export const askSameRound = (ask: Ask): Promise<boolean> =>
  ask.yes({ message: "Do the others see the same four words?", offered: true });

export const askAuditors = async (
  ask: Ask,
  others: readonly Handle[],
): Promise<readonly Handle[]> => {
  const [only, ...more] = others;
  if (only !== undefined && more.length === 0) return [only];
  for (;;) {
    const chosen = await ask.several({
      message: "Who audits with you, in this call?",
      choices: others.map((handle) => ({ value: handle, label: handle })),
    });
    if (chosen.length > 0) return chosen;
    ask.say("At least one of them: nobody draws alone.");
  }
};

const askSix = async (ask: Ask, message: string): Promise<SpokenWords> => {
  const typed = await ask.line({
    message,
    check: (text) => readSpoken(text) !== undefined || sixWords,
  });
  const words = readSpoken(typed);
  if (words === undefined) throw new Error("six words were typed and are gone");
  return words;
};

/** In lines that a narrow terminal holds. */
const twoLines = (words: SpokenWords): string => {
  const all = words.split(" ");
  return `  ${all.slice(0, 3).join(" ")}\n  ${all.slice(3).join(" ")}`;
};

/** Everybody's promise, while nobody has said a word of her own. `fit` breaks lines where the screen ends. */
export const askPromises = async (
  ask: Ask,
  auditors: readonly Handle[],
  own: SpokenWords,
  fit: Fit,
): Promise<ReadonlyMap<Handle, SpokenWords>> => {
  const why =
    "First the promises, before anybody says her words: so nobody can choose hers to go with another's.";
  ask.say(`${fit([why, "Your promise, to be read aloud now:"])}\n${twoLines(own)}`);
  const heard = new Map<Handle, SpokenWords>();
  for (const handle of auditors)
    heard.set(handle, await askSix(ask, `The promise of ${handle}, six words?`));
  return heard;
};

export const sayOwnWords = (
  ask: Ask,
  words: SpokenWords,
  others: readonly Handle[],
  fit: Fit,
): void => {
  const when = `Once ${listed(others)} ${others.length === 1 ? "has" : "have"} your promise, too, read your words aloud:`;
  ask.say(`${fit([when])}\n${twoLines(words)}`);
};

export const askWords = (ask: Ask, handle: Handle): Promise<SpokenWords> =>
  askSix(ask, `The words of ${handle}, six words?`);
