/** `pledge withdraw`: a person takes a pledge back. */
import { showable } from "../../domain/text/clean.ts";
import { listed } from "../../domain/text/words.ts";
import { pledgesToWithdraw, withdrawPledges } from "../../usecases/withdraw-pledges.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { agreed } from "../questions/terminal.ts";
import { withVault } from "../unlock.ts";
import { whichPerson } from "../which-person.ts";
import { whichPledge } from "../which-pledge.ts";

export const withdraw = (context: Context, reference?: string, given?: string): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const person = await whichPerson(context, vault, reference);
    if (!person.ok) return talk.fail(person.failure);
    const { id, name } = person.value;
    const standing = pledgesToWithdraw(vault, id, given);
    if (!standing.ok) return talk.fail(standing.failure);
    // Whoever names a person and no action means all of them; who chose her from a list has not said.
    const question = { message: `What does ${showable(name)} take back?`, all: "all of it" };
    const action =
      reference === undefined ? await whichPledge(context, standing.value, question) : given;
    const pledges = pledgesToWithdraw(vault, id, action);
    if (!pledges.ok) return talk.fail(pledges.failure);
    const actions = listed(pledges.value.map((pledge) => pledge.action));
    const yes = await agreed(context, `${showable(name)} takes back: ${actions}. Is that right?`);
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      talk.note("Nothing was changed.");
      return exitCodes.no;
    }
    const withdrawn = withdrawPledges({ vault, today: world.clock.today() }, id, action);
    if (!withdrawn.ok) return talk.fail(withdrawn.failure);
    talk.answer(
      { v: 1, id, withdrawn: withdrawn.value },
      () => `${showable(name)} has taken back: ${listed(withdrawn.value)}. It counts no more.`,
    );
    return exitCodes.done;
  });
