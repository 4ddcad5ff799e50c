/** The way into the vault for commands that open or write files for others. */
import type { Vault } from "../domain/vault/vault.ts";
import type { Context } from "./context.ts";
import type { ExitCode } from "./exit-codes.ts";
import { withVault } from "./unlock.ts";

/** As `withVault`; OpenPGP is loaded while the key is derived. */
export const withVaultAndOpenPgp = (
  context: Context,
  inside: (vault: Vault) => Promise<ExitCode> | ExitCode,
): Promise<ExitCode> =>
  withVault(context, inside, async () => (await context.world.openpgp()).ready());
