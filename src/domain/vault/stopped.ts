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
