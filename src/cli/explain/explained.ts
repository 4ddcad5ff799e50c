import type { ExitCode } from "../exit-codes.ts";

/**
 * A failure in words: what happened, in lower case without a full stop, and the next thing to
 * type. Neither ever holds a person's name or a secret.
 */
export interface Explained {
  readonly message: string;
  readonly hint?: string;
  readonly exitCode: ExitCode;
}

/** One explanation for each type of a union; a type without one does not compile. */
export type Explainers<F extends { readonly type: string }> = {
  readonly [T in F["type"]]: (failure: Extract<F, { readonly type: T }>) => Explained;
};
