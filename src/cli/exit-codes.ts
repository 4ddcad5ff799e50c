/** The exit codes, documented in the README. Never renumbered, never reused. */
export const exitCodes = {
  /** Done. */
  done: 0,
  /** The answer is no: lint found faults, a fork, an audit failed. */
  no: 1,
  /** The command line is wrong, or a question would have to be asked without a terminal. */
  usage: 2,
  /** Wrong passphrase, or no way to ask for one. */
  locked: 3,
  /** No vault there, or one is there already. */
  vault: 4,
  /** Input refused: malformed, bad signature, unknown version, not for us. */
  refused: 5,
  /** A file or the disk failed. */
  disk: 6,
  /** A bug of ours. */
  bug: 70,
  /** Interrupted at a question. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
