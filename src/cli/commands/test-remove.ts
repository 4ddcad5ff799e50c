/** `pledge test remove NAME`: erases a structure test with all that was noted in it. */
import { namedTest, removeTest } from "../../usecases/structure-tests.ts";
import { heldFailure } from "../../usecases/retention/held.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { withVault } from "../unlock.ts";

/** JSON: `{"v":1,"removed":{"name"}}`. */
export const testRemove = (context: Context, name: string): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { talk } = context;
    const held = heldFailure(vault);
    if (held !== undefined) return talk.fail(held);
    const test = namedTest(vault, name);
    if (!test.ok) return talk.fail(test.failure);
    const yes = await agreed(context, `Erase ${test.value.name} and all that was noted in it?`);
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      talk.note("Nothing was changed.");
      return exitCodes.no;
    }
    removeTest(vault, test.value);
    talk.answer(
      { v: 1, removed: { name: test.value.name } },
      () => `${test.value.name} is erased.`,
    );
    return exitCodes.done;
  });
