/** `pledge confirm`: people said it again, to the fixed text or when the date was set. */
import type { PersonId } from "../../domain/people/person.ts";
import { counted } from "../../domain/text/words.ts";
import { SIGN } from "../../domain/campaign/campaign.ts";
import { confirmPledges } from "../../usecases/confirm-pledges.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { withVault } from "../unlock.ts";
import { whichPerson } from "../which-person.ts";

interface Options {
  readonly action: string;
  readonly letter?: string;
}

export const confirm = (
  context: Context,
  references: readonly string[],
  options: Options,
): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const ids = new Set<PersonId>();
    for (const reference of references.length === 0 ? [undefined] : references) {
      const person = await whichPerson(context, vault, reference);
      if (!person.ok) return talk.fail(person.failure);
      ids.add(person.value.id);
    }
    const people = [...ids];
    const confirmed = confirmPledges({ vault, today: world.clock.today() }, { people, ...options });
    if (!confirmed.ok) return talk.fail(confirmed.failure);
    const { action, letter } = confirmed.value;
    talk.answer(
      {
        v: 1,
        action,
        confirmed: people.map((id) => ({ id })),
        letter: letter?.name ?? null,
        text: letter?.text.hash ?? null,
      },
      () => {
        const text = letter === undefined ? "" : `, to the fixed text of ${letter.name}`;
        return `${counted(people.length, "person has", "people have")} confirmed: ${action}${text}.`;
      },
    );
    if (action === SIGN && letter === undefined) {
      talk.note(
        'No letter\'s text is fixed yet, so no letter lists them: after "pledge letter freeze NAME", confirm again.',
      );
    }
    return exitCodes.done;
  });
