/** Makes one record of two that are one person. Nothing that either says is lost, and no count rises. */
import { SIGN } from "../domain/campaign/campaign.ts";
import type { Signature } from "../domain/letters/letter.ts";
import { tooMuchOf } from "../domain/people/duplicates/merge-limits.ts";
import type { MergeTooMuch } from "../domain/people/duplicates/merge-limits.ts";
import { mergePeople } from "../domain/people/duplicates/merge-people.ts";
import type { MergedPerson, WholePerson } from "../domain/people/duplicates/merge-people.ts";
import type { UnitedRecords } from "../domain/people/duplicates/store.ts";
import { unitedTold } from "../domain/people/duplicates/told-codes.ts";
import type { Person, PersonId } from "../domain/people/person.ts";
import { isLive } from "../domain/pledges/pledge.ts";
import type { Pledge } from "../domain/pledges/pledge.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import type { Vault } from "../domain/vault/vault.ts";

export type MergeFailure =
  | MergeTooMuch
  /** Another pledge erased one of them meanwhile. */
  | { readonly type: "person-not-found" };

export interface PlannedMerge extends UnitedRecords, Pick<MergedPerson, "taken" | "differences"> {}

/** A record with the texts that it signed. */
export type SignedRecord = WholePerson & { readonly signatures: readonly Signature[] };

export const wholeOf = (vault: Vault, person: Person): SignedRecord => ({
  person,
  pledges: vault.pledges.of(person.id),
  history: vault.pledges.history(person.id),
  assessments: vault.people.assessments(person.id),
  signatures: vault.letters.signaturesOf(person.id),
});

const standOf = (pledges: readonly Pledge[]): Pledge["state"] | undefined =>
  pledges.find(({ action }) => action === SIGN)?.state;

const isLiveSign = (pledges: readonly Pledge[]): boolean => {
  const state = standOf(pledges);
  return state !== undefined && isLive(state);
};

/**
 * The signatures of both, each text once, from its first day. Where the merged pledge stands, only those of records
 * whose own stood: a letter must not list a signature again that had lapsed. Taken back, none, as after `withdraw`.
 */
export const unitedSignatures = (
  records: readonly SignedRecord[],
  { person, pledges }: Pick<MergedPerson, "person" | "pledges">,
): readonly Signature[] => {
  if (standOf(pledges) === "withdrawn") return [];
  const live = isLiveSign(pledges);
  const all = records
    .filter((record) => !live || isLiveSign(record.pledges))
    .flatMap(({ signatures }) => signatures)
    .toSorted((a, b) => Number(b.signedOn > a.signedOn) - Number(b.signedOn < a.signedOn));
  // The earliest of a text comes last and stays in the map.
  return [...new Map(all.map((one) => [one.text, { ...one, person: person.id }])).values()];
};

/** What the two would be as one. Looks only. */
export const planMerge = (
  vault: Vault,
  kept: PersonId,
  other: PersonId,
): Result<PlannedMerge, MergeFailure> => {
  const [mine, theirs] = [vault.people.byId(kept), vault.people.byId(other)];
  if (mine === undefined || theirs === undefined) return fail({ type: "person-not-found" });
  const [one, two] = [wholeOf(vault, mine), wholeOf(vault, theirs)];
  const merged = mergePeople(one, two, vault.campaign.get().unit.size);
  const members = tooMuchOf(merged.person);
  if (members.length > 0) return fail({ type: "merge-too-much", members });
  const telling = ({ person: { id, code }, pledges }: WholePerson) => ({
    code,
    pledges,
    told: vault.duplicates.told(id),
  });
  return ok({
    ...merged,
    signatures: unitedSignatures([one, two], merged),
    told: unitedTold(telling(one), telling(two)),
  });
};

/** Does it, all or nothing; returns when nothing of the other record is left in the vault's file. */
export const mergeRecords = (
  vault: Vault,
  kept: PersonId,
  other: PersonId,
): Result<PlannedMerge, MergeFailure> => {
  const done = vault.transaction((): Result<PlannedMerge, MergeFailure> => {
    const planned = planMerge(vault, kept, other);
    if (!planned.ok) return planned;
    vault.duplicates.unite(planned.value, other);
    vault.people.remove(other);
    return planned;
  });
  if (done.ok) vault.scrub();
  return done;
};
