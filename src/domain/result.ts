/**
 * An expected outcome as a value: the happy path first, a failure that carries data and no prose.
 * What is thrown instead is a bug of ours and is caught in one place, `cli/run.ts`.
 */
export type Result<T, F> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = <F>(failure: F): { readonly ok: false; readonly failure: F } => ({
  ok: false,
  failure,
});
