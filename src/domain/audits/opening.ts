/** What an organizer shows the auditors of the lines that were drawn: for whom a line stands, where she and the person agree to it. */
import type { Day } from "../day.ts";
import type { Fingerprint } from "../sealing/certificate.ts";
import type { Hash, Source } from "../tallies/tally.ts";

/** A line for which the auditors may ask. `place` counts the lines of the tally from 1. */
export interface OpenedLine {
  readonly outcome: "opened";
  readonly place: number;
  /** 16 bytes in base64url. */
  readonly salt: string;
  /** As it was sent. */
  readonly line: string;
  readonly name: string;
  /** RFC 9162 §2.1.3.1, from the foot upwards. */
  readonly path: readonly Hash[];
  /** How the auditors get at her, where the organizer said it. */
  readonly reach?: string;
}

/** Nobody has to say why. That somebody was erased, too, is only "not opened". */
export interface ClosedLine {
  readonly outcome: "declined" | "not-opened";
  readonly place: number;
}

export type AnsweredLine = OpenedLine | ClosedLine;

export interface Opening extends Source {
  readonly campaign: string;
  /** The auditors, sorted. */
  readonly to: readonly Fingerprint[];
  readonly seq: number;
  readonly root: Hash;
  /** The hash of the payload of the draw. */
  readonly draw: Hash;
  readonly asOf: Day;
  /** Every line that was drawn, sorted by place. */
  readonly lines: readonly AnsweredLine[];
}
