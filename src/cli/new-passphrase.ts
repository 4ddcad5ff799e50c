/** A new passphrase: six random words are offered; one's own is asked for twice, and refused where it would be guessed. */
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import { cleanPassphrase, weakness } from "../domain/vault/passphrase.ts";
import type { KdfStrength, NewPassphrase, Vaults } from "../domain/vault/vault.ts";
import type { Ask } from "../domain/asking/ask.ts";
import type { Context } from "./context.ts";
import type { Failure } from "./failure.ts";
import { ensureKeyFile } from "./key-file.ts";
import { terminalFor } from "./questions/terminal.ts";
import { passphraseFor } from "./unlock.ts";

/** A passphrase of one's own, typed twice until both agree. */
const typedTwice = async (ask: Ask, vaults: Vaults, force: boolean): Promise<string> => {
  for (;;) {
    const first = await ask.secret({ message: "Your passphrase" });
    const guessed = !force && weakness(await vaults.strengthOf(first)) !== undefined;
    if (guessed) {
      ask.say("That would be guessed. Several random words are better.");
      continue;
    }
    const second = await ask.secret({ message: "The same again" });
    if (first === second) return first;
    ask.say("These were two different passphrases. Once more:");
  }
};

export type Chosen = "words" | "words-and-recovery" | "own";

interface How {
  /** Recovery words for a paper are offered too. */
  readonly recovery: boolean;
  /** A weak one is taken. */
  readonly force: boolean;
}

/** Asks how the vault shall be opened. The passphrase is as typed, to be cleaned. */
export const choosePassphrase = async (
  ask: Ask,
  vaults: Vaults,
  { recovery, force }: How,
): Promise<{ readonly passphrase: string; readonly recovery: boolean }> => {
  const suggestion = vaults.suggestPassphrase();
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
  if (chosen === "own")
    return { passphrase: await typedTwice(ask, vaults, force), recovery: false };
  ask.say("Write the six words down now, away from this computer.");
  return { passphrase: suggestion, recovery: chosen === "words-and-recovery" };
};

/** As it is hashed; refused where it would be guessed, unless `force`. */
const strongEnough = async (
  context: Context,
  text: string,
  force: boolean,
): Promise<Result<string, Failure>> => {
  const passphrase = cleanPassphrase(text);
  if (!passphrase.ok || force) return passphrase;
  const weak = weakness(await (await context.world.vaults()).strengthOf(passphrase.value));
  return weak === undefined ? passphrase : fail(weak);
};

/** The passphrase of a vault that is about to be made, where it comes by an option. */
export const firstPassphrase = async (
  context: Context,
  force: boolean,
): Promise<Result<string, Failure>> => {
  const given = await passphraseFor(context);
  return given.ok ? strongEnough(context, given.value, force) : given;
};

interface Options {
  readonly newPassphraseFile?: string;
  readonly force: boolean;
}

/** The new passphrase of a vault that is there: from a file, else from the terminal. */
export const newPassphrase = async (
  context: Context,
  { newPassphraseFile, force }: Options,
): Promise<Result<string, Failure>> => {
  const { world } = context;
  const instead = "--new-passphrase-file PATH";
  if (newPassphraseFile !== undefined) {
    const given = world.files.readSecret(newPassphraseFile);
    return given.ok ? strongEnough(context, given.value, force) : given;
  }
  const ask = await terminalFor(context, instead);
  if (!ask.ok) return ask;
  const vaults = await world.vaults();
  const { passphrase } = await choosePassphrase(ask.value, vaults, { recovery: false, force });
  return cleanPassphrase(passphrase);
};

/** The same with the key file that it needs, where it shall need one, and how strong the check shall be. */
export const wantedPassphrase = async (
  context: Context,
  options: Options & { readonly withKeyFile?: string; readonly kdf?: KdfStrength },
): Promise<Result<NewPassphrase, Failure>> => {
  const passphrase = await newPassphrase(context, options);
  if (!passphrase.ok) return passphrase;
  const wanted = { passphrase: passphrase.value, kdf: options.kdf ?? ("keep" as const) };
  if (options.withKeyFile === undefined) return ok(wanted);
  const keyFile = await ensureKeyFile(context, options.withKeyFile);
  if (!keyFile.ok) return keyFile;
  if (keyFile.value.made)
    context.talk.note(
      `${options.withKeyFile} is the key file now. Without it the new passphrase opens nothing: make a copy, and keep both away from the computer.`,
    );
  return ok({ ...wanted, keyFile: keyFile.value.key });
};
