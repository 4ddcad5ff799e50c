/**
 * A handover: what one organizer gives to one other of the people of some teams, whole and with names, so that
 * somebody else can go on with them. `docs/handover-format.md`.
 */
import type { TeamKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { Signature } from "../letters/letter.ts";
import type { Told } from "../people/duplicates/told-codes.ts";
import type { Assessment, Person, PersonId } from "../people/person.ts";
import type { PledgeCode } from "../pledges/code.ts";
import type { Pledge } from "../pledges/pledge.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { CommitteeReference, Incarnation } from "../tallies/tally.ts";

/** What somebody is, without the texts in which an organizer may have written about anybody. */
export type HandedRecord = Omit<Person, "note" | "sharedNote" | "source" | "issues" | "team"> & {
  readonly team: TeamKey;
};

/** Everything that goes of one person. What hangs on her is as the vault has it, days included. */
export interface HandedPerson {
  readonly record: HandedRecord;
  /** Of records that became one with hers; sorted. */
  readonly otherCodes: readonly PledgeCode[];
  /** Of somebody who was two records; sorted by action, then code. */
  readonly told: readonly Told[];
  /** Oldest first. */
  readonly assessments: readonly Assessment[];
  /** Sorted by action. */
  readonly pledges: readonly Pledge[];
  /** Every change of them, the first one first. */
  readonly changes: readonly Pledge[];
  /** Sorted by text. */
  readonly signatures: readonly Signature[];
}

export interface Handover {
  readonly campaign: string;
  readonly committee: CommitteeReference;
  readonly from: Fingerprint;
  /** One: the member who takes it. */
  readonly to: readonly Fingerprint[];
  readonly incarnation: Incarnation;
  /** 1, 2, 3 ... of the writer's vault. */
  readonly number: number;
  readonly asOf: Day;
  /** Sorted. */
  readonly teams: readonly TeamKey[];
  /** Sorted by id. */
  readonly people: readonly HandedPerson[];
}

/**
 * The record as it leaves. Every member is named here, so that one which a person gets one day does not leave by itself.
 * `along` are those who go with her: nobody else is named by an id.
 */
export const handedRecord = (
  person: Person,
  team: TeamKey,
  along: ReadonlySet<PersonId>,
): HandedRecord => {
  const { alias, role, site, shift, employment, language, pronouns, leader, coveredBy } = person;
  return {
    id: person.id,
    code: person.code,
    addedOn: person.addedOn,
    name: person.name,
    team,
    contacts: person.contacts,
    doNotContact: person.doNotContact,
    supervisor: person.supervisor,
    supporter: person.supporter,
    consents: person.consents,
    elsewhere: person.elsewhere,
    ...(alias === undefined ? {} : { alias }),
    ...(role === undefined ? {} : { role }),
    ...(site === undefined ? {} : { site }),
    ...(shift === undefined ? {} : { shift }),
    ...(employment === undefined ? {} : { employment }),
    ...(language === undefined ? {} : { language }),
    ...(pronouns === undefined ? {} : { pronouns }),
    ...(leader === undefined ? {} : { leader }),
    ...(coveredBy === undefined || !along.has(coveredBy) ? {} : { coveredBy }),
  };
};

/** The person as a vault keeps her, under the id that she has there. */
export const personOfRecord = (record: HandedRecord, id: PersonId): Person => ({
  ...record,
  id,
  issues: [],
});
