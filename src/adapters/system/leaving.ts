/**
 * What has to be undone when the process ends before its time: on exit, Ctrl-C, a hang-up, `kill`.
 * Listens to signals only while something is pending, since a listener takes away their default.
 */
type Undo = () => void;

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

// One per process, as its signals are.
const pending = new Set<Undo>();

const undoAll = (): void => {
  for (const undo of pending) {
    pending.delete(undo);
    try {
      undo();
    } catch {
      // Nobody is left to tell, and the rest has to be undone all the same.
    }
  }
};

const listen = (): void => {
  process.on("exit", undoAll);
  for (const signal of signals) process.on(signal, leave);
};

const unlisten = (): void => {
  process.off("exit", undoAll);
  for (const signal of signals) process.off(signal, leave);
};

const leave = (signal: NodeJS.Signals): void => {
  undoAll();
  unlisten();
  // Ends as it would have ended without us, unless somebody else has taken charge of the signal.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
};

/** Runs `undo` when the process ends, synchronously; gives what calls that off. */
export const whenLeaving = (undo: Undo): (() => void) => {
  if (pending.size === 0) listen();
  pending.add(undo);
  return () => {
    if (pending.delete(undo) && pending.size === 0) unlisten();
  };
};
