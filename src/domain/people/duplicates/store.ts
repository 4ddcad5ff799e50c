import type { Signature } from "../../letters/letter.ts";
import type { PledgeCode } from "../../pledges/code.ts";
import type { PersonId } from "../person.ts";
import type { MergedPerson } from "./merge-people.ts";
import type { Told } from "./told-codes.ts";

/** What two records are as one: the member of both, and all that hangs on a person. */
export interface UnitedRecords extends Pick<
  MergedPerson,
  "person" | "history" | "assessments" | "pledges"
> {
  readonly signatures: readonly Signature[];
  readonly told: readonly Told[];
}

/** Which records are two people, and how two become one. */
export interface DuplicateStore {
  /** Pairs of which somebody said that they are two people, the smaller id first. */
  readonly apart: () => readonly (readonly [PersonId, PersonId])[];
  readonly keepApart: (one: PersonId, other: PersonId) => void;
  /** Nothing is said of the two any more. Gives whether something was. */
  readonly askAgain: (one: PersonId, other: PersonId) => boolean;
  /** Under which codes a person's actions are told; nothing for whoever was always one record. */
  readonly told: (person: PersonId) => readonly Told[];
  /** Codes that a person has besides her own, sorted. */
  readonly otherCodes: (person: PersonId) => readonly PledgeCode[];
  /** Gives somebody new the codes that she came with. */
  readonly keepCodes: (
    person: PersonId,
    codes: readonly PledgeCode[],
    told: readonly Told[],
  ) => void;
  /** As `unite`, with a record that came in a file and is in no vault of ours: `codes` are what it adds. */
  readonly uniteWithFile: (whole: UnitedRecords, codes: readonly PledgeCode[]) => void;
  /**
   * Makes `whole.person`'s record say all of this, and takes over whatever names `other`: whom she covers, from whom
   * she was told apart, her codes. Of `other` nothing is left but the record: remove it in the same transaction.
   */
  readonly unite: (whole: UnitedRecords, other: PersonId) => void;
}
