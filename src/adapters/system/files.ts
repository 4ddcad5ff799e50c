/** The files that a person named, in and out, on the real file system. */
import { resolve } from "node:path";

import type { Files } from "../../domain/files/ports.ts";
import { readDescriptor, readSecret } from "./read-secret.ts";

/** `stdin` gives what `-` names when reading, and is asked only then: opening it is not free. */
export const createFiles = (stdin: () => AsyncIterable<Uint8Array>): Files => ({
  read: async (path, limit) => (await import("./read-file.ts")).readFile(path, stdin, limit),
  readBytes: async (path, limit) =>
    (await import("./read-file.ts")).readFileBytes(path, stdin, limit),
  ends: async (path, bytes) => (await import("./file-ends.ts")).fileEnds(path, bytes),
  filesIn: async (path) => (await import("./files-in.ts")).filesIn(path),
  readSecret,
  readDescriptor,
  absolute: (path) => resolve(path),
  carrierOf: async (path) => (await import("./carriers.ts")).carrierOf(path),
  write: async (path, content, force) =>
    (await import("./write-file.ts")).writeFile(path, content, force),
});
