import type { Failure } from "./failure.ts";

/** Why what was written to stdout did not arrive, as the stream has it. */
type Fault =
  | { readonly type: "reader-gone" }
  | { readonly type: "write-failed"; readonly code: string };

const path = "standard output";

/** The failure of a command whose answer did not arrive. */
export const outputFailure = (fault: Fault): Failure => {
  if (fault.type === "reader-gone") return { type: "output-closed" };
  return fault.code === "ENOSPC"
    ? { type: "disk-full", path }
    : { type: "file-failed", path, code: fault.code };
};
