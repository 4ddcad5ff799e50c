/** `pledge` alone: on a terminal a menu of what to do next, else the help and where to begin. */
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Again } from "../program/wiring.ts";

/** Whether somebody sits there who can choose; in a session she has the choice already. */
const isWatched = async ({ world, globals }: Context): Promise<boolean> =>
  world.stdout.isTerminal &&
  globals.input &&
  !globals.json &&
  world.heldVault === undefined &&
  (await world.ask("a command")).ok;

export const start = async (context: Context, help: string, again: Again): Promise<ExitCode> => {
  if (await isWatched(context)) return (await import("../menu/menu.ts")).menu(context, again);
  const { world, talk, folder } = context;
  const vaults = await world.vaults();
  const hint = vaults.exists(folder)
    ? 'See how things stand with "pledge status".'
    : 'There is no vault yet: start with "pledge init", or look around with "pledge demo".';
  talk.answer(
    { v: 1, vault: vaults.exists(folder) ? folder : null, hint },
    () => `${help}\n${hint}`,
  );
  return exitCodes.done;
};
