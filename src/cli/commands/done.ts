/** `pledge done`: a person did what she pledged. */
import { findPerson } from "../../domain/people/find-person.ts";
import { showable } from "../../domain/text/clean.ts";
import { settlePledge } from "../../usecases/settle-pledges.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { withVault } from "../unlock.ts";

/** JSON: `{"v":1,"id","done":[action]}`. Without an action it is the only pledge that stands, else `action-open`. */
export const done = (context: Context, reference: string, action?: string): Promise<ExitCode> =>
  withVault(context, (vault) => {
    const { world, talk } = context;
    const person = findPerson(vault.people, reference);
    if (!person.ok) return talk.fail(person.failure);
    const { id, name } = person.value;
    const settled = settlePledge({ vault, today: world.clock.today() }, id, action, "done");
    if (!settled.ok) return talk.fail(settled.failure);
    talk.answer(
      { v: 1, id, done: [settled.value] },
      () => `${showable(name)} did it: ${settled.value}.`,
    );
    return exitCodes.done;
  });
