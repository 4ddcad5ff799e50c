/**
 * stdout and stderr as the commands see them. Whoever ends the program must await `flushed`, never
 * `process.exit`: on a pipe that cuts what is written at 64 KiB.
 */

import { fstatSync, writeSync } from "node:fs";

/** Why nothing more arrives: the reader closed the pipe (`head`), or the system refused (ENOSPC). */
export type OutputFault =
  | { readonly type: "reader-gone" }
  | { readonly type: "write-failed"; readonly code: string };

export interface ProcessOutput {
  /** Dropped once there is a fault. */
  readonly write: (content: string | Uint8Array) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal, 80 where there is none. */
  readonly columns: number;
  /** Rows of the terminal; nothing where there is none, or where it does not say. */
  readonly rows?: number | undefined;
  /** The first fault, from then on. Settled once `flushed` has resolved. */
  readonly fault: () => OutputFault | undefined;
  /** Resolves when all that was written has reached the system or can no longer; never rejects. */
  readonly flushed: () => Promise<void>;
}

/** How long to wait for a slow reader before looking again, in milliseconds. */
const pause = 5;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Writes all of the bytes; waits where a pipe in non-blocking mode is full. Throws what the system throws. */
const writeFully = (descriptor: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(sleeper, 0, 0, pause);
    }
  }
};

/**
 * A file, pipe or socket, written to as it is. Node's own streams write to these just as
 * synchronously, and loading them takes 5 ms of every start (measured).
 */
const createDirectOutput = (descriptor: number): ProcessOutput => {
  let fault: OutputFault | undefined;
  return {
    write: (content) => {
      if (fault !== undefined) return;
      try {
        writeFully(
          descriptor,
          typeof content === "string" ? Buffer.from(content, "utf8") : content,
        );
      } catch (error) {
        fault = toFault(error as NodeJS.ErrnoException);
      }
    },
    isTerminal: false,
    columns: 80,
    fault: () => fault,
    flushed: () => Promise.resolve(),
  };
};

const isDevice = (descriptor: number): boolean => {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    // Closed: the stream knows what Node makes of that.
    return true;
  }
};

/** The output on a descriptor; `stream` gives Node's, which is asked for where it may be a terminal. */
export const openOutput = (descriptor: number, stream: () => NodeJS.WriteStream): ProcessOutput =>
  isDevice(descriptor) ? createOutput(stream()) : createDirectOutput(descriptor);

const toFault = (error: NodeJS.ErrnoException): OutputFault =>
  error.code === "EPIPE"
    ? { type: "reader-gone" }
    : { type: "write-failed", code: error.code ?? "unknown" };

/** Takes the stream over: from here on its errors are faults, not throws. */
export const createOutput = (stream: NodeJS.WriteStream): ProcessOutput => {
  let fault: OutputFault | undefined;
  let pending = 0;
  let waiting: (() => void)[] = [];
  const settle = (): void => {
    if (pending > 0 && fault === undefined) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const failed = (error: NodeJS.ErrnoException): void => {
    fault ??= toFault(error);
    settle();
  };
  stream.on("error", failed);
  return {
    write: (content) => {
      if (fault !== undefined) return;
      pending += 1;
      stream.write(content, (error) => {
        pending -= 1;
        if (error) failed(error);
        else settle();
      });
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns > 0 ? stream.columns : 80;
    },
    get rows() {
      return stream.rows > 0 ? stream.rows : undefined;
    },
    fault: () => fault,
    flushed: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        settle();
      }),
  };
};
