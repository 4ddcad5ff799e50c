/** `pledge test list`: the structure tests, the latest first. */
import { showable } from "../../domain/text/clean.ts";
import { grouped } from "../../domain/text/words.ts";
import { ratesOfTest } from "../../usecases/structure-tests.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { hanging } from "../render/columns.ts";
import { withVault } from "../unlock.ts";

/** JSON: `{"v":1,"tests":[{"name","ask","begunOn","asked","yes","did"}]}`. */
export const testList = (context: Context): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const width = await world.textWidth();
    const tests = vault.structureTests.all().map((test) => {
      const { asked, yes, did } = ratesOfTest(vault, test).total;
      return { ...test, asked, yes, did };
    });
    talk.answer({ v: 1, tests }, () =>
      tests.length === 0
        ? 'There is no structure test yet. Begin one with "pledge test add NAME".'
        : tests
            .map(({ name, ask, begunOn, asked, did }) =>
              hanging(
                `${name}: ${showable(ask)} (${begunOn}); ${grouped(did)} of ${grouped(asked)} asked did it`,
                2,
                talk.columns,
                width,
              ),
            )
            .join("\n"),
    );
    return exitCodes.done;
  });
