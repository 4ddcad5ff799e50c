/**
 * Reads a passphrase. Never through a path twice: what is checked is the descriptor that is read,
 * so nobody can swap the file in between.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

import type { FileFailure } from "../../domain/files/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { decodeText } from "./strict-text.ts";
import { fileFailure, systemCode } from "./system-failure.ts";

/** In bytes. */
const limit = 4096;

const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Up to a full buffer or the end; gives the number of bytes. Waits for a pipe whose writer is slow. */
const readFully = (descriptor: number, buffer: Uint8Array): number => {
  let size = 0;
  while (size < buffer.byteLength) {
    try {
      const read = readSync(descriptor, buffer, size, buffer.byteLength - size, null);
      if (read === 0) break;
      size += read;
    } catch (error) {
      // A descriptor that was handed over in non-blocking mode has nothing for us yet.
      if (systemCode(error) !== "EAGAIN") throw error;
      Atomics.wait(pause, 0, 0, 10);
    }
  }
  return size;
};

const secretFrom = (descriptor: number, path: string): Result<string, FileFailure> => {
  const buffer = new Uint8Array(limit + 1);
  try {
    const size = readFully(descriptor, buffer);
    if (size > limit) return fail({ type: "file-too-large", path, limit });
    const text = decodeText(buffer.subarray(0, size));
    return text === undefined ? fail({ type: "file-not-text", path }) : ok(text);
  } catch (error) {
    return fail(fileFailure(error, path));
  } finally {
    // The string cannot be wiped; the bytes can.
    buffer.fill(0);
  }
};

/** The file is regular, belongs to whoever runs us, and nobody else may read, write or run it. */
const isOursAlone = (descriptor: number): boolean => {
  const stat = fstatSync(descriptor);
  return stat.isFile() && stat.uid === process.geteuid?.() && (stat.mode & 0o077) === 0;
};

/**
 * The text of the file as it is; what a line break at its end means is the caller's to know.
 * `file-exposed` for a symbolic link, a pipe, a folder, somebody else's file, and one that others
 * may open.
 */
export const readSecret = (path: string): Result<string, FileFailure> => {
  let descriptor: number;
  try {
    // O_NONBLOCK: opening a pipe that nobody writes to would otherwise wait for ever.
    descriptor = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    // ELOOP is O_NOFOLLOW's answer to a symbolic link, ENXIO open's to a socket.
    const code = systemCode(error);
    return fail(
      code === "ELOOP" || code === "ENXIO"
        ? { type: "file-exposed", path }
        : fileFailure(error, path),
    );
  }
  try {
    return isOursAlone(descriptor)
      ? secretFrom(descriptor, path)
      : fail({ type: "file-exposed", path });
  } finally {
    closeSync(descriptor);
  }
};

/**
 * The secret from a descriptor that the caller of the process opened, which stays open. Its file's
 * mode is not asked for: it was chosen by whoever redirected it. Failures call it `descriptor 3`.
 */
export const readDescriptor = (descriptor: number): Result<string, FileFailure> =>
  secretFrom(descriptor, `descriptor ${descriptor}`);
