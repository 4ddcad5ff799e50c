/** The built command line as a process of its own, in a scratch home with nothing else in it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

import { packageRoot, passphrase } from "./sample.ts";

export const cliPath = join(packageRoot, "bin/pledge.js");

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Home {
  /** The working folder, which is also HOME; `tmp` in it is TMPDIR. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Writes a file with mode 0600 and gives its path. */
  readonly file: (name: string, content: string) => string;
  /** Runs pledge on the vault `vault` of this home; `under` is a program in front of node, with its arguments. */
  readonly pledge: (args: readonly string[], under?: readonly string[]) => Ran;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A home with a passphrase file named by the environment; no vault yet. */
export const createHome = (): Home => {
  const folder = mkdtempSync(join(tmpdir(), "pledge-home-"));
  folders.push(folder);
  mkdirSync(join(folder, "tmp"));
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  };
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    TMPDIR: join(folder, "tmp"),
    LANG: "C.UTF-8",
    NO_COLOR: "1",
    PLEDGE_VAULT: join(folder, "vault"),
    PLEDGE_PASSPHRASE_FILE: file("passphrase", `${passphrase}\n`),
  };
  return {
    folder,
    env,
    file,
    pledge: (args, under = []) => {
      const [program, ...rest] = [...under, process.execPath, cliPath, ...args];
      const ran = spawnSync(program as string, rest, {
        cwd: folder,
        env,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
        maxBuffer: 64 * 1024 * 1024,
      });
      return { exitCode: ran.status, stdout: ran.stdout, stderr: ran.stderr };
    },
  };
};
