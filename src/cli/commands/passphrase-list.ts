/** `pledge passphrase list`: what opens the vault; needs no passphrase, since the header says it to everybody. */
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { wayWords } from "../render/ways.ts";

/** JSON: `{"v":1,"ways":[{"number","kind"}]}`. */
export const passphraseList = async ({ world, talk, folder }: Context): Promise<ExitCode> => {
  const ways = (await world.vaults()).ways(folder);
  if (!ways.ok) return talk.fail(ways.failure);
  talk.answer({ v: 1, ways: ways.value.map((way) => ({ ...way })) }, () =>
    ways.value.map(({ number, kind }) => `${number}  ${wayWords[kind]}`).join("\n"),
  );
  return exitCodes.done;
};
