/** `pledge show`: one person, whole. */
import type { Day } from "../../domain/day.ts";
import type { Person } from "../../domain/people/person.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { answerAside } from "../answer-aside.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { wholePerson, wholePersonJson } from "../render/person.ts";
import type { WholePerson } from "../render/person.ts";
import { withVault } from "../unlock.ts";
import { whichPerson } from "../which-person.ts";

const wholeOf = (vault: Vault, person: Person, today: Day): WholePerson => {
  const assessments = vault.people.assessments(person.id);
  const latest = assessments.at(-1)?.level;
  const letters = vault.letters.all();
  const coverer = person.coveredBy === undefined ? undefined : vault.people.byId(person.coveredBy);
  return {
    person,
    today,
    ...(coverer === undefined ? {} : { coverer }),
    assessments,
    changes: vault.pledges.history(person.id),
    ...(latest === undefined ? {} : { assessment: latest }),
    pledges: vault.pledges.of(person.id),
    signatures: vault.letters.signaturesOf(person.id).map((signature) => {
      const letter = letters.find(({ frozen }) => frozen?.hash === signature.text);
      return { ...signature, ...(letter === undefined ? {} : { letter: letter.name }) };
    }),
  };
};

/** Answers with everything about one person. */
export const showWhole = async (context: Context, vault: Vault, person: Person): Promise<void> => {
  const { world, talk } = context;
  const whole = wholeOf(vault, person, world.clock.today());
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
