/** Output to files, pipes and sockets, which are written to without Node's streams. */
import { execFileSync, spawn } from "node:child_process";
import {
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { openOutput } from "../../../src/adapters/terminal/streams.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pledge-output-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const noStream = (): never => {
  throw new Error("Node's stream was asked for");
};

const newPipe = (name: string): string => {
  const path = join(folder, name);
  execFileSync("mkfifo", [path]);
  return path;
};

const text = "a name, né 🐦\n".repeat(100_000);

describe("an output that is no terminal", () => {
  it("takes all of a text into a file, and is flushed at once", async () => {
    const path = join(folder, "file");
    const descriptor = openSync(path, "wx");
    const output = openOutput(descriptor, noStream);
    output.write(text);
    await output.flushed();
    closeSync(descriptor);
    expect(readFileSync(path, "utf8")).toBe(text);
    expect([output.isTerminal, output.columns, output.fault()]).toEqual([false, 80, undefined]);
  });

  it("waits for a slow reader, also of a pipe in non-blocking mode", async () => {
    const path = newPipe("slow");
    const reader = spawn("sh", ["-c", 'exec <"$0"; sleep 0.3; cat | wc -c', path]);
    let counted = "";
    reader.stdout.on("data", (more: Buffer) => {
      counted += more.toString();
    });
    const ended = new Promise((resolve) => reader.on("close", resolve));
    // Opening for reading and writing does not wait for the other end.
    const descriptor = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const output = openOutput(descriptor, noStream);
    output.write(text);
    closeSync(descriptor);
    await ended;
    expect(Number(counted)).toBe(Buffer.byteLength(text));
  });

  it("notes that its reader has gone, and drops what comes after", () => {
    const path = newPipe("gone");
    const reading = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const descriptor = openSync(path, constants.O_WRONLY);
    const output = openOutput(descriptor, noStream);
    output.write("first");
    const first = Buffer.alloc(5);
    readSync(reading, first);
    closeSync(reading);
    output.write("second");
    output.write("third");
    closeSync(descriptor);
    expect(first.toString()).toBe("first");
    expect(output.fault()).toEqual({ type: "reader-gone" });
  });

  it("leaves a terminal, and what is closed, to Node's stream", () => {
    const descriptor = openSync("/dev/null", "w");
    expect(() => openOutput(descriptor, noStream)).toThrow("Node's stream was asked for");
    closeSync(descriptor);
    expect(() => openOutput(descriptor, noStream)).toThrow("Node's stream was asked for");
  });
});
