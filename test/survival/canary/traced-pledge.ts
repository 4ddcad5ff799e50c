/** pledge under strace with its vault in a scratch home, and which commands of the tree have run. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

import { breaches, traced } from "../../support/leaks.ts";
import { inTerminal } from "../../support/pseudo-terminal.ts";
import type { Step } from "../../support/pseudo-terminal.ts";
import { cliPath, createHome } from "../../support/real-pledge.ts";
import type { Home } from "../../support/real-pledge.ts";
import { commandTree, commandsOf, pathOf } from "../../support/whole-tree.ts";

// Made up, and ASCII, so that strace prints it as it is.
export const canary = "Quartzine Vexholm";

export interface TracedPledge {
  readonly home: Home;
  /** A file that somebody gives to a command: it may name the canary. */
  readonly given: (name: string, content: string) => string;
  /** A path in the home, for what a command writes. */
  readonly path: (name: string) => string;
  /** Runs a command, which must end with one of these exit codes; gives what it printed. */
  readonly run: (args: readonly string[], exitCodes?: readonly number[]) => string;
  /** The same at a terminal; `untraced` where the log would be larger than what it is about. */
  readonly typed: (
    args: readonly string[],
    steps: readonly Step[],
    how?: "traced" | "untraced",
  ) => Promise<void>;
  /** What was done that may not be, with the command that did it. */
  readonly found: readonly string[];
  /** Leaves of the tree that have not run. */
  readonly left: () => Promise<readonly string[]>;
}

/** Files to which a person decides that names go lie in `decided`. */
export const tracedPledge = (): TracedPledge => {
  const home = createHome();
  const log = home.file("strace.log", "");
  const path = (name: string): string => join(home.folder, name);
  for (const name of ["input", "decided", "shared"]) mkdirSync(path(name));
  const found: string[] = [];
  const lines: string[] = [];
  const note = (args: readonly string[]): void => {
    // What is said in several words names no command, whichever words it is.
    lines.push(` ${args.filter((word) => !word.includes(" ")).join(" ")} `);
    const wrong = breaches(log, home, { canaries: [canary], decided: [path("decided")] });
    found.push(...wrong.map((line) => `${args.join(" ")}: ${line}`));
  };
  return {
    home,
    path,
    found,
    given: (name, content) => home.file(`input/${name}`, content),
    run: (args, exitCodes = [0]) => {
      const ran = home.pledge(args, traced(log));
      expect(exitCodes, `${args.join(" ")}\n${ran.stdout}\n${ran.stderr}`).toContain(ran.exitCode);
      note(args);
      return ran.stdout;
    },
    typed: async (args, steps, how = "traced") => {
      const under = how === "traced" ? traced(log) : [];
      const [program, ...words] = [...under, process.execPath, cliPath, ...args];
      const settings = { cwd: home.folder, env: home.env, timeoutMs: 300_000 };
      const shown = await inTerminal(program as string, words, steps, settings);
      expect(shown.exitCode).toBe(0);
      if (how === "traced") note(args);
    },
    left: async () =>
      commandsOf(await commandTree())
        .filter(({ commands }) => commands.length === 0)
        .map((command) => pathOf(command).join(" "))
        .filter((words) => lines.every((line) => !line.includes(` ${words} `))),
  };
};
