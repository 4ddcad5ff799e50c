import { spawn } from "node:child_process";
import { PassThrough, Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOutput } from "../../../src/adapters/terminal/streams.ts";
import { buildTerminalDriver } from "../../support/build-terminal-driver.ts";
import type { TerminalDriver } from "../../support/build-terminal-driver.ts";

const asStream = (stream: Writable, properties: object = {}): NodeJS.WriteStream =>
  Object.assign(stream, properties) as unknown as NodeJS.WriteStream;

/** Takes what is written when it is let go, and then fails with the code, if there is one. */
const slowStream = () => {
  const waiting: ((error?: Error) => void)[] = [];
  const written: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write: (text: string, _, done) => {
      written.push(text);
      waiting.push(done);
    },
  });
  const letGo = (code?: string): void => {
    waiting.shift()?.(code === undefined ? undefined : Object.assign(new Error(code), { code }));
  };
  return { stream: asStream(stream), written, letGo };
};

/** Whether it is settled once everything that can go on has gone on. */
const isSettled = (promise: Promise<void>): Promise<boolean> =>
  Promise.race([
    promise.then(() => true),
    new Promise<boolean>((resolve) => setImmediate(() => resolve(false))),
  ]);

describe("an output", () => {
  it("is 80 columns wide where there is no terminal, and as wide as the terminal where there is one", () => {
    const pipe = createOutput(asStream(new PassThrough()));
    const unknown = createOutput(asStream(new PassThrough(), { isTTY: true, columns: 0 }));
    const terminal = { isTTY: true, columns: 132, rows: 40 };
    const stream = asStream(new PassThrough(), terminal);
    const wide = createOutput(stream);
    expect([pipe.isTerminal, pipe.columns]).toEqual([false, 80]);
    expect([unknown.isTerminal, unknown.columns]).toEqual([true, 80]);
    expect([wide.isTerminal, wide.columns]).toEqual([true, 132]);
    stream.columns = 60;
    expect(wide.columns).toBe(60);
    expect([pipe.rows, unknown.rows, wide.rows]).toEqual([undefined, undefined, 40]);
  });

  it("is flushed when nothing was written", async () => {
    const output = createOutput(slowStream().stream);
    await output.flushed();
    expect(output.fault()).toBeUndefined();
  });

  it("is flushed only once everything has gone out", async () => {
    const { stream, written, letGo } = slowStream();
    const output = createOutput(stream);
    output.write("one");
    output.write("two");
    letGo();
    await new Promise((resolve) => setImmediate(resolve));
    const flushed = output.flushed();
    expect(await isSettled(flushed)).toBe(false);
    letGo();
    await flushed;
    expect(written).toEqual(["one", "two"]);
  });

  it.each([
    ["EPIPE", { type: "reader-gone" }],
    ["ENOSPC", { type: "write-failed", code: "ENOSPC" }],
  ])("keeps %s as its fault, drops what comes after it, and is flushed", async (code, fault) => {
    const { stream, written, letGo } = slowStream();
    const output = createOutput(stream);
    output.write("one");
    output.write("two");
    letGo(code);
    await output.flushed();
    output.write("three");
    await output.flushed();
    expect(output.fault()).toEqual(fault);
    expect(written).toEqual(["one"]);
  });

  it("keeps the first of several faults", async () => {
    const { stream, letGo } = slowStream();
    const output = createOutput(stream);
    output.write("one");
    letGo("ENOSPC");
    await output.flushed();
    stream.emit("error", Object.assign(new Error("EPIPE"), { code: "EPIPE" }));
    expect(output.fault()).toEqual({ type: "write-failed", code: "ENOSPC" });
  });
});

describe("the output of a process", () => {
  let driver: TerminalDriver;
  beforeAll(() => {
    driver = buildTerminalDriver();
  });
  afterAll(() => driver.remove());

  const run = async (script: string) => {
    const child = spawn("sh", ["-c", script, "sh", driver.path], { stdio: "pipe" });
    const collected = { stdout: 0, stderr: "" };
    child.stdout.on("data", (bytes: Buffer) => {
      collected.stdout += bytes.length;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      collected.stderr += text;
    });
    const exitCode = await new Promise((resolve) => child.on("close", resolve));
    return { ...collected, exitCode };
  };

  it("reaches a pipe whole", async () => {
    expect(await run(`node "$1" write`)).toEqual({
      stdout: 2048 * 1024,
      stderr: "",
      exitCode: 0,
    });
  });

  it("ends in order when the reader has seen enough", async () => {
    const script = `{ node "$1" write; echo "code $?" >&2; } | head -n 1`;
    expect(await run(script)).toEqual({
      stdout: 1024,
      stderr: "reader-gone\ncode 6\n",
      exitCode: 0,
    });
  });
});
