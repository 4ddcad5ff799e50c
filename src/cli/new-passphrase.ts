/** A new passphrase: six random words are offered; one's own is asked for twice. */
import type { Result } from "../domain/result.ts";
import { cleanPassphrase } from "../domain/vault/passphrase.ts";
import type { Ask } from "../domain/asking/ask.ts";
import type { Context } from "./context.ts";
import type { Failure } from "./failure.ts";
import { terminalFor } from "./questions/terminal.ts";

/** Shorter ones are guessed quickly from a copied vault. In characters. */
const shortest = 12;

const longEnough = (text: string): true | string =>
  [...text].length >= shortest ||
  `That is short: at least ${shortest} characters, better several random words.`;

/** A passphrase of one's own, typed twice until both agree. */
const typedTwice = async (ask: Ask): Promise<string> => {
  for (;;) {
    const first = await ask.secret({ message: "Your passphrase", check: longEnough });
    const second = await ask.secret({ message: "The same again" });
    if (first === second) return first;
    ask.say("These were two different passphrases. Once more:");
  }
};

export type Chosen = "words" | "words-and-recovery" | "own";

/** Asks how the vault shall be opened. `recovery` also offers recovery words for a paper. The passphrase is as typed, to be cleaned. */
export const choosePassphrase = async (
  ask: Ask,
  suggestion: string,
  recovery: boolean,
): Promise<{ readonly passphrase: string; readonly recovery: boolean }> => {
  const chosen = await ask.one<Chosen>({
    message: "What will open the vault? Without it nobody can.",
    choices: [
      { value: "words", label: `these six words: ${suggestion}` },
      ...(recovery
        ? [
            {
              value: "words-and-recovery" as const,
              label: "those six words, and 24 more on paper if they are lost",
            },
          ]
        : []),
      { value: "own", label: "a passphrase of my own" },
    ],
    offered: "words",
  });
  if (chosen === "own") return { passphrase: await typedTwice(ask), recovery: false };
  ask.say("Write the six words down now, away from this computer.");
  return { passphrase: suggestion, recovery: chosen === "words-and-recovery" };
};

/** The new passphrase of a vault that is there: from a file, else from the terminal. */
export const newPassphrase = async (
  context: Context,
  file: string | undefined,
): Promise<Result<string, Failure>> => {
  const { world } = context;
  const instead = "--new-passphrase-file PATH";
  if (file !== undefined) {
    const given = world.files.readSecret(file);
    return given.ok ? cleanPassphrase(given.value) : given;
  }
  const ask = await terminalFor(context, instead);
  if (!ask.ok) return ask;
  const vaults = await world.vaults();
  const { passphrase } = await choosePassphrase(ask.value, vaults.suggestPassphrase(), false);
  return cleanPassphrase(passphrase);
};
