/** `pledge test show NAME`: how many were asked, said yes and did it, and how well assessments foretold it. */
import { namedTest, ratesOfTest } from "../../usecases/structure-tests.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { structureTestJson, structureTestScreen } from "../render/structure-test.ts";
import { withVault } from "../unlock.ts";

export const testShow = (context: Context, name: string): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const test = namedTest(vault, name);
    if (!test.ok) return talk.fail(test.failure);
    const rates = ratesOfTest(vault, test.value);
    const width = await world.textWidth();
    const screen = { columns: talk.columns, width, paint: talk.paint };
    talk.answer(structureTestJson(test.value, rates), () =>
      structureTestScreen(vault.campaign.get(), test.value, rates, screen),
    );
    return exitCodes.done;
  });
