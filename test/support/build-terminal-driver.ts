/** Makes the driver of the terminal tests runnable: Node 20 does not run TypeScript. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inTerminal } from "./pseudo-terminal.ts";
import type { InTerminal, Shown, Step } from "./pseudo-terminal.ts";

const root = join(import.meta.dirname, "../..");

export interface TerminalDriver {
  /** For `node`: the kind of question, then `color` or `plain`. */
  readonly path: string;
  readonly ask: (
    kind: string,
    steps: readonly Step[],
    settings?: InTerminal & { readonly color?: boolean },
  ) => Promise<Shown>;
  /** The shell script has the path of the driver as $1 and the kind of question as $2. */
  readonly askFrom: (script: string, kind: string, steps: readonly Step[]) => Promise<Shown>;
  readonly remove: () => void;
}

/** Takes about half a second. Throws what the compiler says. */
export const buildTerminalDriver = (): TerminalDriver => {
  // Inside node_modules, so that the program finds its packages.
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "pledge-terminal-driver-"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: join(root, "tsconfig.json"),
      compilerOptions: { noEmit: false, rootDir: root, outDir: "out" },
      include: [],
      files: [join(root, "test/support/terminal-driver.ts")],
    }),
  );
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" });
  const path = join(folder, "out/test/support/terminal-driver.js");
  return {
    path,
    ask: (kind, steps, { color = false, ...settings } = {}) =>
      inTerminal("node", [path, kind, color ? "color" : "plain"], steps, settings),
    askFrom: (script, kind, steps) => inTerminal("sh", ["-c", script, "sh", path, kind], steps),
    remove: () => rmSync(folder, { recursive: true }),
  };
};

/** The answer that the driver printed, if it came to that. */
export const answerOf = ({ screen }: Shown): unknown => {
  const found = /answer=(.*)/u.exec(screen)?.[1];
  return found === undefined ? undefined : JSON.parse(found);
};
