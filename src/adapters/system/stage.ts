/**
 * The stage on which `pledge demo` plays: the real command line in processes of its own, in folders
 * that hold sample data only. The processes see nothing of the user's home, settings or vault.
 */
import { spawn } from "node:child_process";
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { constants, tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";

import type { Ran, Stage } from "../../domain/demo/stage.ts";
import { whenLeaving } from "./leaving.ts";
import { systemCode } from "./system-failure.ts";

interface Whereabouts {
  /** The folder with `templates/` in it. */
  readonly packageRoot: string;
  /** `bin/pledge.js`. */
  readonly cliPath: string;
  readonly cwd: string;
}

/** Lies in every folder that a demo made. Only a folder with it may be emptied. */
const mark = ".made-by-pledge-demo";

const temporaryFolder = (): string => {
  // mkdtemp gives it mode 0700.
  const folder = mkdtempSync(join(tmpdir(), "pledge-"));
  whenLeaving(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  return folder;
};

/** Whether the folder may be made, or emptied, without losing anything of anybody's. */
const isFree = (folder: string): boolean => {
  const there = lstatSync(folder, { throwIfNoEntry: false });
  if (there === undefined) return true;
  if (!there.isDirectory()) return false;
  const inside = readdirSync(folder);
  return inside.length === 0 || inside.includes(mark);
};

const freshFolder = (cwd: string, name: string): string => {
  if (name === "" || name === "." || name === ".." || /[/\\]/u.test(name)) {
    throw new RangeError(`not the name of a folder: ${name}`);
  }
  let folder = join(cwd, name);
  for (let count = 2; !isFree(folder); count += 1) folder = join(cwd, `${name}-${count}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(folder, mark), "");
  return folder;
};

const environmentIn = (folder: string): NodeJS.ProcessEnv => {
  const { PATH, LANG, NO_COLOR } = process.env;
  return {
    HOME: folder,
    TMPDIR: folder,
    ...(PATH === undefined ? {} : { PATH }),
    ...(LANG === undefined ? {} : { LANG }),
    ...(NO_COLOR === undefined ? {} : { NO_COLOR }),
  };
};

/** Runs a program in `folder`, without input. Rejects only when no process could be started. */
const runProgram = (name: string, args: readonly string[], folder: string): Promise<Ran> =>
  new Promise((settle, reject) => {
    const child = spawn(name, args, {
      cwd: folder,
      env: environmentIn(folder),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const callOff = whenLeaving(() => child.kill());
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", (error) => {
      callOff();
      reject(error);
    });
    child.on("close", (code, signal) => {
      callOff();
      settle({
        // As a shell has it: 128 and the number of the signal that ended the process.
        exitCode: code ?? 128 + (signal === null ? 0 : constants.signals[signal]),
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
      });
    });
  });

const insideOf = (packageRoot: string, path: string): string => {
  const root = resolve(packageRoot);
  const whole = resolve(root, path);
  if (!whole.startsWith(root + sep)) {
    throw new RangeError(`not a file of the package: ${path}`);
  }
  return whole;
};

/**
 * The stage. Paths are absolute or start at `cwd`. Everything throws what the operating system throws:
 * these are folders that the demo has just made.
 */
export const createStage = ({ packageRoot, cliPath, cwd }: Whereabouts): Stage => ({
  temporaryFolder,
  freshFolder: (name) => freshFolder(cwd, name),
  pledge: (args, folder) => runProgram(process.execPath, [cliPath, ...args], resolve(cwd, folder)),
  program: async (name, args, folder) => {
    try {
      return await runProgram(name, args, resolve(cwd, folder));
    } catch (error) {
      if (systemCode(error) === "ENOENT") return undefined;
      throw error;
    }
  },
  copyFolder: (from, to) => {
    cpSync(resolve(cwd, from), resolve(cwd, to), { recursive: true });
  },
  readBytes: (path) => new Uint8Array(readFileSync(resolve(cwd, path))),
  writeBytes: (path, bytes) => {
    writeFileSync(resolve(cwd, path), bytes, { mode: 0o600 });
  },
  packageFile: (path) => insideOf(packageRoot, path),
});
