/** pledge on a disk whose n-th write, sync or rename fails: see failing-calls.c. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

import { cliPath } from "../../support/real-pledge.ts";

export const kinds = ["write", "sync", "name"] as const;
export type Kind = (typeof kinds)[number];

export interface Fault {
  readonly kind: Kind;
  /** From 1. */
  readonly at: number;
  readonly error: "EIO" | "ENOSPC";
  /** This call alone, or every one from it on. */
  readonly lasting: boolean;
}

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const scratch = mkdtempSync(join(tmpdir(), "pledge-disk-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let library: string | undefined;

/** The shim, compiled once. */
const shim = (): string => {
  if (library !== undefined) return library;
  const file = join(scratch, "failing-calls.so");
  const source = new URL("failing-calls.c", import.meta.url).pathname;
  const made = spawnSync("gcc", ["-shared", "-fPIC", "-o", file, source, "-ldl"], {
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(made.stderr);
  library = file;
  return file;
};

const settingsOf = (fault: Fault | undefined): Readonly<Record<string, string>> =>
  fault === undefined
    ? {}
    : {
        FAIL_KIND: fault.kind,
        FAIL_AT: String(fault.at),
        FAIL_ERRNO: String(constants.errno[fault.error]),
        ...(fault.lasting ? { FAIL_ON: "1" } : {}),
      };

/** Runs pledge; calls on files below `folder` are counted, and one of them fails where `fault` says so. */
export const runOnDisk = async (
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  fault?: Fault,
): Promise<Ran & { readonly counts: Readonly<Record<Kind, number>> }> => {
  const counting = join(scratch, `counts-${Math.random().toString(36).slice(2)}`);
  const child = spawn(process.execPath, [cliPath, ...args], {
    env: {
      ...env,
      LD_PRELOAD: shim(),
      UV_USE_IO_URING: "0",
      FAIL_BELOW: folder,
      FAIL_COUNTS: counting,
      ...settingsOf(fault),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (more: string) => {
    stdout += more;
  });
  child.stderr.setEncoding("utf8").on("data", (more: string) => {
    stderr += more;
  });
  const [exitCode] = (await once(child, "close")) as [number | null];
  const [write = 0, sync = 0, name = 0] = readFileSync(counting, "utf8").split(" ").map(Number);
  rmSync(counting);
  return { exitCode, stdout, stderr, counts: { write, sync, name } };
};

/** So many calls of one kind are tried one by one, then some of the rest, and always the last ones. */
const oneByOne = 25;

/** Which of so many calls fail, one a run. */
const placesOf = (count: number): readonly number[] => {
  const all = Array.from({ length: count }, (_, index) => index + 1);
  const step = Math.ceil((count - oneByOne) / 10);
  return all.filter((n) => n <= oneByOne || n > count - 5 || (n - oneByOne) % step === 0);
};

/** Every fault for a command that makes so many calls. */
export const faultsFor = (counts: Readonly<Record<Kind, number>>): readonly Fault[] =>
  kinds.flatMap((kind) =>
    placesOf(counts[kind]).flatMap((at): readonly Fault[] => [
      { kind, at, error: "EIO", lasting: false },
      { kind, at, error: "ENOSPC", lasting: true },
    ]),
  );
