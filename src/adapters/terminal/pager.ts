/**
 * A pager of the machine: the program that PAGER names, else `less`. Gets the text on its standard input and nowhere
 * else, no file and no argument. Run without a shell, and never from the current folder.
 */
import { spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { basename, delimiter, isAbsolute, join } from "node:path";

import type { Pager } from "../../domain/asking/pager.ts";
import { hasAlternateScreen, leaveAlternateScreen } from "./alternate-screen.ts";

type Environment = Readonly<Record<string, string | undefined>>;

export interface PagerCommand {
  /** Absolute. */
  readonly path: string;
  readonly args: readonly string[];
}

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Missing, not ours to run, a folder in the way: no program for us, whatever the reason.
    return false;
  }
};

/** Along PATH without its relative and empty folders, which are the current one or lie in it. */
const programNamed = (name: string, env: Environment): string | undefined =>
  (env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, name))
    .find(isProgram);

/** What PAGER says, split at spaces and at nothing else; `less` where it says nothing. */
const wordsOf = (env: Environment): readonly string[] =>
  (env["PAGER"] ?? "less").split(" ").filter((word) => word !== "");

/** Whether PAGER is empty or `cat`, which is how one says that one wants none. */
export const wantsNoPager = (env: Environment): boolean => {
  const [name = ""] = wordsOf(env);
  return name === "" || basename(name) === "cat";
};

/** What to run; nothing where none is wanted, and where there is no such program. */
export const pagerCommand = (env: Environment): PagerCommand | undefined => {
  if (wantsNoPager(env)) return undefined;
  const [name = "", ...args] = wordsOf(env);
  if (!name.includes("/")) {
    const path = programNamed(name, env);
    return path === undefined ? undefined : { path, args };
  }
  return isAbsolute(name) && isProgram(name) ? { path: name, args } : undefined;
};

/**
 * Everything of ours but where our vault and its passphrase are, and settings of `less` of our own. Names are on the
 * screen: no history file, nothing run or written from within (LESSSECURE), control characters shown and not obeyed (no
 * -r, no -R), and the alternate screen, so that what was read is gone when one leaves (no -X, and no -F, which needs it).
 */
const environment = (env: Environment): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:LESS|PLEDGE_)/u.test(name))),
  LESS: "-PsSpace and arrow keys move, q leaves$",
  LESSCHARSET: "utf-8",
  LESSHISTFILE: "-",
  LESSSECURE: "1",
});

/** Ctrl-C and Ctrl-\ go to the pager too, and are its own: without us it would be left alone with a raw terminal. */
const itsOwn = ["SIGINT", "SIGQUIT"] as const;
const passedOn = ["SIGTERM", "SIGHUP"] as const;

const run = ({ path, args }: PagerCommand, env: Environment, text: string): Promise<boolean> =>
  new Promise((settle) => {
    let received: NodeJS.Signals | undefined;
    const child = spawn(path, args, {
      env: environment(env),
      stdio: ["pipe", "inherit", "inherit"],
    });
    const onSignal = (signal: NodeJS.Signals): void => {
      received = signal;
      if (signal === "SIGTERM" || signal === "SIGHUP") child.kill(signal);
    };
    for (const signal of [...itsOwn, ...passedOn]) process.on(signal, onSignal);
    let ended = false;
    const end = (left: boolean): void => {
      if (ended) return;
      ended = true;
      for (const signal of [...itsOwn, ...passedOn]) process.off(signal, onSignal);
      settle(left);
      // Held back only until the pager had ended and the terminal was in order.
      if (received === "SIGTERM" || received === "SIGHUP") process.kill(process.pid, received);
    };
    // Whoever has read enough leaves before the end.
    child.stdin.on("error", () => {});
    child.on("error", () => end(false));
    child.on("close", (code) => {
      // It had no time to do so itself. The rest of the terminal Node.js puts in order when it ends.
      if (code === null) leaveAlternateScreen();
      end(code === 0 || received === "SIGINT");
    });
    child.stdin.end(text);
  });

/** The pager, or nothing where there is none or none is wanted; starts nothing yet. */
export const openPager = (env: Environment): Pager | undefined => {
  if (!hasAlternateScreen(env)) return undefined;
  const command = pagerCommand(env);
  return command === undefined ? undefined : { show: (text) => run(command, env, text) };
};
