import type { Day } from "../day.ts";

export type RetentionFailure =
  /** Nothing may be deleted since that day. */
  { readonly type: "held"; readonly since: Day } | { readonly type: "hold-absent" };
