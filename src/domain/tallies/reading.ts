/** A sealed file that was opened, and read as far as the file alone goes: all that needs no vault, so that another core can do it. */
import type { PayloadFault } from "../sealing/payload.ts";
import type { Unsealed } from "../sealing/ports.ts";
import type { UnsealFailure } from "../sealing/failures.ts";
import type { Result } from "../result.ts";
import type { KeptLines } from "./kept-lines.ts";
import type { Hash, TallyHeader } from "./tally.ts";

/** A tally whose every line was checked. */
export interface ReadTally {
  readonly header: TallyHeader;
  /** The first line, as it is written. */
  readonly head: string;
  readonly people: number;
  readonly lines: KeptLines;
}

export interface ReadFile extends Unsealed {
  /** Of the payload. */
  readonly sha256: Hash;
  /** Of what says that it is a tally. */
  readonly tally?: Result<ReadTally, PayloadFault>;
}

export type ReadSealed = (
  file: Uint8Array,
  secret: Uint8Array,
) => Promise<Result<ReadFile, UnsealFailure>>;

/** Reads several files at once. */
export interface ReadAhead {
  readonly read: ReadSealed;
  /** How many are worth being given before the first one is there. */
  readonly atOnce: number;
  /** Gives back what it takes to read several at once; what is read afterwards is read one at a time. */
  readonly end: () => Promise<void>;
}
