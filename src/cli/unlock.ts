/** Getting at the vault: the passphrase from where it may come from, then the door. */
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import { cleanPassphrase } from "../domain/vault/passphrase.ts";
import type { Unlock, Vault, Vaults } from "../domain/vault/vault.ts";
import type { Context } from "./context.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Failure } from "./failure.ts";

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

/** What opens the vault, from the options or the terminal. */
export const unlockWith = async (context: Context): Promise<Result<Unlock, Failure>> => {
  const passphrase = await passphraseFor(context);
  return passphrase.ok ? ok({ by: "passphrase", passphrase: passphrase.value }) : passphrase;
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
  const unlock = await unlockWith(context);
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
