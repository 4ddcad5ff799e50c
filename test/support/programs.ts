/**
 * Tests that need a program of the machine (gpg, strace, a browser). Where it is missing they are
 * left out and said to be: nothing is skipped, and nothing passes without having run. With
 * `PLEDGE_TEST_ALL=1` a missing program is a failing test.
 */
import { execFileSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";

/** Tests that did not run, and the programs that they would have needed. */
export interface LeftOut {
  readonly name: string;
  readonly programs: readonly string[];
}

declare module "vitest" {
  interface TaskMeta {
    leftOut?: readonly LeftOut[];
  }
}

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** Whether a program of that name is on the PATH. */
export const has = (program: string): boolean =>
  (process.env["PATH"] ?? "")
    .split(delimiter)
    .some((folder) => folder !== "" && isProgram(join(folder, program)));

/** What the shell says, as a second opinion. */
const shellFinds = (program: string): boolean => {
  try {
    execFileSync("sh", ["-c", 'command -v -- "$1"', "sh", program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

/** Of this test file: every file has its own copy of this module. */
const leftOut: LeftOut[] = [];

/**
 * Puts what is left out on record for the reporter. One real test a file does that, so a file in
 * which everything is left out is not an empty one either.
 */
const leaveOut = (name: string, programs: readonly string[]): void => {
  leftOut.push({ name, programs });
  if (leftOut.length > 1) return;
  it("leaves tests out only for want of programs that the shell does not find either", ({
    task,
  }) => {
    task.meta.leftOut = leftOut;
    expect(leftOut.flatMap((one) => one.programs).filter(shellFinds)).toEqual([]);
  });
};

const registerWith = (programs: readonly string[], name: string, register: () => void): void => {
  const missing = programs.filter((program) => !has(program));
  if (missing.length === 0) {
    register();
  } else if (process.env["PLEDGE_TEST_ALL"] === "1") {
    it(name, () => expect.fail(`PLEDGE_TEST_ALL is 1, and there is no ${missing.join(", no ")}`));
  } else {
    leaveOut(name, missing);
  }
};

/** `describe` for tests that need all of these programs. */
export const describeWith = (programs: readonly string[], name: string, run: () => void): void =>
  registerWith(programs, name, () => describe(name, run));

/** `it` for a test that needs all of these programs. */
export const itWith = (
  programs: readonly string[],
  name: string,
  run: () => void | Promise<void>,
): void => registerWith(programs, name, () => it(name, run));
