/** Other OpenPGP programs, each in a folder of its own that goes when the tests are done. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

export interface Ran {
  readonly status: number | null;
  readonly stdout: Uint8Array;
  /** Everything that it said, on both streams. */
  readonly said: string;
}

export interface Scratch {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly write: (name: string, content: Uint8Array | string) => string;
  readonly read: (name: string) => Uint8Array;
  readonly run: (program: string, args: readonly string[], input?: string) => Ran;
}

/** Paths stay short: the socket of gpg-agent has to fit into a hundred characters. */
export const scratch = (): Scratch => {
  const folder = mkdtempSync(join(tmpdir(), "pg-"));
  const env = { ...process.env, GNUPGHOME: folder, LC_ALL: "C", TZ: "UTC" };
  const path = (name: string): string => join(folder, name);
  const run = (program: string, args: readonly string[], input = ""): Ran => {
    const { status, stdout, stderr } = spawnSync(program, args, { input, env, cwd: folder });
    return {
      status,
      stdout: new Uint8Array(stdout),
      said: `${stdout.toString("latin1")}${stderr.toString("latin1")}`,
    };
  };
  afterAll(() => {
    spawnSync("gpgconf", ["--kill", "all"], { env });
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    path,
    write: (name, content) => {
      writeFileSync(path(name), content, { mode: 0o600 });
      return path(name);
    },
    read: (name) => new Uint8Array(readFileSync(path(name))),
    run,
  };
};

export interface Gnupg extends Scratch {
  readonly gpg: (...args: readonly string[]) => Ran;
  /** A key that it makes, as it exports it. */
  readonly newKey: (
    userId: string,
    algorithm: string,
    usage?: string,
    expire?: string,
  ) => Uint8Array;
  readonly exported: (userId: string) => Uint8Array;
  /** 40 digits in upper case. */
  readonly fingerprintOf: (userId: string) => string;
}

export const gnupg = (): Gnupg => {
  const own = scratch();
  const always = ["--batch", "--yes", "--quiet", "--status-fd", "2", "--trust-model", "always"];
  const unlocked = ["--pinentry-mode", "loopback", "--passphrase", ""];
  const gpg = (...args: readonly string[]): Ran =>
    own.run("gpg", [...always, ...unlocked, ...args]);
  const exported = (userId: string): Uint8Array => gpg("--export", userId).stdout;
  return {
    ...own,
    gpg,
    exported,
    newKey: (userId, algorithm, usage = "default", expire = "never") => {
      gpg("--quick-generate-key", userId, algorithm, usage, expire);
      return exported(userId);
    },
    fingerprintOf: (userId) =>
      /^fpr:+([0-9A-F]{40}):/mu.exec(gpg("--with-colons", "--list-keys", userId).said)?.[1] ?? "",
  };
};
