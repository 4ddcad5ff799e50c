/** Turns what the operating system says into failures. Anything that is not its word is a bug and is thrown on. */
import type { FileFailure } from "../../domain/files/ports.ts";

/** The code of an error of the operating system ("EACCES"), or nothing for any other value. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;

/** The failure for an error of the operating system about `path`. Throws anything else on. */
export const fileFailure = (error: unknown, path: string): FileFailure => {
  const code = systemCode(error);
  switch (code) {
    case undefined:
      throw error;
    case "ENOENT":
    case "ENOTDIR":
      return { type: "file-missing", path };
    case "EEXIST":
      return { type: "file-exists", path };
    case "ENOSPC":
    // Over quota is a full disk to whoever sits in front of it.
    case "EDQUOT":
      return { type: "disk-full", path };
    default:
      return { type: "file-failed", path, code };
  }
};
