/**
 * Runs a program in a real pseudo-terminal, through `script` of util-linux, and types into it when
 * what was waited for is on the screen.
 */
import { spawn, spawnSync } from "node:child_process";
import { dirname, delimiter } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** Whether there is a `script` that this can use: the BSD one has other options. */
const hasScript: boolean =
  spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") ?? false;

/** What keys send. */
export const keys = {
  enter: "\r",
  down: "\u001B[B",
  ctrlC: "\u0003",
  ctrlD: "\u0004",
  ctrlT: "\u0014",
  ctrlU: "\u0015",
  ctrlZ: "\u001A",
} as const;

interface Awaited {
  /** Looked for, without control sequences, in what was shown since the last step. */
  readonly waitFor: RegExp;
}

interface Typing extends Awaited {
  /** Text and `keys`, all at once; may rest on what was found. */
  readonly type: string | ((found: RegExpExecArray) => string);
}

interface Acting extends Awaited {
  /** What to do besides typing, given what was found. */
  readonly act: (found: RegExpExecArray) => void;
}

export type Step = Typing | Acting;

export interface InTerminal {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** For the whole run; 30 seconds unless given. */
  readonly timeoutMs?: number;
  /** 100 columns and 30 rows unless given. */
  readonly columns?: number;
  readonly rows?: number;
}

export interface Shown {
  /** All that reached the terminal, control sequences included. */
  readonly screen: string;
  /** The program's; 128 and the signal's number when a signal ended it. */
  readonly exitCode: number;
}

const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/**
 * The terminal echoes what is typed unless the program turns that off, as a real one does. The
 * environment is the given one alone, with TERM and a PATH on which `node` is ours. Rejects, with the
 * screen, when the program ends before the last step or does not end in time.
 */
export const inTerminal = (
  command: string,
  args: readonly string[],
  steps: readonly Step[],
  settings: InTerminal = {},
): Promise<Shown> =>
  new Promise((resolve, reject) => {
    if (!hasScript) throw new Error("there is no script of util-linux");
    const { columns = 100, rows = 30, timeoutMs = 30_000 } = settings;
    const line = [command, ...args].map(quote).join(" ");
    // The terminal that `script` makes has no size of its own when ours is not a terminal.
    const sized = `stty cols ${columns} rows ${rows} && exec ${line}`;
    const path = dirname(process.execPath) + delimiter + (process.env["PATH"] ?? "");
    const child = spawn(
      "script",
      ["--quiet", "--flush", "--return", "--echo", "always", "--command", sized, "/dev/null"],
      {
        cwd: settings.cwd,
        env: { PATH: path, TERM: "xterm", SHELL: "/bin/sh", ...settings.env },
        stdio: ["pipe", "pipe", "pipe"],
      },
    );
    let screen = "";
    let seen = 0;
    let next = 0;
    const stop = (why: string): void => {
      clearTimeout(timer);
      child.kill();
      reject(new Error(`${why}; the terminal shows: ${JSON.stringify(screen)}`));
    };
    const timer = setTimeout(() => {
      const step = steps[next];
      stop(step ? `still waiting for ${step.waitFor}` : "the program has not ended");
    }, timeoutMs);
    const goOn = (): void => {
      const step = steps[next];
      if (step === undefined) return;
      const found = step.waitFor.exec(stripVTControlCharacters(screen.slice(seen)));
      if (found === null) return;
      seen = screen.length;
      next += 1;
      if ("type" in step)
        child.stdin.write(typeof step.type === "string" ? step.type : step.type(found));
      else step.act(found);
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (shown: string) => {
        screen += shown;
        goOn();
      });
    }
    // The program may end without having read what was typed last.
    child.stdin.on("error", () => {});
    child.on("error", (error) => stop(error.message));
    child.on("close", (exitCode, signal) => {
      if (exitCode === null) {
        stop(`script was ended by ${signal}`);
        return;
      }
      if (next < steps.length) {
        stop(`the program ended (${exitCode}) before ${steps[next]?.waitFor}`);
        return;
      }
      clearTimeout(timer);
      resolve({ screen, exitCode });
    });
  });
