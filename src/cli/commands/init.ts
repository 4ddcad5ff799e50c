/** `pledge init`: a vault for one campaign. */
import type { Ask } from "../../domain/asking/ask.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { cleanLine } from "../../domain/text/clean.ts";
import { cleanPassphrase } from "../../domain/vault/passphrase.ts";
import type { KdfStrength } from "../../domain/vault/vault.ts";
import { defineCampaign } from "../../usecases/define-campaign.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { explainValue } from "../explain/input.ts";
import type { Failure } from "../failure.ts";
import { choosePassphrase, firstPassphrase } from "../new-passphrase.ts";
import { askHandle } from "../questions/handle.ts";
import { terminalFor } from "../questions/terminal.ts";
import { putOnPaper, terminalForWords } from "../recovery-words.ts";
import { readJson } from "../read-json.ts";
import { passphraseGiven } from "../unlock.ts";

interface Options {
  readonly from?: string;
  readonly recovery: boolean;
  /** A passphrase that would be guessed is taken. */
  readonly force: boolean;
  readonly kdf: KdfStrength;
}

const oneLine = (text: string): true | string => {
  const cleaned = cleanLine(text);
  return cleaned.ok || `It ${explainValue(cleaned.failure)}.`;
};

const size = (text: string): true | string =>
  (/^\d{1,8}$/u.test(text.trim()) && Number(text) > 0) || "A whole number; an estimate will do.";

/** Four of the five questions; the fifth is how to open the vault. */
const askCampaign = async (ask: Ask): Promise<unknown> => ({
  organizer: await askHandle(ask, "Your handle (other organizers see it; not your name)"),
  campaign: await ask.line({ message: "What is the campaign called?", check: oneLine }),
  employer: await ask.line({ message: "Which employer?", check: oneLine }),
  unit: {
    size: Number(
      await ask.line({ message: "About how many workers do you organize?", check: size }),
    ),
  },
});

interface Wanted {
  readonly input: unknown;
  readonly passphrase: string;
  readonly recovery: boolean;
}

/** The passphrase for the new vault: from the options, else as the person chooses. */
const gatherPassphrase = async (
  context: Context,
  options: Options,
  ask: Ask | undefined,
): Promise<Result<Omit<Wanted, "input">, Failure>> => {
  if (passphraseGiven(context) || ask === undefined) {
    const passphrase = await firstPassphrase(context, options.force);
    return passphrase.ok
      ? ok({ passphrase: passphrase.value, recovery: options.recovery })
      : passphrase;
  }
  const vaults = await context.world.vaults();
  const chosen = await choosePassphrase(ask, vaults, {
    recovery: !options.recovery,
    force: options.force,
  });
  const passphrase = cleanPassphrase(chosen.passphrase);
  return passphrase.ok
    ? ok({ passphrase: passphrase.value, recovery: options.recovery || chosen.recovery })
    : passphrase;
};

/** What the vault shall be, from the file, the options and the terminal. */
const gather = async (context: Context, options: Options): Promise<Result<Wanted, Failure>> => {
  const given = options.from === undefined ? undefined : await readJson(context, options.from);
  if (given !== undefined && !given.ok) return given;
  let ask: Ask | undefined;
  if (given === undefined || !passphraseGiven(context)) {
    const instead =
      given === undefined ? "--from FILE and --passphrase-file PATH" : "--passphrase-file PATH";
    const terminal = await terminalFor(context, instead);
    if (!terminal.ok) return terminal;
    ask = terminal.value;
  }
  const input = given?.value ?? (ask === undefined ? undefined : await askCampaign(ask));
  const key = await gatherPassphrase(context, options, ask);
  return key.ok ? ok({ input, ...key.value }) : key;
};

const nextSteps = (folder: string, recovery: boolean): string =>
  [
    `The vault is in ${folder}. Next:`,
    "  pledge add                            record the first people",
    "  pledge letter start employer-demands  begin the letter",
    ...(recovery
      ? []
      : ["  pledge recovery new                   24 words, if the passphrase is lost"]),
  ].join("\n");

interface Words {
  readonly words: string;
  /** Whether the terminal has shown them, so that they are not printed once more. */
  readonly shown: boolean;
}

/** Recovery words, on paper before there is a vault: whoever stops here has made nothing. */
const gatherWords = async (
  context: Context,
  wanted: boolean,
): Promise<Result<Words | undefined, Failure>> => {
  if (!wanted) return ok(undefined);
  const terminal = await terminalForWords(context);
  if (!terminal.ok) return terminal;
  const { world } = context;
  const words = await (await world.vaults()).suggestRecovery();
  if (terminal.value === undefined) return ok({ words, shown: false });
  await putOnPaper(terminal.value, world.random, words);
  return ok({ words, shown: true });
};

/** Makes the vault whole or not at all. */
export const init = async (context: Context, options: Options): Promise<ExitCode> => {
  const { world, talk, folder } = context;
  const vaults = await world.vaults();
  if (vaults.exists(folder)) return talk.fail({ type: "vault-exists", folder });
  const wanted = await gather(context, options);
  if (!wanted.ok) return talk.fail(wanted.failure);
  const { input, passphrase } = wanted.value;
  const deps = {
    random: world.random,
    today: world.clock.today(),
    templates: await world.templates(),
  };
  const campaign = defineCampaign(deps, input);
  if (!campaign.ok) return talk.fail(campaign.failure);
  const recovery = await gatherWords(context, wanted.value.recovery);
  if (!recovery.ok) return talk.fail(recovery.failure);
  const key = {
    passphrase,
    kdf: options.kdf,
    ...(recovery.value === undefined ? {} : { recovery: recovery.value.words }),
  };
  const made = await vaults.create(folder, key, { campaign: campaign.value });
  if (!made.ok) return talk.fail(made.failure);
  made.value.close();
  const words = recovery.value?.shown === false ? recovery.value.words : undefined;
  talk.answer(
    { v: 1, vault: folder, campaign: campaign.value.id, ...(words === undefined ? {} : { words }) },
    () =>
      [...(words === undefined ? [] : [words, ""]), nextSteps(folder, wanted.value.recovery)].join(
        "\n",
      ),
  );
  return exitCodes.done;
};
