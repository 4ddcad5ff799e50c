/** Getting at the vault: the passphrase from where it may come from, then the door. */
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import { cleanPassphrase } from "../domain/vault/passphrase.ts";
import type { Unlock, Vault, Vaults } from "../domain/vault/vault.ts";
import type { Context } from "./context.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Failure } from "./failure.ts";
import { readKeyFile } from "./key-file.ts";

/** The passphrase of an existing vault: --passphrase-fd, --passphrase-file, PLEDGE_PASSPHRASE_FILE (a path), else the terminal. */
const passphraseOf = async ({ world, globals }: Context): Promise<Result<string, Failure>> => {
  if (globals.passphraseFd !== undefined) return world.files.readDescriptor(globals.passphraseFd);
  const file = globals.passphraseFile ?? world.env["PLEDGE_PASSPHRASE_FILE"];
  if (file !== undefined && file !== "") return world.files.readSecret(file);
  if (!globals.input) return fail({ type: "passphrase-needed" });
  const ask = await world.ask("--passphrase-file PATH");
  if (!ask.ok) return fail({ type: "passphrase-needed" });
  return ok(await ask.value.secret({ message: "Passphrase of the vault" }));
};

/** The passphrase, cleaned, from the options or the terminal. */
export const passphraseFor = async (context: Context): Promise<Result<string, Failure>> => {
  const given = await passphraseOf(context);
  return given.ok ? cleanPassphrase(given.value) : given;
};

/**
 * The key file that is asked for by --key-file or PLEDGE_KEY_FILE, or on the terminal where no passphrase opens the vault without
 * one. A backup's header is not looked into: `folder` is nothing then.
 */
const keyFileFor = async (
  context: Context,
  folder: string | undefined,
): Promise<Result<Uint8Array | undefined, Failure>> => {
  const { world, globals } = context;
  const given = globals.keyFile ?? world.env["PLEDGE_KEY_FILE"] ?? "";
  if (given !== "") return readKeyFile(world, given);
  if (folder === undefined) return ok(undefined);
  const ways = (await world.vaults()).ways(folder);
  // What is wrong with the header is said where the vault is opened.
  if (!ways.ok || ways.value.some(({ kind }) => kind === "passphrase")) return ok(undefined);
  if (!ways.value.some(({ kind }) => kind === "passphrase-and-key-file")) return ok(undefined);
  if (!globals.input) return fail({ type: "key-file-needed" });
  const ask = await world.ask("--key-file PATH");
  if (!ask.ok) return fail({ type: "key-file-needed" });
  return readKeyFile(world, await ask.value.line({ message: "Where is the key file?" }));
};

/** What opens the vault in the folder, from the options or the terminal; of a backup without one. */
export const unlockWith = async (
  context: Context,
  folder?: string,
): Promise<Result<Unlock, Failure>> => {
  const keyFile = await keyFileFor(context, folder);
  if (!keyFile.ok) return keyFile;
  const passphrase = await passphraseFor(context);
  if (!passphrase.ok) return passphrase;
  const factor = keyFile.value === undefined ? {} : { keyFile: keyFile.value };
  return ok({ by: "passphrase", passphrase: passphrase.value, ...factor });
};

/** Whether a passphrase was given otherwise than by the terminal. */
export const passphraseGiven = ({ world, globals }: Context): boolean =>
  globals.passphraseFd !== undefined ||
  (globals.passphraseFile ?? world.env["PLEDGE_PASSPHRASE_FILE"] ?? "") !== "";

/** A command's way to a vault that is there and to what opens it. */
export const withUnlock = async (
  context: Context,
  inside: (vaults: Vaults, unlock: Unlock) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const vaults = await context.world.vaults();
  // Before anything is asked: nobody should type a passphrase for a vault that is not there.
  if (!vaults.exists(context.folder))
    return context.talk.fail({ type: "vault-missing", folder: context.folder });
  const unlock = await unlockWith(context, context.folder);
  return unlock.ok ? inside(vaults, unlock.value) : context.talk.fail(unlock.failure);
};

/**
 * A command's way into an open vault; whatever happens inside, it is closed afterwards. `meanwhile` is done while the key
 * is derived from the passphrase, which leaves this thread idle.
 */
export const withVault = async (
  context: Context,
  inside: (vault: Vault) => Promise<ExitCode> | ExitCode,
  meanwhile: () => Promise<unknown> = async () => {},
): Promise<ExitCode> => {
  const held = context.world.heldVault?.(context.folder);
  if (held !== undefined) {
    await meanwhile();
    return inside(held);
  }
  return withUnlock(context, async (vaults, unlock) => {
    const [opened] = await Promise.all([vaults.open(context.folder, unlock), meanwhile()]);
    if (!opened.ok) return context.talk.fail(opened.failure);
    try {
      return await inside(opened.value);
    } finally {
      opened.value.close();
    }
  });
};
