/** `pledge handover list`: what was handed over, to whom and when, and what others handed to us. */
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { hangingLines } from "../render/columns.ts";
import { handoverLines, handoversJson } from "../render/handover.ts";
import { withVault } from "../unlock.ts";

/**
 * JSON: `{"v":1,"given":[{"number","to","on","teams","people","here","state","endedOn"}],"taken":[{"from","on","people"}]}`,
 * `here` those who are gone by it and still in the vault.
 */
export const handoverList = (context: Context): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const gone = [...vault.handovers.gone().values()];
    const given = vault.handovers.given().map((one) => ({
      ...one,
      here: gone.filter((number) => number === one.number).length,
    }));
    const taken = vault.handovers.taken();
    const width = await world.textWidth();
    talk.answer({ v: 1, ...handoversJson(given, taken) }, () =>
      given.length + taken.length === 0
        ? 'Nobody was handed over yet: "pledge handover give --team KEY --to HANDLE -o FILE".'
        : hangingLines(handoverLines(vault.campaign.get(), given, taken), {
            columns: talk.columns,
            width,
          }),
    );
    return exitCodes.done;
  });
