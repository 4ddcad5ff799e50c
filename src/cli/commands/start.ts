/** `pledge` alone: the help, and where to begin. */
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";

export const start = async ({ world, talk, folder }: Context, help: string): Promise<ExitCode> => {
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
