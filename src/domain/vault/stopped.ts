import type { VaultFailure } from "./failures.ts";

/**
 * Thrown where the disk or another process stops a vault in the middle of work: it can strike at
 * any statement, so passing it as a value through every one would hide the rest. What was not
 * committed is rolled back; `cli/run.ts` turns it into its two lines.
 */
export class VaultStopped extends Error {
  override readonly name = "VaultStopped";
  readonly failure: VaultFailure;

  constructor(failure: VaultFailure) {
    super(failure.type);
    this.failure = failure;
  }
}

/** What `look` gives; nothing where a damaged page ended it, which is another finding's to tell. */
export const whereReadable = <T>(look: () => readonly T[]): readonly T[] => {
  try {
    return look();
  } catch (error) {
    if (error instanceof VaultStopped && error.failure.type === "database-unreadable") return [];
    throw error;
  }
};
