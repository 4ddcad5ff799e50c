import type { Brand } from "../brand.ts";
import type { TeamKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { PledgeCode } from "../pledges/code.ts";
import type { Randomness } from "../ports.ts";

/** Eight letters from `a` to `z` without `l` and `o`: 37 random bits, easy to read aloud. */
export type PersonId = Brand<string, "PersonId">;

export interface Contact {
  readonly kind: "signal" | "phone" | "email" | "other";
  readonly value: string;
  /** The employer runs it, and may read what goes there. */
  readonly atWork?: true;
}

/** By whom the person is employed; `unsure` was asked about, no value was not. */
export type Employment = "employee" | "contractor" | "intern" | "unsure";

/** What a person does for the campaign: sits on the committee, helps it, is followed by others, or speaks up. */
export type LeaderRole = "committee" | "helper" | "leader" | "activist";

/** What a person agreed to, and when: "to be called at home". */
export interface Consent {
  readonly to: string;
  readonly on: Day;
}

/** Whether the person is a supervisor: `yes` and `unsure` are kept out of every count (NLRA section 2(11)). */
export type Supervisor = "yes" | "no" | "unsure";

/** A coworker. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** A word that stands for the person on the command line instead of the name. */
  readonly alias?: string;
  readonly team?: TeamKey;
  readonly role?: string;
  readonly site?: string;
  readonly shift?: string;
  readonly employment?: Employment;
  /** BCP 47: the one to speak to them in. */
  readonly language?: string;
  readonly pronouns?: string;
  readonly contacts: readonly Contact[];
  /** They said that nobody should write or call. */
  readonly doNotContact: boolean;
  readonly leader?: LeaderRole;
  /** Who keeps in touch with them. Without one, nobody does. */
  readonly coveredBy?: PersonId;
  readonly supervisor: Supervisor;
  /** Outside the unit: counted apart, listed apart. */
  readonly supporter: boolean;
  /** What moves them, a word or two each. */
  readonly issues: readonly string[];
  /** For this organizer alone: never leaves the vault but in a backup. */
  readonly note?: string;
  /** For the committee, as an export has it. No handover takes it along: texts may name anybody. */
  readonly sharedNote?: string;
  /** Where this is known from: "sign-up sheet". */
  readonly source?: string;
  readonly consents: readonly Consent[];
  /** What other systems call them, as `system:id`: "zetkin:41". A list that is taken in again finds them by it. */
  readonly elsewhere: readonly string[];
  readonly code: PledgeCode;
  readonly addedOn: Day;
}

/** 1 organizes others ... 5 opposed. "Not assessed" is the absence of an assessment, never 3. */
export type Level = 1 | 2 | 3 | 4 | 5;

export const levels: readonly Level[] = [1, 2, 3, 4, 5];

export type Basis = "conversation" | "action" | "hearsay";

/** An organizer's judgement of a person on a day; never overwritten, only followed by another. */
export interface Assessment {
  readonly level: Level;
  readonly basis: Basis;
  readonly day: Day;
}

const letters = "abcdefghijkmnpqrstuvwxyz";

/** A new id. Rejects bytes of 240 and above, so that each of the 24 letters is equally likely. */
export const newPersonId = (random: Randomness): PersonId => {
  let id = "";
  while (id.length < 8) {
    for (const byte of random.bytes(16)) {
      if (byte < 240 && id.length < 8) id += letters[byte % 24];
    }
  }
  return id as PersonId;
};

/** Whether somebody counts as a worker of the unit. */
export const isCounted = (person: Pick<Person, "supervisor" | "supporter">): boolean =>
  person.supervisor === "no" && !person.supporter;
