/** Takes a handover in: everything or nothing, with every day and every step as it was. */
import type { Day } from "../../domain/day.ts";
import { personOfRecord } from "../../domain/handovers/handover.ts";
import type { HandedPerson } from "../../domain/handovers/handover.ts";
import { uniteHanded } from "../../domain/handovers/unite-handed.ts";
import { tooMuchOf } from "../../domain/people/duplicates/merge-limits.ts";
import type { MergeTooMuch } from "../../domain/people/duplicates/merge-limits.ts";
import { unitedTold } from "../../domain/people/duplicates/told-codes.ts";
import type { VaultMovedOn } from "../../domain/people/import/failures.ts";
import { newPersonId } from "../../domain/people/person.ts";
import type { Person, PersonId } from "../../domain/people/person.ts";
import type { Progress, Randomness } from "../../domain/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { unitedSignatures, wholeOf } from "../merge-people.ts";
import { textsHere } from "./plan-handover.ts";
import type { Placed, PlannedTake } from "./plan-handover.ts";

export interface TakeDeps {
  readonly vault: Vault;
  readonly random: Randomness;
  readonly today: Day;
  readonly progress?: Progress;
}

/** Who everybody of the file is here: whom another vault knew by an id keeps it, unless somebody has it. */
const idsHere = (
  { vault, random }: TakeDeps,
  people: readonly Placed[],
): ReadonlyMap<PersonId, PersonId> => {
  const given = new Set<PersonId>();
  const isFree = (id: PersonId): boolean => !given.has(id) && vault.people.byId(id) === undefined;
  return new Map(
    people.map(({ handed: { record }, known }) => {
      if (known !== undefined) return [record.id, known];
      let { id } = record;
      while (!isFree(id)) id = newPersonId(random);
      given.add(id);
      return [record.id, id];
    }),
  );
};

interface Taking {
  readonly deps: TakeDeps;
  readonly ids: ReadonlyMap<PersonId, PersonId>;
  readonly texts: ReadonlySet<string>;
}

/** The person under her id here, without an alias that somebody else has. */
const personHere = ({ deps, ids }: Taking, { record }: HandedPerson, id: PersonId): Person => {
  const { alias, coveredBy, ...rest } = personOfRecord(record, id);
  const cover = coveredBy === undefined ? undefined : ids.get(coveredBy);
  const isFree = alias !== undefined && !deps.vault.people.aliasTaken(alias, id);
  return {
    ...rest,
    ...(isFree ? { alias } : {}),
    ...(cover === undefined || cover === id ? {} : { coveredBy: cover }),
  };
};

/** What hangs on somebody new. */
const putBelongings = (
  { deps: { vault }, texts }: Taking,
  { assessments, changes, pledges, signatures, otherCodes, told }: HandedPerson,
  id: PersonId,
): void => {
  vault.imports.putPast({ assessments, changes, pledges }, id);
  for (const signature of signatures)
    if (texts.has(signature.text)) vault.letters.sign({ ...signature, person: id });
  vault.duplicates.keepCodes(id, otherCodes, told);
};

/** Makes one of what is here and what the file says. */
const unite = (taking: Taking, handed: HandedPerson, id: PersonId): Result<void, MergeTooMuch> => {
  const { vault } = taking.deps;
  const present = vault.people.byId(id);
  // The vault has not changed since the plan was made.
  if (present === undefined) throw new Error("a planned change is about nobody");
  const ours = wholeOf(vault, present);
  const person = personHere(taking, handed, id);
  const { pledges, changes: history, assessments } = handed;
  const signatures = handed.signatures.filter(({ text }) => taking.texts.has(text));
  const theirs = { person, pledges, history, assessments, signatures };
  const merged = uniteHanded(ours, theirs, vault.campaign.get().unit.size);
  const members = tooMuchOf(merged.person);
  if (members.length > 0) return fail({ type: "merge-too-much", members });
  const codes = [handed.record.code, ...handed.otherCodes].filter((code) => code !== present.code);
  vault.duplicates.uniteWithFile(
    {
      ...merged,
      signatures: unitedSignatures([ours, theirs], merged),
      told: unitedTold(
        { code: present.code, pledges: ours.pledges, told: vault.duplicates.told(id) },
        { code: handed.record.code, pledges, told: handed.told },
      ),
    },
    codes,
  );
  vault.handovers.comeBack(id);
  return ok(undefined);
};

/**
 * Does what was planned. Where everybody was new, `undo` can take it back. Fails with `vault-moved-on` where something was
 * written since the plan, and with `merge-too-much` where a united record would hold more than one can.
 */
export const takeHandover = (
  deps: TakeDeps,
  { opened, people, known, generation }: PlannedTake,
): Result<void, VaultMovedOn | MergeTooMuch> =>
  deps.vault.transaction((): Result<void, VaultMovedOn | MergeTooMuch> => {
    const { vault, progress, today } = deps;
    if (vault.generation() !== generation) return fail({ type: "vault-moved-on" });
    const { handover, from, sha256 } = opened;
    const taking: Taking = { deps, ids: idsHere(deps, people), texts: textsHere(vault) };
    const idOf = ({ record }: HandedPerson): PersonId => taking.ids.get(record.id) ?? record.id;
    const newcomers = people.filter((one) => one.known === undefined);
    progress?.start("people", people.length);
    try {
      const number = vault.imports.begin(today, `handover of ${from.handle}, ${handover.asOf}`);
      vault.people.addAll(
        newcomers.map(({ handed }) => personHere(taking, handed, idOf(handed))),
        number,
      );
      for (const [index, { handed }] of newcomers.entries()) {
        putBelongings(taking, handed, idOf(handed));
        progress?.step(index + 1);
      }
      for (const { handed, known: id } of people) {
        if (id === undefined) continue;
        const united = unite(taking, handed, id);
        if (!united.ok) return united;
      }
      vault.imports.end();
      // What two records say together cannot be told apart again, so nothing of it is taken back.
      if (known > 0) vault.imports.clear();
      vault.handovers.take(
        {
          sha256,
          writer: from.fingerprint,
          handle: from.handle,
          people: people.length,
          takenOn: today,
        },
        known > 0 ? undefined : number,
      );
      return ok(undefined);
    } finally {
      progress?.stop();
    }
  });
