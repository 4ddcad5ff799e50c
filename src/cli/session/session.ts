/**
 * A vault that stays open for many commands. Each of them runs as it would alone, with the same parser and the same code; it only
 * finds the vault open. The passphrase is not kept: what needs it (a backup, a new passphrase) asks for it again.
 */
import type { Idle } from "../../domain/asking/ask.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { VaultFailure } from "../../domain/vault/failures.ts";
import type { Unlock, Vault, Vaults } from "../../domain/vault/vault.ts";
import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import type { Again } from "../program/wiring.ts";
import { passphraseGiven, unlockWith } from "../unlock.ts";
import type { World } from "../world.ts";

export interface Session {
  /** Runs one command line, without the `pledge` before it. */
  readonly run: (words: readonly string[]) => Promise<ExitCode>;
  /** Asks for what opens the vault, and again where it was mistyped on the terminal. */
  readonly unlock: () => Promise<Result<void, Failure>>;
  readonly isOpen: () => boolean;
  /** Closes the vault; its key is gone from memory. */
  readonly lock: () => void;
  /** Whether nobody has pressed a key for too long since the last unlock. */
  readonly hasExpired: () => boolean;
  /** For questions of the session itself. */
  readonly world: World;
}

/** Ten minutes. */
const patienceMs = 600_000;

/** What every command of the session is told besides its own words. */
const globalWords = ({ globals: { color, debug } }: Context): readonly string[] => [
  ...(color === "auto" ? [] : ["--color", color]),
  ...(debug ? ["--debug"] : []),
];

export const createSession = (context: Context, again: Again, afterMs = patienceMs): Session => {
  const { world, folder } = context;
  let held: Vault | undefined;
  let expired = false;
  const idle: Idle = {
    afterMs,
    expired: () => {
      expired = true;
    },
  };
  const lock = (): void => {
    held?.close();
    held = undefined;
  };
  // What a command opened the vault with for itself, until it has ended.
  let opener: Unlock | undefined;
  /**
   * Does what opens the vault's files itself, with the session's own connection closed: the locks of a file are a process's, and
   * the first to close it lets go of them all.
   */
  const aside = async <T>(
    asked: string,
    work: () => Promise<Result<T, VaultFailure>>,
    unlock: Unlock,
  ): Promise<Result<T, VaultFailure>> => {
    if (asked === folder) lock();
    const done = await work();
    if (done.ok && asked === folder) opener = unlock;
    return done;
  };
  const asideVaults = async (): Promise<Vaults> => {
    const vaults = await world.vaults();
    return {
      ...vaults,
      open: (at, unlock) => aside(at, () => vaults.open(at, unlock), unlock),
      changePassphrase: (at, unlock, wanted) =>
        aside(at, () => vaults.changePassphrase(at, unlock, wanted), {
          ...(unlock.by === "passphrase" ? unlock : {}),
          ...wanted,
          by: "passphrase",
        }),
      addPassphrase: (at, unlock, wanted) =>
        aside(at, () => vaults.addPassphrase(at, unlock, wanted), unlock),
      removeWay: (at, unlock, number) =>
        aside(at, () => vaults.removeWay(at, unlock, number), unlock),
      rekey: (at, unlock) => aside(at, () => vaults.rekey(at, unlock), unlock),
      destroy: (at, unlock) => aside(at, () => vaults.destroy(at, unlock), unlock),
      newRecovery: (at, unlock) => aside(at, () => vaults.newRecovery(at, unlock), unlock),
      newShares: (at, unlock, count) =>
        aside(at, () => vaults.newShares(at, unlock, count), unlock),
      backup: (at, unlock, to) => aside(at, () => vaults.backup(at, unlock, to), unlock),
      examine: (at, unlock, how) => aside(at, () => vaults.examine(at, unlock, how), unlock),
    };
  };
  /** Open again after such a command; else the session is locked. */
  const comeBack = async (): Promise<void> => {
    if (held !== undefined || opener === undefined) return;
    const opened = await (await world.vaults()).open(folder, opener);
    if (opened.ok) held = opened.value;
  };
  const inside: World = {
    ...world,
    env: { ...world.env, PLEDGE_VAULT: folder },
    vaults: asideVaults,
    heldVault: (asked) => (asked === folder ? held : undefined),
    ask: (instead, color) => world.ask(instead, color, idle),
    // Another program would go on showing names when nobody is there any more.
    pager: () => world.ownScreen(idle),
    ownScreen: () => world.ownScreen(idle),
  };
  return {
    world: inside,
    isOpen: () => held !== undefined,
    hasExpired: () => expired,
    lock,
    unlock: async () => {
      const vaults = await world.vaults();
      for (;;) {
        const unlock = await unlockWith({ ...context, world: inside }, folder);
        if (!unlock.ok) return unlock;
        const opened = await vaults.open(folder, unlock.value);
        if (opened.ok) {
          held = opened.value;
          expired = false;
          return ok(undefined);
        }
        const mistyped = opened.failure.type === "vault-locked" && !passphraseGiven(context);
        if (!mistyped) return opened;
        await context.talk.fail(opened.failure);
      }
    },
    run: async (words) => {
      const code = await again([...globalWords(context), ...words], inside);
      await comeBack();
      opener = undefined;
      return code;
    },
  };
};
