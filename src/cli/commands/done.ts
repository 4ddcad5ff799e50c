/** `pledge done`: a person did what she pledged. */
import { showable } from "../../domain/text/clean.ts";
import { settlePledge } from "../../usecases/settle-pledges.ts";
import { standingPledges } from "../../usecases/withdraw-pledges.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { withVault } from "../unlock.ts";
import { whichPerson } from "../which-person.ts";
import { whichPledge } from "../which-pledge.ts";

/** JSON: `{"v":1,"id","done":[action]}`. Without an action it is the only pledge that stands, or which is chosen at the terminal, else `action-open`. */
export const done = (context: Context, reference?: string, given?: string): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const person = await whichPerson(context, vault, reference);
    if (!person.ok) return talk.fail(person.failure);
    const { id, name } = person.value;
    const standing = standingPledges(vault, id, given);
    if (!standing.ok) return talk.fail(standing.failure);
    const message = `What did ${showable(name)} do?`;
    const action = (await whichPledge(context, standing.value, { message })) ?? given;
    const settled = settlePledge({ vault, today: world.clock.today() }, id, action, "done");
    if (!settled.ok) return talk.fail(settled.failure);
    talk.answer(
      { v: 1, id, done: [settled.value] },
      () => `${showable(name)} did it: ${settled.value}.`,
    );
    return exitCodes.done;
  });
