/** `pledge show`: one person, whole. */
import type { Person } from "../../domain/people/person.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { answerAside } from "../answer-aside.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { wholePerson, wholePersonJson } from "../render/person.ts";
import { withVault } from "../unlock.ts";
import { whichPerson } from "../which-person.ts";
import { wholePersonOf } from "../whole-person.ts";

/** Answers with everything about one person. */
export const showWhole = async (context: Context, vault: Vault, person: Person): Promise<void> => {
  const { world, talk } = context;
  const whole = wholePersonOf(vault, person, world.clock.today());
  const width = await world.textWidth();
  await answerAside(context, { v: 1, person: wholePersonJson(whole) }, () =>
    wholePerson(vault.campaign.get(), whole, { columns: talk.columns, width, paint: talk.paint }),
  );
};

export const show = (context: Context, reference?: string): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const person = await whichPerson(context, vault, reference);
    if (!person.ok) return context.talk.fail(person.failure);
    await showWhole(context, vault, person.value);
    return exitCodes.done;
  });
