/**
 * Questions to the person at the terminal. They are asked on the terminal itself, never on stdin
 * or stdout, so that what is piped in is never taken for something a person typed.
 */

/** Thrown by a question when the person presses Ctrl-C or Ctrl-D, or the terminal goes away. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

export interface NoTerminal {
  readonly type: "no-terminal";
  /** The option to use instead: "--from FILE". */
  readonly instead: string;
}

export interface Choice<T> {
  readonly value: T;
  readonly label: string;
}

/** What fits what was typed: as many as there is room for, the best first, and how many more there are. */
export interface Found<T> {
  readonly choices: readonly Choice<T>[];
  readonly more: number;
}

/** `true`, or what is wrong with the answer and how to put it right; shown under the question. */
export type Check = (answer: string) => true | string;

/** Ends every question at which no key is pressed for so long, as Ctrl-C does; `expired` is told first. */
export interface Idle {
  readonly afterMs: number;
  readonly expired: () => void;
}

/** A command line as it was typed, and its words: quotation marks keep several together. */
export interface TypedLine {
  readonly text: string;
  /** Nothing where a quotation mark is left open. */
  readonly words: readonly string[] | undefined;
}

/** One question at a time. Each throws `Interrupted`; none fails in another way. */
export interface Ask {
  /** A line above the next question: context, never an answer. */
  readonly say: (text: string) => void;
  /** What was typed, as it was typed; Enter alone takes what is offered, else it is empty. */
  readonly line: (question: {
    readonly message: string;
    readonly offered?: string;
    readonly check?: Check;
  }) => Promise<string>;
  /** Shows nothing of what is typed, not even how long it is. */
  readonly secret: (question: {
    readonly message: string;
    readonly check?: Check;
  }) => Promise<string>;
  readonly yes: (question: {
    readonly message: string;
    readonly offered: boolean;
  }) => Promise<boolean>;
  /** One of the choices; there must be at least one. */
  readonly one: <T>(question: {
    readonly message: string;
    readonly choices: readonly Choice<T>[];
    readonly offered?: T;
  }) => Promise<T>;
  /** Any number of the choices, none included, in the order in which they stand; there must be at least one to choose from. */
  readonly several: <T>(question: {
    readonly message: string;
    readonly choices: readonly Choice<T>[];
    readonly offered?: readonly T[];
  }) => Promise<readonly T[]>;
  /**
   * A command line. Ctrl-C empties it, and Ctrl-D ends it as Ctrl-C ends other questions. `earlier` are lines to go back to, the
   * latest first; `complete` gives what the last word may become.
   */
  readonly command: (question: {
    readonly message: string;
    readonly earlier: readonly string[];
    readonly complete: (words: readonly string[], begun: string) => readonly string[];
  }) => Promise<TypedLine>;
  /** Empties the screen, and what can be scrolled back to. */
  readonly clear: () => void;
  /**
   * One of very many, on a screen of its own that is gone afterwards: what is typed narrows them down. `found` is asked at every key,
   * at first for "", and for at most `most` choices.
   */
  readonly search: <T>(question: {
    readonly message: string;
    readonly found: (typed: string, most: number) => Found<T>;
  }) => Promise<T>;
}
