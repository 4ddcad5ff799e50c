/** `pledge show`: one person, whole. */
import type { Day } from "../../domain/day.ts";
import { findPerson } from "../../domain/people/find-person.ts";
import type { Person } from "../../domain/people/person.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { wholePerson, wholePersonJson } from "../render/person.ts";
import type { WholePerson } from "../render/person.ts";
import { withVault } from "../unlock.ts";

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

export const show = (context: Context, reference: string): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const person = findPerson(vault.people, reference);
    if (!person.ok) return talk.fail(person.failure);
    const whole = wholeOf(vault, person.value, world.clock.today());
    const width = await world.textWidth();
    talk.answer({ v: 1, person: wholePersonJson(whole) }, () =>
      wholePerson(vault.campaign.get(), whole, { columns: talk.columns, width, paint: talk.paint }),
    );
    return exitCodes.done;
  });
