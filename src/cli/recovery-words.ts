/** Making recovery words: shown once, asked for once, and only then do they open the vault. */
import type { Ask } from "../domain/asking/ask.ts";
import type { Randomness } from "../domain/ports.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Unlock } from "../domain/vault/vault.ts";
import type { Context } from "./context.ts";
import type { Failure } from "./failure.ts";
import { terminalFor } from "./questions/terminal.ts";

const perLine = 4;
const widestWord = 8;

/** The words in numbered lines of four. */
const numbered = (words: readonly string[]): string => {
  const cells = words.map(
    (word, index) => `${String(index + 1).padStart(2)} ${word.padEnd(widestWord)}`,
  );
  return Array.from(
    { length: words.length / perLine },
    (_, line) =>
      `  ${cells
        .slice(line * perLine, (line + 1) * perLine)
        .join("   ")
        .trimEnd()}`,
  ).join("\n");
};

/** Two different positions, by chance, so that nobody answers without the paper. */
const positions = (random: Randomness, length: number): readonly [number, number] => {
  const [a = 0, b = 0] = random.bytes(2);
  const first = a % length;
  const second = (first + 1 + (b % (length - 1))) % length;
  return first < second ? [first, second] : [second, first];
};

const askAgain = async (ask: Ask, random: Randomness, words: readonly string[]): Promise<void> => {
  for (const position of positions(random, words.length)) {
    await ask.line({
      message: `From your paper: word number ${position + 1}`,
      check: (typed) =>
        typed.trim().toLowerCase() === words[position] ||
        "That is not the word. Look at your paper again.",
    });
  }
};

/** Where words are shown and asked for: the terminal. Without one `--yes` is needed, and whoever calls prints them. */
export const terminalForWords = async (
  context: Context,
): Promise<Result<Ask | undefined, Failure>> => {
  const terminal = await terminalFor(context, "--yes, and the words are printed");
  if (terminal.ok) return terminal;
  return context.globals.yes ? ok(undefined) : fail({ type: "confirmation-needed" });
};

/** Shows the words and asks for two of them; returns when they are on paper. */
export const putOnPaper = async (ask: Ask, random: Randomness, words: string): Promise<void> => {
  ask.say(
    "These words open the vault when the passphrase is forgotten. Write them on paper, with their numbers:\n",
  );
  ask.say(`${numbered(words.split(" "))}\n`);
  await askAgain(ask, random, words.split(" "));
};

/** Makes new words for a vault that is there and, once they are on paper, keeps them. */
export const makeRecovery = async (
  context: Context,
  unlock: Unlock,
): Promise<Result<{ readonly words: string; readonly shown: boolean }, Failure>> => {
  const { world, folder } = context;
  const terminal = await terminalForWords(context);
  if (!terminal.ok) return terminal;
  const made = await (await world.vaults()).newRecovery(folder, unlock);
  if (!made.ok) return made;
  const { made: words, keep } = made.value;
  if (terminal.value !== undefined) await putOnPaper(terminal.value, world.random, words);
  const kept = keep();
  return kept.ok ? ok({ words, shown: terminal.value !== undefined }) : kept;
};

/** The words of an existing vault or backup: from a file that only its owner can read, else from the terminal. */
export const wordsOf = async (
  context: Context,
  file: string | undefined,
  instead: string,
): Promise<Result<string, Failure>> => {
  if (file !== undefined) return context.world.files.readSecret(file);
  const ask = await terminalFor(context, instead);
  if (!ask.ok) return ask;
  const twentyFour = (text: string): true | string => {
    const count = text.trim().split(/\s+/u).length;
    return count === 24 || `These are ${count} words; there should be 24, separated by spaces.`;
  };
  return ok(
    await ask.value.line({ message: "The twenty-four words, in order", check: twentyFour }),
  );
};
