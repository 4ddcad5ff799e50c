import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** One digest over the names and contents of a folder's files: equal when nothing has changed. */
export const folderDigest = (folder: string): string => {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).toSorted())
    hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
};
