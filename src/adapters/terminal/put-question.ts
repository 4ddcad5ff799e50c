/**
 * One question on the terminal itself, whichever prompt puts it. Never leaves the terminal without echo or cursor, however the
 * question ends.
 */
import { Interrupted } from "../../domain/asking/ask.ts";
import type { Idle } from "../../domain/asking/ask.ts";
import { openControllingTerminal } from "./controlling-terminal.ts";
import type { ControllingTerminal } from "./controlling-terminal.ts";

export interface QuestionContext {
  readonly input: ControllingTerminal["input"];
  readonly output: ControllingTerminal["output"];
  readonly signal: AbortSignal;
}

/** Ctrl-D ends a choice at any time, but in a line only while nothing is typed (it deletes there). */
export type EndKey = "always" | "when-empty";

interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
}

const deadly = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const endedByPerson = (error: unknown): boolean =>
  error instanceof Error && (error.name === "ExitPromptError" || error.name === "AbortPromptError");

/** The prompts settle on Ctrl-C alone; everything else that ends a question is seen to here. */
const endOnLoss = (terminal: ControllingTerminal, endKey: EndKey, end: () => void): void => {
  const { input, output } = terminal;
  const endIfClosed = (): void => {
    // readline leaves raw mode when it closes, and only then (but for Ctrl-Z, below).
    if (!input.isRaw) end();
  };
  input.on("keypress", (_text: string | undefined, key: Key) => {
    if (key.ctrl !== true || key.name !== "d") return;
    if (endKey === "always") end();
    else queueMicrotask(endIfClosed);
  });
  // Coming back from Ctrl-Z, readline pauses the terminal in raw mode and waits to be asked again.
  input.on("pause", () => {
    queueMicrotask(() => {
      if (input.isRaw && !input.destroyed) input.resume();
    });
  });
  // A terminal that hangs up ends its input or fails to read or write. readline would throw then.
  input.removeAllListeners("error");
  input.on("error", end);
  input.on("end", end);
  output.on("error", end);
};

const lookEveryMs = 2000;

/** Tells and ends where no key is pressed for so long. Gives what stops the watch. */
export const watchIdle = (
  { input }: Pick<ControllingTerminal, "input">,
  idle: Idle | undefined,
  end: () => void,
): (() => void) => {
  if (idle === undefined) return () => {};
  let touched = Date.now();
  input.on("keypress", () => {
    touched = Date.now();
  });
  // A timer stands still while the machine sleeps; the clock on the wall does not.
  const timer = setInterval(
    () => {
      if (Date.now() - touched < idle.afterMs) return;
      clearInterval(timer);
      idle.expired();
      end();
    },
    Math.min(idle.afterMs, lookEveryMs),
  );
  return () => clearInterval(timer);
};

/** Puts one question on the terminal; throws `Interrupted` when the person ends it or the terminal goes away. */
export const putQuestion = async <T>(
  endKey: EndKey,
  put: (context: QuestionContext) => Promise<T>,
  idle?: Idle,
): Promise<T> => {
  const terminal = openControllingTerminal();
  if (terminal === undefined) throw new Interrupted();
  const stop = new AbortController();
  let received: NodeJS.Signals | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    received = signal;
    stop.abort();
  };
  for (const signal of deadly) process.on(signal, onSignal);
  let unwatch = (): void => {};
  try {
    const { input, output } = terminal;
    const answer = put({ input, output, signal: stop.signal });
    // Once readline listens, which it does at once.
    endOnLoss(terminal, endKey, () => stop.abort());
    unwatch = watchIdle(terminal, idle, () => stop.abort());
    return await answer;
  } catch (error) {
    throw endedByPerson(error) ? new Interrupted() : error;
  } finally {
    unwatch();
    await terminal.release();
    for (const signal of deadly) process.off(signal, onSignal);
    // The signal was held back only until the terminal was in order again.
    if (received !== undefined && received !== "SIGINT" && process.listenerCount(received) === 0) {
      process.kill(process.pid, received);
    }
  }
};
