/** The files that a person named, in and out, on the real file system. */
import type { Files } from "../../domain/files/ports.ts";
import { readFile } from "./read-file.ts";
import { readDescriptor, readSecret } from "./read-secret.ts";
import { writeFile } from "./write-file.ts";

/** `stdin` is what `-` names when reading: `process.stdin`, or any chunks of bytes. */
export const createFiles = (stdin: AsyncIterable<Uint8Array>): Files => ({
  read: (path, limit) => readFile(path, stdin, limit),
  readSecret,
  readDescriptor,
  write: writeFile,
});
