import type { TeamKey } from "../campaign/campaign.ts";
import type { HandedTo } from "../handovers/store.ts";
import type { Day } from "../day.ts";
import type { Pledge } from "../pledges/pledge.ts";
import type { PledgeCode } from "../pledges/code.ts";
import type { Told } from "./duplicates/told-codes.ts";
import type { Assessment, Level, Person, PersonId } from "./person.ts";
import type { SoughtWord } from "./sought.ts";

/** A person with what she said and where she stands. */
export interface PersonSummary {
  readonly person: Person;
  readonly assessment?: Level;
  /** The day of that assessment. */
  readonly assessedOn?: Day;
  readonly pledges: readonly Pledge[];
}

/** A person as far as lists go, which may be of very many. */
export interface ListedPerson extends Omit<PersonSummary, "person"> {
  readonly person: Pick<
    Person,
    "id" | "name" | "alias" | "team" | "role" | "coveredBy" | "supervisor" | "supporter" | "addedOn"
  >;
  readonly handedOver?: HandedTo;
  /** What a search looks through: see `soughtOf`. */
  readonly sought: string;
}

/** What a vault can go by when it reads only some of the people; see `PeopleChoice`. */
export interface PeopleSieve {
  readonly team?: TeamKey;
  readonly words?: readonly SoughtWord[];
}

/** A person as far as finding her goes. */
export interface FindablePerson extends Pick<Person, "id" | "name" | "alias" | "team"> {
  /** See `ListedPerson`. */
  readonly sought: string;
}

/** A person as far as tallies and counts go. */
export interface PledgingPerson {
  readonly person: Pick<Person, "id" | "name" | "code" | "team" | "supervisor" | "supporter">;
  readonly pledges: readonly Pick<Pledge, "action" | "condition" | "state">[];
  /** Of somebody who was two records. */
  readonly told?: readonly Told[];
}

/** People and what we think of their stand. */
export interface PeopleStore {
  readonly add: (person: Person) => void;
  /** Many at once, who came with the import of that number; whom they name in `coveredBy` may be among them. */
  readonly addAll: (people: readonly Person[], cameWith: number) => void;
  /** Replaces everything but id, code and assessments. */
  readonly update: (person: Person) => void;
  readonly byId: (id: PersonId) => Person | undefined;
  /** By a code of hers, that of a record which became one with hers included. */
  readonly byCode: (code: PledgeCode) => Person | undefined;
  /** Everybody whom a prefix of an id or a whole alias names; at most three, enough to say "ambiguous". */
  readonly named: (reference: string) => readonly Person[];
  /** People with this name, without regard to case, and this team. */
  readonly sameName: (name: string, team: TeamKey | undefined) => readonly Person[];
  readonly aliasTaken: (alias: string, by?: PersonId) => boolean;
  /** Everybody with pledges and the latest assessment, ordered by name without case and accents. */
  readonly summaries: () => readonly PersonSummary[];
  /** Everybody, or whoever the sieve keeps, ordered by `sought`, so by name. */
  readonly listed: (sieve?: PeopleSieve) => readonly ListedPerson[];
  /** Everybody, in the same order. */
  readonly findable: () => readonly FindablePerson[];
  /** Everybody who was not handed over, in no order: for tallies and counts, in half the time of `summaries`. */
  readonly pledging: () => readonly PledgingPerson[];
  readonly count: () => number;
  /** Counted people of ours by the day of the latest assessment; without a day those who have none, or level 0. */
  readonly assessedOn: () => readonly { readonly day?: Day; readonly people: number }[];
  readonly assess: (id: PersonId, assessment: Assessment) => void;
  /** Oldest first. */
  readonly assessments: (id: PersonId) => readonly Assessment[];
  /** Takes every name and what leads to one out of the vault, and leaves what is counted. Call `Vault.scrub` afterwards. */
  readonly purgeNames: () => void;
  /** Removes the person and everything that hangs on her. Call `Vault.scrub` afterwards. */
  readonly remove: (id: PersonId) => void;
}
