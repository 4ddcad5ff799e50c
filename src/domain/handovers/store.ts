/** What a vault keeps of handovers: those that it gave, who is gone by them, and those that it took. */
import type { Handle, TeamKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { PersonId } from "../people/person.ts";
import type { PledgeCode } from "../pledges/code.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Hash } from "../tallies/tally.ts";

/** `given`: the people are the receiver's. Else nobody is gone by it any more. */
export type HandoverState = "given" | "taken-back" | "erased";

export interface GivenHandover {
  readonly number: number;
  /** Of the payload. */
  readonly sha256: Hash;
  readonly reader: Fingerprint;
  /** As the committee file called the reader on that day. */
  readonly handle: Handle;
  readonly teams: readonly TeamKey[];
  /** How many were in the file. */
  readonly people: number;
  readonly givenOn: Day;
  readonly state: HandoverState;
  /** The day on which it was taken back, or its people erased. */
  readonly endedOn?: Day;
}

export interface TakenHandover {
  readonly sha256: Hash;
  readonly writer: Fingerprint;
  readonly handle: Handle;
  readonly people: number;
  readonly takenOn: Day;
}

/** To whom somebody was handed over, and on what day. */
export interface HandedTo {
  readonly to: Handle;
  readonly on: Day;
}

export interface HandoverStore {
  /** The first one first. */
  readonly given: () => readonly GivenHandover[];
  /** Keeps it, and marks the people as gone by it. */
  readonly give: (
    handover: Omit<GivenHandover, "state" | "endedOn">,
    people: readonly PersonId[],
  ) => void;
  /** Nobody is gone by it any more. */
  readonly end: (number: number, state: Exclude<HandoverState, "given">, on: Day) => void;
  /** Forgets one whose file was never written. */
  readonly drop: (number: number) => void;
  /** Everybody who is gone, with the number of the handover. */
  readonly gone: () => ReadonlyMap<PersonId, number>;
  /** Where somebody went; nothing for whoever is ours. */
  readonly goneTo: (person: PersonId) => HandedTo | undefined;
  /** All codes of everybody who is gone. */
  readonly goneCodes: () => readonly PledgeCode[];
  /** She is ours again. Gives whether she was gone. */
  readonly comeBack: (person: PersonId) => boolean;
  /** The first one first. */
  readonly taken: () => readonly TakenHandover[];
  /** `cameWith` is the number of the import by which it can be taken back, where it can. */
  readonly take: (handover: TakenHandover, cameWith?: number) => void;
}
