/** What lies in a folder that a person named: regular files only, never followed through a link. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";

import type { FileFailure } from "../../domain/files/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { fileFailure, systemCode } from "./system-failure.ts";

/** See the port `Files`. Sorted by UTF-16 code units, so that two machines read in the same order. */
export const filesIn = async (
  path: string,
): Promise<Result<readonly string[] | undefined, FileFailure>> => {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .toSorted();
    return ok(names.map((name) => join(path, name)));
  } catch (error) {
    return systemCode(error) === "ENOTDIR" ? ok(undefined) : fail(fileFailure(error, path));
  }
};
