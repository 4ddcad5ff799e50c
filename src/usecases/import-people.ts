/** Takes a list of people in: what that would do, then all of it or nothing. */
import type { Campaign } from "../domain/campaign/campaign.ts";
import { employerLabel } from "../domain/campaign/employer-host.ts";
import type { Day } from "../domain/day.ts";
import { blankPerson } from "../domain/people/blank-person.ts";
import { changedPerson } from "../domain/people/changed-person.ts";
import { planImport } from "../domain/people/import/import-plan.ts";
import type { ImportPlan, Newcomer } from "../domain/people/import/import-plan.ts";
import type { Changeable } from "../domain/people/import/store.ts";
import type { VaultMovedOn } from "../domain/people/import/failures.ts";
import type { Mapping } from "../domain/people/import/mapping.ts";
import { unmarkedAtWork } from "../domain/people/person-faults.ts";
import type { Past, PersonInput } from "../domain/people/person-input.ts";
import { newPersonId } from "../domain/people/person.ts";
import type { Person, PersonId } from "../domain/people/person.ts";
import { newPledgeCode } from "../domain/pledges/code.ts";
import type { Progress, Randomness } from "../domain/ports.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Vault } from "../domain/vault/vault.ts";
import { recordPerson, recordSaid } from "./record-person.ts";
import type { RecordDeps } from "./record-person.ts";

interface Deps {
  readonly vault: Vault;
  readonly random: Randomness;
  readonly today: Day;
  readonly progress?: Progress;
}

export interface PlannedImport {
  readonly plan: ImportPlan;
  /** The vault that it was made for. */
  readonly generation: number;
}

/** Whoever was two records has more than one code: a row with any of them is hers. */
const withPresentCode = (vault: Vault, input: PersonInput): PersonInput => {
  const owner = input.code === undefined ? undefined : vault.people.byCode(input.code);
  return owner === undefined ? input : { ...input, code: owner.code };
};

/** Looks only. */
export const planPeople = (
  { vault, random, today }: Deps,
  inputs: readonly PersonInput[],
  keepWorkAddresses: boolean,
): PlannedImport => {
  const generation = vault.generation();
  const campaign: Campaign = vault.campaign.get();
  const everybody = vault.people.count() === 0 ? [] : vault.people.summaries();
  const deps = { campaign, today, keepWorkAddresses, newId: () => newPersonId(random) };
  const rows = inputs.map((input) => withPresentCode(vault, input));
  return { plan: planImport(deps, everybody, rows), generation };
};

const newcomer = ({ random, today }: Deps, { id, input, coverer }: Newcomer): Person =>
  changedPerson(
    blankPerson(id, input.code ?? newPledgeCode(random), input.day ?? today),
    input,
    coverer,
  );

/** What was said of somebody besides her record: most of a list says nothing of the kind. */
const saysMore = ({ assessment, actions, past }: PersonInput): boolean =>
  assessment !== undefined || actions !== undefined || past !== undefined;

/** A signature under a text that is not here would be one under nothing. */
const putPast = (vault: Vault, id: PersonId, past: Past): void => {
  vault.imports.putPast(past, id);
  const texts = new Set(vault.letters.all().map(({ frozen }) => frozen?.hash));
  for (const signature of past.signatures)
    if (texts.has(signature.text)) vault.letters.sign({ ...signature, person: id });
};

const stateOf = (vault: Vault, id: PersonId): Changeable => {
  const person = vault.people.byId(id);
  // The vault has not changed since the plan was made.
  if (person === undefined) throw new Error("a planned change is about nobody");
  return { person, pledges: vault.pledges.of(id) };
};

/** Does what was planned. `file` is the list's name; its mapping is kept for the next list like it. */
export const importPeople = (
  deps: Deps,
  { plan, generation }: PlannedImport,
  file: string,
  mapping?: Mapping,
): Result<void, VaultMovedOn> =>
  deps.vault.transaction(() => {
    const { vault, progress } = deps;
    if (vault.generation() !== generation) return fail({ type: "vault-moved-on" });
    const recording: RecordDeps = {
      ...deps,
      isUnmarkedAtWork: unmarkedAtWork(employerLabel(vault.campaign.get().employer)),
      text: vault.letters.current()?.frozen,
    };
    const more = plan.added.filter(({ input }) => saysMore(input));
    progress?.start("people", plan.added.length + more.length + plan.changed.length);
    try {
      const number = vault.imports.begin(deps.today, file);
      if (mapping !== undefined) vault.imports.keepMapping(mapping);
      vault.people.addAll(
        plan.added.map((one) => newcomer(deps, one)),
        number,
      );
      let done = plan.added.length;
      for (const { id, input } of more) {
        if (input.past === undefined) recordSaid(recording, id, input, true);
        else putPast(vault, id, input.past);
        progress?.step((done += 1));
      }
      for (const { person, input } of plan.changed) {
        const was = stateOf(vault, person.id);
        const recorded = recordPerson(recording, input, person);
        // What a plan holds was looked at; a fault here is ours.
        if (!recorded.ok) throw new Error("a planned change was refused");
        vault.imports.noteChange({ was, became: stateOf(vault, person.id) });
        progress?.step((done += 1));
      }
      vault.imports.end();
      return ok(undefined);
    } finally {
      progress?.stop();
    }
  });
