/** What is kept of lists that were taken in: what their columns mean, and of the last one how to take it back. */
import type { ActionKey } from "../../campaign/campaign.ts";
import type { Day } from "../../day.ts";
import type { Pledge } from "../../pledges/pledge.ts";
import type { Past } from "../person-input.ts";
import type { Person, PersonId } from "../person.ts";
import type { Nameable } from "../../retention/mentions.ts";
import type { Mapping } from "./mapping.ts";

/** A person as far as a list can change her. */
export interface Changeable {
  readonly person: Person;
  readonly pledges: readonly Pledge[];
}

/** Somebody whom the import changed, before and right after it. */
export interface ImportedChange {
  readonly was: Changeable;
  readonly became: Changeable;
}

export interface LastImport {
  readonly day: Day;
  /** The name of the file, without its folder. */
  readonly file: string;
  /** How many people it brought who are still there. */
  readonly added: number;
  readonly changed: readonly ImportedChange[];
  /** Of those whom it brought, the ones of whom something was noted later. */
  readonly editedSince: readonly Person[];
  /** Others, whom somebody of those it brought covers by now. */
  readonly coveredSince: readonly Person[];
}

export interface ImportStore {
  readonly last: () => LastImport | undefined;
  /** Begins another one, which takes the place of the last; gives its number. What is written until `end` belongs to it. */
  readonly begin: (day: Day, file: string) => number;
  readonly noteChange: (change: ImportedChange) => void;
  readonly end: () => void;
  /** Gives somebody new the past that a file tells of, as it was. */
  readonly putPast: (
    past: Pick<Past, "assessments" | "changes" | "pledges">,
    person: PersonId,
  ) => void;
  /** Everybody whom the last one brought and who is still there. */
  readonly added: () => readonly (Nameable & { readonly id: PersonId })[];
  /** Takes out everybody whom the last one brought. Call `Vault.scrub` afterwards. */
  readonly removeAdded: () => void;
  /** Puts somebody back whom it changed: her record, pledges as rows without a change of today, and `dropped` ones gone; its judgement and changes of pledges are struck out. */
  readonly putBack: (now: Changeable, dropped: readonly ActionKey[]) => void;
  /** Forgets the last one. */
  readonly clear: () => void;
  readonly mappingFor: (header: readonly string[]) => Mapping | undefined;
  readonly keepMapping: (mapping: Mapping) => void;
}
