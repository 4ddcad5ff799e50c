/** Audits in the vault: the round that we draw with others, what came of those drawn, and what we were asked to open. */
import type { Day } from "../day.ts";
import type { PersonId } from "../people/person.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { CommitteeReference, Hash, Source } from "../tallies/tally.ts";
import type { SpokenWords } from "./draw.ts";
import type { Round, RoundSource } from "./round.ts";

/** Another auditor, as far as we have heard her. */
export interface Heard {
  readonly member: Fingerprint;
  readonly promise: SpokenWords;
  readonly words?: SpokenWords;
}

/** The round that we began last. */
export interface BegunRound {
  readonly round: Round;
  /** Ours: fixed before anybody else's are typed. */
  readonly words: SpokenWords;
  /** None until everybody's promise was heard; who is in it stays from then on. */
  readonly heard: readonly Heard[];
  readonly begunOn: Day;
}

/** `opened` is without her code yet; `shown` is with it. */
export type LineOutcome = "not-opened" | "declined" | "opened" | "shown";

/** A line that we have drawn. It names nobody. */
export interface DrawnLine {
  readonly place: number;
  /** As it was sent. */
  readonly line: string;
  readonly outcome: LineOutcome;
}

export interface DrawnSource extends Omit<RoundSource, "live"> {
  /** Sorted by place. */
  readonly lines: readonly DrawnLine[];
}

/** What came of a source that was drawn: numbers, and nobody's name or code. */
export interface AuditResult extends Source {
  readonly draw: Hash;
  readonly seq: number;
  /** The number of the committee file. */
  readonly committee: number;
  readonly on: Day;
  readonly drawn: number;
  readonly shown: number;
  readonly declined: number;
  /** Opened, but without a code that fits. */
  readonly unconfirmed: number;
  readonly notOpened: number;
}

export type Answer = "yes" | "declined" | "not-yet";

/** Somebody of ours who was drawn. Gone with the person. */
export interface AuditedPerson {
  readonly place: number;
  readonly person: PersonId;
  readonly line: string;
  /** 16 bytes. */
  readonly salt: Uint8Array;
  readonly path: readonly Hash[];
  readonly answer: Answer;
  readonly reach?: string;
}

/** A draw over a tally of ours. */
export interface TakenDraw {
  readonly draw: Hash;
  readonly committee: CommitteeReference;
  readonly seq: number;
  readonly root: Hash;
  /** All places that were drawn, ascending. */
  readonly places: readonly number[];
  readonly takenOn: Day;
  /** How many names have gone out. */
  readonly opened: number;
}

export interface AuditStore {
  readonly begun: () => BegunRound | undefined;
  readonly saveBegun: (begun: BegunRound) => void;
  /** A draw with all its lines, of which nothing is opened yet. The lines of draws before it go, their numbers stay. */
  readonly keepDraw: (
    draw: Hash,
    committee: number,
    on: Day,
    sources: readonly DrawnSource[],
  ) => void;
  /** Nothing for a draw, or a source, of which no lines are kept. */
  readonly drawn: (draw: Hash, source: Source) => DrawnSource | undefined;
  /** What became of each line of the source, by place. */
  readonly note: (draw: Hash, source: Source, outcomes: ReadonlyMap<number, LineOutcome>) => void;
  /** In the order in which they were drawn. */
  readonly results: () => readonly AuditResult[];
  /** The draw over a tally of ours by that number of the committee file. */
  readonly taken: (committee: Hash) => TakenDraw | undefined;
  /** All of them, the first one first. */
  readonly allTaken: () => readonly TakenDraw[];
  /** In the place of another one by the same number of the committee file; people of earlier draws are kept no longer. */
  readonly take: (draw: TakenDraw, people: readonly AuditedPerson[]) => void;
  /** Of the draw that was taken last, sorted by place. */
  readonly people: () => readonly AuditedPerson[];
  readonly answer: (place: number, answer: Answer, reach: string | undefined) => void;
  /** How many names are in the last opening that was written for it. */
  readonly noteOpened: (committee: Hash, names: number) => void;
}
