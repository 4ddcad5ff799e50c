/** `pledge demand remove KEY`: takes an own demand away. */
import { checkRemoval, namedDemand, removeDemand } from "../../usecases/letters/own-demands.ts";
import { heldFailure } from "../../usecases/retention/held.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";

/** JSON: `{"v":1,"removed":{"key"}}`. */
export const demandRemove = (context: Context, key: string): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const held = heldFailure(vault);
    if (held !== undefined) return talk.fail(held);
    const deps = { vault, templates: await world.templates() };
    const found = namedDemand(deps, key);
    if (!found.ok) return talk.fail(found.failure);
    const { demand, origin } = found.value;
    const possible = checkRemoval(vault, found.value);
    if (!possible.ok) return talk.fail(possible.failure);
    const yes = await agreed(context, `Take ${demand.key} away, with what you wrote for it?`);
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      await tell(context, ["Nothing was changed."]);
      return exitCodes.no;
    }
    const removed = removeDemand(vault, found.value);
    if (!removed.ok) return talk.fail(removed.failure);
    talk.answer({ v: 1, removed: { key: demand.key } }, () =>
      origin === "changed"
        ? `${demand.key} is again as it comes with pledge.`
        : `${demand.key} is taken away.`,
    );
    return exitCodes.done;
  });
