/**
 * stdout and stderr as the commands see them. Whoever ends the program must await `flushed`, never
 * `process.exit`: on a pipe that cuts what is written at 64 KiB.
 */

/** Why nothing more arrives: the reader closed the pipe (`head`), or the system refused (ENOSPC). */
export type OutputFault =
  | { readonly type: "reader-gone" }
  | { readonly type: "write-failed"; readonly code: string };

export interface ProcessOutput {
  /** Dropped once there is a fault. */
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal, 80 where there is none. */
  readonly columns: number;
  /** The first fault, from then on. Settled once `flushed` has resolved. */
  readonly fault: () => OutputFault | undefined;
  /** Resolves when all that was written has reached the system or can no longer; never rejects. */
  readonly flushed: () => Promise<void>;
}

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
    write: (text) => {
      if (fault !== undefined) return;
      pending += 1;
      stream.write(text, (error) => {
        pending -= 1;
        if (error) failed(error);
        else settle();
      });
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns > 0 ? stream.columns : 80;
    },
    fault: () => fault,
    flushed: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        settle();
      }),
  };
};
